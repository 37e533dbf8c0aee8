import { z } from "zod";
import { type RaterGroup, raterGroups } from "./rater-group";
import type { Seat } from "./seat";
import { sheetLine } from "./sheet-line";

/** Largest roster file, bytes as uploaded. */
export const rosterFileMaxBytes = 12 * 1024 * 1024;
/** Most people one file may hold. */
export const rosterMaxRows = 50_000;
/** Rows of one page, so that no screen ever holds more. */
export const rosterPageSize = 100;
/** Longest value of a slice, in characters. */
export const sliceMaxLength = 60;

/** Slice dimensions a roster may carry: at most three, used one at a time (anonymity.md D3). */
export const sliceNames = ["team", "site", "tenure"] as const;
export type SliceName = (typeof sliceNames)[number];
/** The dimensions a cycle reports on, as an admin chooses them for a draft. */
export const chosenSlicesSchema = z.object({ sliceNames: z.array(z.enum(sliceNames)).max(3) });
export type Slices = Partial<Record<SliceName, string>>;

/** What a roster says about one person. */
export type RosterPerson = {
  name: string;
  email: string;
  group: RaterGroup;
  slices: Slices;
  /** IANA name; null: the company's; left out: the file has no such column, and what is known stays. */
  timeZone?: string | null;
};

/** Somebody who is a member now; group is null for members who are not asked. */
export type PresentMember = Omit<RosterPerson, "group"> & {
  id: string;
  group: RaterGroup | null;
  /** The directory manages them (docs/roster-sync.md): a file leaves them as they are. */
  managed?: boolean;
};

/** What a source says about one person: a file knows them by address, the directory by id; group null: not asked. */
export type WantedPerson = Omit<RosterPerson, "group"> & { id?: string; group: RaterGroup | null };

/** All that a file is compared with. */
export type RosterGround = {
  mailDomains: readonly string[];
  /** Seats by the address of who holds them now. */
  seatsByEmail: ReadonlyMap<string, readonly Seat[]>;
  present: readonly PresentMember[];
};

const groupWords: Record<RaterGroup, readonly string[]> = {
  engineer: ["engineer", "engineers", "engineering", "eng", "developer", "developers", "dev"],
  executive: ["executive", "executives", "exec", "execs", "leadership", "executive team", "c-level"],
};

/** The rater group a cell means: engineer when empty, null when the word is none of ours. */
export function parseGroup(written: string): RaterGroup | null {
  const word = written.trim().toLowerCase();
  if (word === "") return "engineer";
  return raterGroups.find((group) => groupWords[group].includes(word)) ?? null;
}

/** Reads the slices of a member as stored; anything that is not one of our dimensions is left out. */
export function parseSlices(stored: unknown): Slices {
  const slices: Slices = {};
  if (typeof stored !== "object" || stored === null) return slices;
  for (const name of sliceNames) {
    const value: unknown = Reflect.get(stored, name);
    if (typeof value === "string" && value !== "") slices[name] = value;
  }
  return slices;
}

/** A small file to start from, with the company's own mail domain. */
export const exampleSheet = (domain: string): string =>
  [
    ["Name", "E-mail", "Group", "Team"],
    ["Ada Lovelace", `ada.lovelace@${domain}`, "engineer", "Platform"],
    ["Grace Hopper", `grace.hopper@${domain}`, "engineer", "Product"],
    ["Mary Jackson", `mary.jackson@${domain}`, "executive", ""],
  ]
    .map((cells) => `${sheetLine(cells)}\r\n`)
    .join("");
