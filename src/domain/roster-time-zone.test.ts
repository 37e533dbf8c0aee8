import { expect, test } from "vitest";
import type { PresentMember } from "./roster";
import { detectColumns } from "./roster-columns";
import { compareRoster } from "./roster-comparison";
import { openDraft } from "./roster-draft";

const member = (timeZone: string | null): PresentMember => ({
  id: "1",
  name: "Ada",
  email: "ada@b.example",
  group: "engineer",
  slices: {},
  timeZone,
});

function compare(header: string, row: string, present: PresentMember[] = []) {
  const rows = [header, row].map((line, index) => ({ line: index + 1, cells: line.split(",") }));
  const found = detectColumns(rows);
  if (found.kind === "error") throw new Error(found.message);
  const draft = openDraft(found.header, found.columns, found.rows);
  return compareRoster(draft, { mailDomains: ["b.example"], seatsByEmail: new Map(), present });
}

test("a column of time zones is found by its name, and a zone is kept as it is officially written", () => {
  for (const name of ["Time zone", "timezone", "Zeitzone", "TZ"]) {
    const { changes } = compare(`name,email,${name}`, "Ada,ada@b.example,europe/berlin");
    expect(changes.create[0]?.timeZone, name).toBe("Europe/Berlin");
  }
});

test("a word that is no time zone is told at its field and blocks that row only", () => {
  const { rows, changes } = compare("name,email,time zone", "Ada,ada@b.example,Berlin");
  expect(changes.create).toEqual([]);
  expect(rows[0]?.issues).toEqual([
    {
      field: "time-zone",
      cause: "“Berlin” is not a time zone. Use a name such as Europe/Berlin; an empty cell means the company’s.",
      repair: null,
    },
  ]);
});

test("a file without the column leaves known zones as they are; an empty cell means the company's", () => {
  const without = compare("name,email", "Ada,ada@b.example", [member("Asia/Tokyo")]);
  expect(without.rows[0]?.outcome).toBe("unchanged");
  const renamed = compare("name,email", "Ada L.,ada@b.example", [member("Asia/Tokyo")]);
  expect(renamed.changes.update[0]?.timeZone).toBe("Asia/Tokyo");
  const empty = compare("name,email,time zone", "Ada,ada@b.example,", [member("Asia/Tokyo")]);
  expect(empty.rows[0]?.outcome).toBe("change");
  expect(empty.changes.update[0]?.timeZone).toBeNull();
});
