import Papa from "papaparse";
import { rosterMaxRows } from "@/domain/roster";
import type { SheetRow } from "@/domain/roster-columns";
import { keptCells } from "@/domain/roster-draft";
import { declaredSeparator, detectSeparator, plainText, type Separator } from "@/domain/roster-text";

export type Sheet = { kind: "rows"; rows: SheetRow[]; separator: Separator } | { kind: "error"; message: string };

/** Most records of one file: a preamble and the header come on top of the people. */
export const maxRecords = rosterMaxRows + 10;

const lineEnds = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => (cell.includes("\n") ? count + cell.split("\n").length - 1 : count), 0);

/**
 * Reads records with the line each begins on; a quoted line end moves the lines after it, a blank record is passed
 * over. Stops at the first record above the limit and at a quotation mark that never closes. Never throws.
 */
export function readSheet(written: string): Sheet {
  const text = plainText(written);
  const declared = declaredSeparator(text);
  const body = declared ? text.slice(declared.length) : text;
  const separator = declared?.separator ?? detectSeparator(body);
  const rows: SheetRow[] = [];
  let line = declared ? 2 : 1;
  let error: string | null = null;

  Papa.parse<string[]>(body, {
    delimiter: separator,
    newline: "\n",
    step: ({ data, errors }, parser) => {
      if (errors.some((problem) => problem.code === "MissingQuotes")) {
        error = `A quotation mark in row ${line} is never closed. Close it or take it out, and choose the file again.`;
        parser.abort();
        return;
      }
      if (data.some((cell) => cell.trim() !== "")) rows.push({ line, cells: data.slice(0, keptCells) });
      line += 1 + lineEnds(data);
      if (rows.length > maxRecords) parser.abort();
    },
  });
  return error === null ? { kind: "rows", rows, separator } : { kind: "error", message: error };
}
