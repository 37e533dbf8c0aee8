import type { Score } from "@/domain/report";
import { GridLines } from "./grid-lines";
import { horizontal, pixel } from "./scale";
import { type Hue, hue } from "./subject-color";
import { Withheld } from "./withheld";

/** Engineers' score with its interval, and the leader's own answer as an open ring. */
export function Dumbbell({
  of,
  score,
  self,
  executives = null,
  width = 400,
  height = 46,
}: {
  of: Hue;
  score: Score;
  self: number | null;
  executives?: Score | null | undefined;
  width?: number | undefined;
  height?: number | undefined;
}) {
  if (score.kind === "withheld") return <Withheld why={score.why} />;
  const middle = height / 2;
  const mean = horizontal(score.value, width);
  const low = horizontal(score.low, width);
  const own = self === null ? null : horizontal(self, width);
  // Closer than 4 points the two marks would hide each other: the ring goes around the dot.
  const joined = self !== null && Math.abs(self - score.value) < 4;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="plot" aria-hidden="true">
      <GridLines width={width} height={height} />
      <rect
        className="band"
        x={low}
        y={middle - 9}
        width={pixel(horizontal(score.high, width) - low)}
        height="18"
        rx="9"
        fill={hue[of].band}
      />
      {own !== null && !joined ? (
        <line x1={mean} x2={own} y1={middle} y2={middle} stroke="var(--ink)" strokeWidth="1.2" />
      ) : null}
      {executives?.kind === "shown" ? (
        <rect
          className="mark"
          x={pixel(horizontal(executives.value, width) - 1)}
          y={middle - 6}
          width="2"
          height="12"
          fill="var(--ink)"
        />
      ) : null}
      <circle className="mark" cx={mean} cy={middle} r="6.5" fill={hue[of].mark} />
      {own === null ? null : joined ? (
        <circle className="ring" cx={own} cy={middle} r="9.1" fill="none" stroke="var(--self)" strokeWidth="1.8" />
      ) : (
        <circle
          className="ring"
          cx={own}
          cy={middle}
          r="6.1"
          fill="var(--surface)"
          stroke="var(--self)"
          strokeWidth="1.8"
        />
      )}
    </svg>
  );
}
