import type { z } from "zod";
import { Refusal } from "@/domain/errors";
import { rosterFileMaxBytes, rosterMaxRows } from "@/domain/roster";
import { type ColumnUse, columnsError, detectColumns, type SheetRow } from "@/domain/roster-columns";
import { openDraft, type RosterDraft } from "@/domain/roster-draft";
import type { previewRosterInput } from "@/domain/roster-input";
import { checkText, decodeSheet } from "@/domain/roster-text";
import { maxRecords, readSheet } from "./sheet";

type Source = Pick<z.output<typeof previewRosterInput>, "bytes" | "text" | "columns">;

const tooManyRows = "The file has more than 50,000 rows. Split it, or choose the file that holds the people only.";
const refuse = (message: string): Refusal => new Refusal("invalid", message, "file");

function textOf({ bytes, text }: Source): string {
  const file = bytes === undefined ? null : Buffer.from(bytes, "base64");
  if (file && file.length > rosterFileMaxBytes)
    throw refuse("The file is larger than 12 MB. Choose the file that holds the people only.");
  const decoded = file ? decodeSheet(file) : checkText(text ?? "");
  if (decoded.kind === "error") throw refuse(decoded.message);
  return decoded.text;
}

/** The mapping an admin chose, if it fits; else the one that was found. */
function columnsFor(found: ColumnUse[], chosen: ColumnUse[] | undefined): ColumnUse[] {
  if (!chosen) return found;
  const problem = columnsError(chosen, found.length);
  if (problem !== null) throw refuse(problem);
  return chosen;
}

function draftOf(rows: readonly SheetRow[], chosen: ColumnUse[] | undefined): RosterDraft {
  if (rows.length > maxRecords) throw refuse(tooManyRows);
  const found = detectColumns(rows);
  if (found.kind === "error") throw refuse(found.message);
  if (found.rows.length > rosterMaxRows) throw refuse(tooManyRows);
  return openDraft(found.header, columnsFor(found.columns, chosen), found.rows);
}

/** Reads a file or pasted text into a draft, or refuses with the reason the file cannot be read. */
export function readDraft(source: Source): RosterDraft {
  const sheet = readSheet(textOf(source));
  if (sheet.kind === "error") throw refuse(sheet.message);
  return draftOf(sheet.rows, source.columns);
}

/** The same draft under another mapping. */
export function remapDraft(draft: RosterDraft, columns: ColumnUse[]): RosterDraft {
  return { ...draft, columns: columnsFor(draft.columns, columns) };
}
