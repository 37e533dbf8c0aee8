import type { TrendPanel as Panel, Subject, TrendPoint } from "@/domain/board-page";
import { bandPath, isolated, linePath, type SeriesPoint, splitAt } from "./path";
import { pixel, vertical } from "./scale";
import { changeWords, rangeText, scoreText } from "./score-words";
import { hue } from "./subject-color";
import { TrendEvents } from "./trend-events";
import { TrendHoles } from "./trend-holes";
import { holeWords } from "./trend-words";

const left = 1;
const right = 103;
const top = 8;
const bottom = 88;

/** "2025-Q1" → "Q1 25" */
const shortQuarter = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(2, 4)}`;

function place(point: TrendPoint, x: number): SeriesPoint {
  if (point.kind !== "shown") return null;
  return {
    x,
    y: vertical(point.value, top, bottom),
    low: vertical(point.low, top, bottom),
    high: vertical(point.high, top, bottom),
  };
}

/** One area over the last quarters: line, interval, and holes that say what they are. */
export function TrendPanel({
  of,
  panel,
  explain = false,
}: {
  of: Subject;
  panel: Panel;
  explain?: boolean | undefined;
}) {
  const step = panel.points.length > 1 ? (right - left) / (panel.points.length - 1) : 0;
  const x = (index: number): number => pixel(panel.points.length > 1 ? left + index * step : right);
  const placed = panel.points.map((point, index) => place(point, x(index)));
  const last = panel.points.at(-1);
  const shown = last?.kind === "shown" ? last : null;
  const { mark, band } = hue[of];
  const near = (tick: number): boolean => shown !== null && Math.abs(shown.value - tick) <= 14;
  const label = shown ? Math.min(bottom - 6, Math.max(top + 4, vertical(shown.value, top, bottom))) : 0;
  return (
    <svg viewBox="0 0 140 114" width="100%" className="trend" aria-hidden="true">
      {[0, 50, 100].map((tick) => (
        <line
          key={tick}
          x1={left}
          x2={right}
          y1={vertical(tick, top, bottom)}
          y2={vertical(tick, top, bottom)}
          stroke="var(--grid)"
          strokeWidth="0.8"
        />
      ))}
      {[0, 100].map((tick) =>
        near(tick) ? null : (
          <text key={tick} x="110" y={vertical(tick, top, bottom) + 2.5} fontSize="7.5" fill="var(--axis)">
            {tick}
          </text>
        ),
      )}
      <TrendHoles points={panel.points} x={x} step={step} top={top} bottom={bottom} explain={explain} />
      <TrendEvents events={panel.events} restarts={panel.restarts} x={x} step={step} top={top} bottom={bottom} />
      {splitAt(placed, panel.restarts).map((segment) => (
        <g key={segment.start}>
          {segment.start > 0 ? (
            <line
              x1={pixel(x(segment.start) - step / 2)}
              x2={pixel(x(segment.start) - step / 2)}
              y1={top}
              y2={bottom}
              stroke="var(--axis)"
              strokeWidth="0.6"
            />
          ) : null}
          <path className="band" d={bandPath(segment.points)} fill={band} />
          {isolated(segment.points).map((point) => (
            <rect
              key={point.x}
              className="band"
              x={pixel(point.x - 2)}
              y={point.high}
              width="4"
              height={pixel(Math.max(1, point.low - point.high))}
              rx="1.5"
              fill={band}
            />
          ))}
          <path d={linePath(segment.points)} fill="none" stroke={mark} strokeWidth="1.5" strokeLinejoin="round" />
        </g>
      ))}
      {panel.points.map((point, index) => {
        const at = placed[index];
        if (point.kind !== "shown" || !at) return null;
        return point.fewerThanTen ? (
          <circle
            key={point.quarter}
            cx={at.x}
            cy={at.y}
            r="2.3"
            fill="var(--canvas)"
            stroke={mark}
            strokeWidth="1.2"
          />
        ) : (
          <circle key={point.quarter} className="mark" cx={at.x} cy={at.y} r={point === last ? 3 : 1.5} fill={mark} />
        );
      })}
      {shown ? (
        <>
          <text x="110" y={pixel(label + 3)} fontSize="14" fontWeight="600" fill="var(--ink)">
            {scoreText(shown)}
          </text>
          <text x="110" y={pixel(label + 13)} fontSize="8.5" fill="var(--ink-3)">
            {rangeText(shown)}
          </text>
        </>
      ) : null}
      <text x={left} y="98" fontSize="8.5" fill="var(--axis)">
        {panel.points[0] ? shortQuarter(panel.points[0].quarter) : ""}
      </text>
      {panel.points.length > 1 && last ? (
        <text x={right} y="98" textAnchor="end" fontSize="8.5" fill="var(--axis)">
          {shortQuarter(last.quarter)}
        </text>
      ) : null}
      <text
        x={left}
        y="111"
        fontSize="9.5"
        {...(panel.change.kind === "marked" ? { fontWeight: 600, fill: "var(--ink)" } : { fill: "var(--ink-3)" })}
      >
        {panelWords(panel, last)}
      </text>
    </svg>
  );
}

function panelWords(panel: Panel, last: TrendPoint | undefined): string {
  if (last?.kind === "withheld") return `${holeWords.withheld}: fewer than 5`;
  if (last && last.kind !== "shown") return holeWords[last.kind];
  switch (panel.change.kind) {
    case "first":
      return "first result";
    case "held-back":
      return `held back: ${panel.change.people} joined or left`;
    case "not-comparable":
      return panel.change.why === "new-person"
        ? "new person in the seat"
        : panel.change.why === "wording-changed"
          ? "wording changed"
          : "no comparison possible";
    default:
      return changeWords(panel.change);
  }
}
