import type { Subject } from "./board-page";
import type { Change, Score } from "./report";
import { sheetLine } from "./sheet-line";

/** One cell that says why there is no number; never blank, never 0. */
export const withheldCell = "withheld";

type Cell = number | string;

/** One line of an exported page. Every page is exported in the same columns, documented in docs/export.md. */
export type ExportRow = {
  quarter: string;
  subject: Subject | "page";
  section: string;
  key: string;
  label: string;
  measure: string;
  /** Whole points, percent, or words; "withheld" where nothing may be shown. */
  value: Cell;
  /** "≤" or "≥" where the value stands at the clip (D5), else empty. */
  bound: "" | "≤" | "≥";
  low: Cell;
  high: Cell;
  /** Own number of answers as printed: exact from 20, else "5–19". */
  answers: Cell;
  note: string;
};

export const exportColumns = [
  "quarter",
  "subject",
  "section",
  "key",
  "label",
  "measure",
  "value",
  "bound",
  "low",
  "high",
  "answers",
  "note",
] as const satisfies readonly (keyof ExportRow)[];

/** Where a row stands: everything but what it measures. */
export type ExportPlace = Pick<ExportRow, "quarter" | "subject" | "section" | "key" | "label">;

/** Whole points, half up, as on the page. */
const wholePoints = (value: number): number => Math.floor(value + 0.5);

/** A row that holds one value or word. */
export const plainRow = (place: ExportPlace, measure: string, value: Cell, note = ""): ExportRow => ({
  ...place,
  measure,
  value: typeof value === "number" ? wholePoints(value) : value,
  bound: "",
  low: "",
  high: "",
  answers: "",
  note,
});

const reasons = {
  "too-few-answers": "fewer than 5 answers",
  "would-reveal-another-group": "it would reveal a smaller group",
  "not-asked": "not asked",
} as const;

/** A score with its interval, or "withheld" in each of its cells. */
export function scoreRow(place: ExportPlace, measure: string, score: Score): ExportRow {
  if (score.kind === "withheld")
    return {
      ...plainRow(place, measure, withheldCell, reasons[score.why]),
      low: withheldCell,
      high: withheldCell,
      answers: withheldCell,
    };
  return {
    ...plainRow(place, measure, score.value),
    bound: { low: "≤", high: "≥", none: "" }[score.clipped ?? "none"] as ExportRow["bound"],
    low: wholePoints(score.low),
    high: wholePoints(score.high),
    answers: score.answers,
  };
}

/** What may be said about a change: its points and interval if it is marked, else the words. */
export function changeRow(place: ExportPlace, measure: string, change: Change): ExportRow {
  switch (change.kind) {
    case "marked":
      return {
        ...plainRow(place, measure, change.change, "marked change"),
        low: wholePoints(change.low),
        high: wholePoints(change.high),
      };
    case "none":
      return plainRow(
        place,
        measure,
        "no clear change",
        `smallest visible change ${wholePoints(change.smallestVisible)}`,
      );
    case "held-back":
      return plainRow(place, measure, "held back", `${change.people} joined or left`);
    case "not-comparable":
      return plainRow(place, measure, "not comparable", change.why.replaceAll("-", " "));
    case "first":
      return plainRow(place, measure, "first result");
  }
}

/** Sentences of a page, in their order. */
export const sentenceRows = (
  place: Pick<ExportPlace, "quarter" | "subject">,
  section: string,
  sentences: readonly string[],
): ExportRow[] =>
  sentences.map((sentence, index) =>
    plainRow({ ...place, section, key: String(index + 1), label: "" }, "sentence", sentence),
  );

/** The rows as a file for a spreadsheet: UTF-8 with its mark, comma, CRLF, nothing in it can act as a formula. */
export const exportSheet = (rows: readonly ExportRow[]): string =>
  `\uFEFF${[exportColumns, ...rows.map((row) => exportColumns.map((column) => row[column]))]
    .map((cells) => `${sheetLine(cells)}\r\n`)
    .join("")}`;

/** The rows as a document for programs; the same cells, numbers as numbers. */
export const exportDocument = (page: { company: string; quarter: string; page: string }, rows: readonly ExportRow[]) =>
  `${JSON.stringify({ format: "tandem/export/1", ...page, rows }, null, 1)}\n`;
