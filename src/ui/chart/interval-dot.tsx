import type { Score } from "@/domain/report";
import { GridLines } from "./grid-lines";
import { horizontal, pixel } from "./scale";
import { type Hue, hue } from "./subject-color";
import { Withheld } from "./withheld";

/** One statement: mean and interval on the common scale. */
export function IntervalDot({ of, score }: { of: Hue; score: Score }) {
  if (score.kind === "withheld") return <Withheld why={score.why} of="item" />;
  const width = 240;
  const height = 34;
  const low = horizontal(score.low, width);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="plot" aria-hidden="true">
      <GridLines width={width} height={height} />
      <rect
        className="band"
        x={low}
        y="10"
        width={pixel(horizontal(score.high, width) - low)}
        height="14"
        rx="7"
        fill={hue[of].band}
      />
      <circle className="mark" cx={horizontal(score.value, width)} cy="17" r="5.5" fill={hue[of].mark} />
    </svg>
  );
}
