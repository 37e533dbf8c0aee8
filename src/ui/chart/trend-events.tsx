import type { PanelEvent } from "@/domain/board-page";
import { pixel } from "./scale";

/** Dotted rules with a number where something outside the survey, or in the seat, happened; the text is under the row. */
export function TrendEvents({
  events,
  restarts,
  x,
  step,
  top,
  bottom,
}: {
  events: readonly PanelEvent[];
  /** A new line has a rule of its own there. */
  restarts: readonly number[];
  x: (index: number) => number;
  step: number;
  top: number;
  bottom: number;
}) {
  return [...new Set(events.map(({ index }) => index))].map((index) => {
    const at = pixel(index === 0 ? x(0) + 2 : x(index) - step / 2);
    const numbers = events.filter((event) => event.index === index).map(({ number }) => number);
    return (
      <g key={index} className="trend-event">
        {restarts.includes(index) ? null : (
          <line
            x1={at}
            x2={at}
            y1={top}
            y2={bottom}
            stroke="var(--ink-2)"
            strokeWidth="0.9"
            strokeDasharray="0.9 2.2"
            strokeLinecap="round"
          />
        )}
        <text x={at} y={top - 1.5} textAnchor={index === 0 ? "start" : "middle"} fontSize="8" fill="var(--ink-2)">
          {numbers.join(", ")}
        </text>
      </g>
    );
  });
}
