import { z } from "zod";
import { type RaterGroup, raterGroupSchema } from "./rater-group";
import { type Slices, sliceMaxLength, sliceNames, type WantedPerson } from "./roster";

const sliceValue = z.string().trim().max(sliceMaxLength, `Use at most ${sliceMaxLength} characters.`);

/** What being in a group of the directory means for the roster. */
const mappingRowSchema = z.object({
  /** Display name (any case) or id of the directory's group. */
  group: z.string().trim().min(1, "Name the directory’s group.").max(300, "Use at most 300 characters."),
  /** Rater group; not asked wins over every other group of the person; null: says nothing, gives slices only. */
  asks: z.union([raterGroupSchema, z.literal("not-asked")]).nullable(),
  team: sliceValue,
  site: sliceValue,
  tenure: sliceValue,
});
export type MappingRow = z.infer<typeof mappingRowSchema>;

/** DirectorySync.mapping, in the admin's order. */
export const directoryMappingSchema = z.array(mappingRowSchema).max(200, "Use at most 200 rows.");

export const saveMappingInput = z.object({
  mapping: directoryMappingSchema.superRefine((rows, context) => {
    rows.forEach((row, index) => {
      const first = rows.findIndex(({ group }) => group.toLowerCase() === row.group.toLowerCase());
      if (first < index)
        context.addIssue({
          code: "custom",
          path: [index, "group"],
          message: `Row ${first + 1} names this group already.`,
        });
    });
  }),
});

/** `comparison` is the fingerprint of what the admin saw: nothing else is ever applied. */
export const decideDirectoryInput = z.object({ comparison: z.string().regex(/^[0-9a-f]{64}$/) });

export type GroupName = { id: string; displayName: string };

/** Whether a row of the mapping means a group. */
const means = (row: MappingRow, group: GroupName): boolean =>
  row.group.toLowerCase() === group.displayName.toLowerCase() || row.group.toLowerCase() === group.id;

/**
 * What membership in directory groups makes of a person: "not asked" wins, then executive, then engineer; a slice is the
 * first row's that gives one. Nobody who holds a seat is asked; slices that no row speaks of stay as they are.
 */
export function placeOf(
  groups: readonly GroupName[],
  mapping: readonly MappingRow[],
  present: Slices,
): { group: RaterGroup | null; slices: Slices } {
  const rows = mapping.filter((row) => groups.some((group) => means(row, group)));
  const asked = (asks: MappingRow["asks"]) => rows.some((row) => row.asks === asks);
  const group = asked("not-asked") ? null : asked("executive") ? "executive" : asked("engineer") ? "engineer" : null;
  const slices: Slices = {};
  for (const name of sliceNames) {
    const led = mapping.some((row) => row[name] !== "");
    const value = led ? rows.find((row) => row[name] !== "")?.[name] : present[name];
    if (value !== undefined) slices[name] = value;
  }
  return { group, slices };
}

export type DirectoryWord = {
  id: string;
  name: string;
  email: string;
  timeZone?: string;
  active: boolean;
  holdsSeat: boolean;
  groups: readonly GroupName[];
};

/** What the directory wants of one person on the roster. */
export function wantedOf(word: DirectoryWord, mapping: readonly MappingRow[], present: Slices): WantedPerson {
  const { id, name, email, timeZone, active, holdsSeat, groups } = word;
  const place = placeOf(groups, mapping, present);
  const group = active && !holdsSeat ? place.group : null;
  return { id, name, email, group, slices: place.slices, ...(timeZone === undefined ? {} : { timeZone }) };
}
