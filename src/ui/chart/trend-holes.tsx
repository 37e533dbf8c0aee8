import type { TrendPoint } from "@/domain/board-page";
import { pixel } from "./scale";

const words: Partial<Record<TrendPoint["kind"], readonly [string, string]>> = {
  "one-person": ["one person,", "both seats"],
  vacant: ["seat", "vacant"],
};

type Run = { kind: TrendPoint["kind"]; first: number; last: number };

/** Runs of quarters that have no number for the same reason. */
export function holeRuns(points: readonly TrendPoint[]): Run[] {
  const runs: Run[] = [];
  points.forEach(({ kind }, index) => {
    if (kind === "shown" || kind === "no-cycle") return;
    const run = runs.at(-1);
    if (run && run.kind === kind && run.last === index - 1 && kind !== "withheld") run.last = index;
    else runs.push({ kind, first: index, last: index });
  });
  return runs;
}

/** Hatched columns for withheld quarters, a hatched span while the seat had nobody of its own. */
export function TrendHoles({
  points,
  x,
  step,
  top,
  bottom,
  explain,
}: {
  points: readonly TrendPoint[];
  x: (index: number) => number;
  step: number;
  top: number;
  bottom: number;
  explain: boolean;
}) {
  return holeRuns(points).map((run) => {
    const half = run.kind === "withheld" ? 5.5 : step / 2;
    const from = Math.max(1, x(run.first) - half);
    const to = Math.min(103, x(run.last) + half);
    const label = explain && to - from >= 40 ? words[run.kind] : undefined;
    return (
      <g key={run.first}>
        <rect x={pixel(from)} y={top} width={pixel(to - from)} height={bottom - top} fill="url(#hatch)" />
        {label ? (
          <>
            <rect x={pixel(from)} y="67" width="52" height="21" fill="var(--canvas)" />
            <text x={pixel(from + 2)} y="76" fontSize="8" fill="var(--ink-2)">
              {label[0]}
            </text>
            <text x={pixel(from + 2)} y="85" fontSize="8" fill="var(--ink-2)">
              {label[1]}
            </text>
          </>
        ) : null}
      </g>
    );
  });
}
