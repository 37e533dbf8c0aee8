/** One line of the table: what was tried, what came out, what it should be. */
export type Finding = {
  /** P1 … P10 of the law. */
  proof: string;
  what: string;
  figure: string;
  aim: string;
  /** "known" is a limit that the law itself states; it is printed, and does not fail the run. */
  verdict: "holds" | "FAILS" | "known" | "elsewhere";
};

export const finding = (proof: string, what: string, figure: string, aim: string, holds: boolean): Finding => ({
  proof,
  what,
  figure,
  aim,
  verdict: holds ? "holds" : "FAILS",
});

/** The table as text, for a terminal of 140 columns. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = [
    ["", "what", "figure", "aim", "verdict"],
    ...findings.map(({ proof, what, figure, aim, verdict }) => [proof, what, figure, aim, verdict]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), `${widths.map((width) => "─".repeat(width)).join("──")}─────────`, ...body.map(line)].join("\n");
}
