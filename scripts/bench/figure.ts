import type { Stage } from "./stage";

/** One line of the table. `met` is null for a figure without an aim: it is printed for whoever reads the others. */
export type Figure = { what: string; figure: string; aim: string; met: boolean | null };

/** Measures some figures on a prepared stage; several may share what an earlier one prepared. */
export type Measurement = (stage: Stage) => Promise<Figure[]>;

type Aim = { what: string; value: number; unit: string; atMost?: number; atLeast?: number; digits?: number };

/** A figure with an aim: at most or at least a number, in the same unit. */
export function aimed({ what, value, unit, atMost, atLeast, digits = 0 }: Aim): Figure {
  const text = (number: number) => `${number.toFixed(digits)}${unit}`;
  const limit = atMost ?? atLeast;
  if (limit === undefined) throw new RangeError("an aim has a limit");
  const met = atMost === undefined ? value >= limit : value <= limit;
  return { what, figure: text(value), aim: `${atMost === undefined ? "≥" : "≤"} ${limit}${unit}`, met };
}

/** A figure that only helps to read the others. */
export const plain = (what: string, figure: string): Figure => ({ what, figure, aim: "", met: null });

const verdict = ({ met }: Figure) => (met === null ? "" : met ? "met" : "NOT MET");

/** The figures as a table that reads in a terminal and as Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.what, figure.figure, figure.aim, verdict(figure)]);
  const head = ["what", "figure", "aim", ""];
  const widths = head.map((title, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
