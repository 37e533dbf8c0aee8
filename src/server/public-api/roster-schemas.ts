import { z } from "zod";
import { raterGroupSchema } from "@/domain/rater-group";
import { rosterFileMaxBytes, rosterMaxRows } from "@/domain/roster";
import { named, nextCursor, said } from "./schemas";

const slice = z.string().nullable();
const person = z.object({
  name: z.string(),
  email: said("What a person is known by.", z.string()),
  group: raterGroupSchema,
  ...{ team: slice, site: slice, tenure: slice },
  timeZone: said("IANA name; null: the company's.", z.string().nullable()),
});
const ada = {
  ...{ name: "Ada Lovelace", email: "ada.lovelace@norrvik.example", group: "engineer" as const },
  ...{ team: "Platform", site: null, tenure: null, timeZone: "Europe/Stockholm" },
};

export const rosterPage = named(
  "RosterPage",
  "People on the roster by address, and how many there are of each group.",
  z.object({
    items: z.array(person),
    sizes: z.object({ engineer: z.number().int(), executive: z.number().int() }),
    nextCursor,
  }),
  { items: [ada], sizes: { engineer: 31, executive: 0 }, nextCursor: null },
);

const cell = (characters: number) =>
  z
    .string()
    .max(characters)
    .regex(/^[^\r\n]*$/, "Use one line.");

const listedPerson = named(
  "ListedPerson",
  "One person of a list, as a row of a sheet: what is wrong with it is told in the comparison, beside what is right.",
  z.object({
    email: cell(400),
    name: said("Left out by all: made from the address.", cell(400).optional()),
    group: said("engineer or executive; left out: engineer.", cell(60).optional()),
    ...{ team: cell(400).optional(), site: cell(400).optional(), tenure: cell(400).optional() },
    timeZone: said("IANA name. Left out by all: what is known stays.", cell(100).optional()),
  }),
  { email: "ada.lovelace@norrvik.example", name: "Ada Lovelace", team: "Platform" },
);

const listName = said("What the audit log calls it.", z.string().trim().min(1).max(200).optional());

export const newImport = named(
  "NewRosterImport",
  "A whole roster, as a list of people or as the text of a CSV file. Who is not in it leaves the roster.",
  z.union([
    z.strictObject({ name: listName, people: z.array(listedPerson).min(1).max(rosterMaxRows) }),
    z.strictObject({ name: listName, csv: z.string().min(1).max(rosterFileMaxBytes) }),
  ]),
  { name: "HR system, 4 May", people: [{ email: "ada.lovelace@norrvik.example", name: "Ada Lovelace" }] },
);

const count = z.number().int();
const row = z.object({
  outcome: said(
    "fix: this row needs one and is left out until then; join, change, leave, unchanged, left-out: what applying does; managed: the directory leads them, a list leaves them as they are.",
    z.enum(["fix", "join", "change", "leave", "left-out", "managed", "unchanged"]),
  ),
  line: said(
    "Line of the sheet, the heading being 1, so the first of `people` is 2; null for leavers.",
    count.nullable(),
  ),
  ...{ name: z.string(), email: z.string(), group: z.string(), team: slice, site: slice, tenure: slice },
  issues: z.array(
    z.object({
      field: z.string(),
      cause: z.string(),
      repair: said("What was probably meant.", z.string().nullable()),
    }),
  ),
});

export const importSchema = named(
  "RosterImport",
  "What applying a list would do to the roster as it is now. Nothing is in force yet.",
  z.object({
    importId: z.uuid(),
    name: z.string(),
    comparison: said("Fingerprint of this comparison: applying takes it, and refuses any other.", z.string()),
    counts: z.object({
      rows: count,
      fix: count,
      join: count,
      change: count,
      leave: count,
      leftOut: count,
      managed: count,
      unchanged: count,
    }),
    effects: said(
      "What it does to anonymity.",
      z.array(z.object({ tone: z.enum(["good", "caution"]), headline: z.string(), detail: z.string() })),
    ),
    rows: z.array(row),
    nextCursor,
  }),
  {
    importId: "5e8f8e5e-2f0f-4f0e-9a54-0c8f3a1c7a11",
    name: "HR system, 4 May",
    comparison: "1f0b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
    counts: { rows: 31, fix: 0, join: 1, change: 0, leave: 0, leftOut: 0, managed: 0, unchanged: 30 },
    effects: [
      {
        tone: "good",
        headline: "31 engineers, one group.",
        detail: "Scores need 5 answers, comments 10, a three-part distribution 20.",
      },
    ],
    rows: [
      {
        outcome: "join",
        line: 2,
        name: ada.name,
        email: ada.email,
        group: ada.group,
        team: "Platform",
        site: null,
        tenure: null,
        issues: [],
      },
    ],
    nextCursor: null,
  },
);

export const applySchema = named(
  "ApplyRosterImport",
  "The comparison that was looked at.",
  z.object({ comparison: z.string().regex(/^[0-9a-f]{64}$/, "Send the comparison of the import.") }),
  { comparison: "1f0b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9" },
);

export const appliedSchema = named(
  "AppliedRosterImport",
  "What applying did.",
  z.object({ joined: count, changed: count, left: count }),
  { joined: 1, changed: 0, left: 0 },
);
