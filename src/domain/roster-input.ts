import { z } from "zod";
import { rosterFileMaxBytes } from "./roster";
import { columnUseSchema } from "./roster-columns";
import { keptCells, rowFixSchema } from "./roster-draft";

const tooLarge =
  "This is larger than 12 MB. A roster of 50,000 people is about 5 MB: choose the file that holds the people only.";
const base64Length = Math.ceil(rosterFileMaxBytes / 3) * 4;

/** Page and search of the present roster. */
export const listRosterInput = z.object({
  page: z.number().int().min(1).default(1),
  search: z.string().trim().max(120).default(""),
});

/** Some of the present roster by address, after one; for programs, which read all of it. */
export const walkRosterInput = z.object({ after: z.string().max(254), limit: z.number().int().min(1).max(200) });

/** A file's bytes in base64, or pasted text, or a draft whose columns are to be read differently: exactly one of them. */
export const previewRosterInput = z
  .object({
    fileName: z.string().trim().min(1).max(200).default("pasted rows"),
    bytes: z.string().max(base64Length, tooLarge).optional(),
    text: z.string().max(rosterFileMaxBytes, tooLarge).optional(),
    importId: z.uuid().optional(),
    columns: z.array(columnUseSchema).max(keptCells).optional(),
  })
  .refine(
    ({ bytes, text, importId }) => [bytes, text, importId].filter((source) => source !== undefined).length === 1,
    {
      message: "Choose a file or paste the rows.",
    },
  );

export const getImportInput = z.object({
  importId: z.uuid(),
  filter: z.enum(["changes", "all"]).default("changes"),
  page: z.number().int().min(1).default(1),
});

export const fixRowInput = z.object({
  importId: z.uuid(),
  line: z.number().int().min(1),
  fix: rowFixSchema.default({}),
  leaveOut: z.boolean().optional(),
});

/** `comparison` is the fingerprint of the comparison that the admin saw: nothing else is ever applied. */
export const applyRosterInput = z.object({ importId: z.uuid(), comparison: z.string().regex(/^[0-9a-f]{64}$/) });

export const discardRosterInput = z.object({ importId: z.uuid() });
