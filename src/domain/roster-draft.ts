import { z } from "zod";
import { bareAddress } from "./roster-address";
import { type ColumnUse, columnUseSchema, type SheetRow } from "./roster-columns";

const fixText = z.string().max(300);

/** What an admin wrote over a row; a key that is missing leaves the file's own value. */
export const rowFixSchema = z.strictObject({
  name: fixText.optional(),
  email: fixText.optional(),
  group: fixText.optional(),
  team: fixText.optional(),
  site: fixText.optional(),
  tenure: fixText.optional(),
  "time-zone": fixText.optional(),
});
export type RowFix = z.infer<typeof rowFixSchema>;
export type RowField = keyof RowFix;

const draftRowSchema = z.strictObject({
  line: z.number().int(),
  cells: z.array(z.string()),
  fix: rowFixSchema.optional(),
  leftOut: z.literal(true).optional(),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

const format = z.literal("tandem/roster-import/1");

/** A file as it was read, with the columns' meaning and every fix made since: all rows, good and bad. */
const openDraftSchema = z.strictObject({
  format,
  state: z.literal("draft"),
  header: z.array(z.string()),
  columns: z.array(columnUseSchema),
  rows: z.array(draftRowSchema),
});
export type RosterDraft = z.infer<typeof openDraftSchema>;

/** What is left of a draft afterwards: who ended it and how, nobody's data. */
const endedDraftSchema = z.strictObject({
  format,
  state: z.enum(["applied", "discarded"]),
  by: z.string(),
  at: z.iso.datetime(),
});
export type EndedDraft = z.infer<typeof endedDraftSchema>;

/** RosterImport.content. */
export const rosterImportSchema = z.discriminatedUnion("state", [openDraftSchema, endedDraftSchema]);

/** Cells of one record that are kept: the widest exports of personnel systems have some forty columns. */
export const keptCells = 60;
const keptCellLength = 400;

export const openDraft = (header: string[], columns: ColumnUse[], rows: readonly SheetRow[]): RosterDraft => ({
  format: "tandem/roster-import/1",
  state: "draft",
  header: header.slice(0, keptCells),
  columns: columns.slice(0, keptCells),
  rows: rows.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, keptCells).map((cell) => cell.slice(0, keptCellLength)),
  })),
});

export const endDraft = (state: EndedDraft["state"], by: string, now: Date): EndedDraft => ({
  format: "tandem/roster-import/1",
  state,
  by,
  at: now.toISOString(),
});

/** Values of a row by field: the fix where there is one, else the file's cell, on one line and without outer space. */
export type WrittenRow = Record<RowField, string>;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Makes the function that reads one row under a mapping; "Last, First" is not turned, first and last are joined. */
export function rowReader(columns: readonly ColumnUse[]): (row: DraftRow) => WrittenRow {
  const at = (use: ColumnUse) => columns.indexOf(use);
  const [name, first, last] = [at("name"), at("first-name"), at("last-name")];
  const [email, group, team, site, tenure] = [at("email"), at("group"), at("team"), at("site"), at("tenure")];
  const zone = at("time-zone");
  return ({ cells, fix }) => {
    const cell = (index: number) => oneLine(cells[index] ?? "");
    const whole = name >= 0 ? cell(name) : `${cell(first)} ${cell(last)}`.trim();
    return {
      name: fix?.name === undefined ? whole || nameBeside(cell(email)) : oneLine(fix.name),
      email: fix?.email ?? (cells[email] ?? "").trim(),
      group: fix?.group ?? cell(group),
      team: oneLine(fix?.team ?? cell(team)),
      site: oneLine(fix?.site ?? cell(site)),
      tenure: oneLine(fix?.tenure ?? cell(tenure)),
      "time-zone": oneLine(fix?.["time-zone"] ?? cell(zone)),
    };
  };
}

/** "Ada Lovelace <ada@…>" → "Ada Lovelace". */
function nameBeside(email: string): string {
  const name = /^([^<]+)<[^<>]*>$/.exec(email)?.[1] ?? "";
  return bareAddress(name);
}

/** A draft with one row changed; the same draft when no row begins on that line. */
export function fixDraftRow(draft: RosterDraft, line: number, fix: RowFix, leftOut: boolean | undefined): RosterDraft {
  return {
    ...draft,
    rows: draft.rows.map((row) => {
      if (row.line !== line) return row;
      const { leftOut: before, ...kept } = row;
      const out = leftOut ?? before ?? false;
      const written = Object.fromEntries(Object.entries(fix).filter(([, value]) => value !== undefined));
      const merged = { ...row.fix, ...written };
      return {
        ...kept,
        ...(Object.keys(merged).length > 0 && { fix: merged }),
        ...(out && { leftOut: true as const }),
      };
    }),
  };
}
