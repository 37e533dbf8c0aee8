import fc from "fast-check";
import { expect, test } from "vitest";
import { type PresentMember, parseGroup, type RosterGround, rosterMaxRows, type WantedPerson } from "./roster";
import { compareRoster, pageOfRows, type RosterChanges } from "./roster-comparison";
import { fixDraftRow, openDraft } from "./roster-draft";

const ground = (
  present: PresentMember[] = [],
  seatsByEmail: RosterGround["seatsByEmail"] = new Map(),
): RosterGround => ({
  mailDomains: ["norrvik.com"],
  seatsByEmail,
  present,
});
const mail = (local: string) => `${local}@norrvik.com`;
const member = (local: string, more: Partial<PresentMember> = {}): PresentMember => ({
  id: `id-${local}`,
  name: local,
  email: mail(local),
  group: "engineer",
  slices: {},
  ...more,
});
const draftOf = (...records: string[][]) =>
  openDraft(
    ["Name", "E-mail", "Group", "Team"],
    ["name", "email", "group", "team"],
    records.map((cells, index) => ({ line: index + 2, cells })),
  );
const outcomes = (comparison: ReturnType<typeof compareRoster>) =>
  Object.fromEntries(comparison.rows.map((row) => [row.email, row.outcome]));
const causes = (comparison: ReturnType<typeof compareRoster>) =>
  comparison.rows.flatMap((row) => row.issues.map((issue) => `${row.line} ${issue.field}: ${issue.cause}`));

test("each person joins, changes, leaves or stays", () => {
  const present = [
    member("stays"),
    member("moves", { slices: { team: "Mobile" } }),
    member("leaves"),
    member("asked-again", { group: null }),
  ];
  const draft = draftOf(
    ["stays", mail("stays")],
    ["moves", mail("moves"), "", "Product"],
    ["new", mail("new")],
    ["asked-again", mail("asked-again")],
  );
  const comparison = compareRoster(draft, ground(present));
  expect(outcomes(comparison)).toEqual({
    [mail("stays")]: "unchanged",
    [mail("moves")]: "change",
    [mail("new")]: "join",
    [mail("asked-again")]: "join",
    [mail("leaves")]: "leave",
  });
  expect(comparison.counts).toMatchObject({ unchanged: 1, change: 1, join: 2, leave: 1, fix: 0, rows: 4 });
  expect(comparison.rows.find((row) => row.outcome === "change")?.before?.slices).toEqual({ team: "Mobile" });
});

test("a member who is not asked and not in the file is left alone", () => {
  expect(compareRoster(draftOf(["a", mail("a")]), ground([member("board", { group: null })])).changes.leave).toEqual(
    [],
  );
});

test("the second row of an address needs a decision, and leaving the first out makes the second good", () => {
  const draft = draftOf(["A", mail("a")], ["B", "A@NORRVIK.com"]);
  expect(causes(compareRoster(draft, ground()))).toEqual([
    "3 email: The same address stands in row 2. Leave one of the two out.",
  ]);
  const fixed = compareRoster(fixDraftRow(draft, 2, {}, true), ground());
  expect(fixed.counts).toMatchObject({ fix: 0, "left-out": 1, join: 1 });
  expect(fixed.after).toMatchObject([{ name: "B" }]);
});

test("whoever holds a seat cannot be on the roster, and leaves it if they were", () => {
  const seats = new Map([[mail("cto"), ["cto" as const]]]);
  const comparison = compareRoster(draftOf(["C", mail("cto")]), ground([member("cto")], seats));
  expect(causes(comparison)[0]).toContain("holds the CTO seat");
  expect(comparison.changes.leave).toEqual([{ id: "id-cto" }]);
});

test("a member whom only a bad row names stays as they are, unless the row is left out", () => {
  const present = [member("jon")];
  const draft = draftOf(["Jon", "jon@norrvik,com"], ["Jon", "jon.two@norrvik.com", "wizard"]);
  expect(compareRoster(draft, ground(present)).changes.leave).toEqual([]);
  expect(compareRoster(fixDraftRow(draft, 2, {}, true), ground(present)).changes.leave).toEqual([{ id: "id-jon" }]);
});

test("an unknown group names the words that are allowed", () => {
  expect(causes(compareRoster(draftOf(["A", mail("a"), "wizard"]), ground()))).toEqual([
    "2 group: “wizard” is not a group. Use engineer or executive; an empty cell means engineer.",
  ]);
});

test("a separator inside a name is named as such", () => {
  expect(causes(compareRoster(draftOf(["Lovelace", " Ada", mail("ada"), "", "Data"]), ground()))[0]).toContain(
    "more values than",
  );
});

test("a row without a name says so and suggests one; a value that starts a formula is only text", () => {
  const comparison = compareRoster(draftOf(["", mail("ada.king")], ["=cmd|' /C calc'!A0", mail("b")]), ground());
  expect(comparison.rows[0]?.issues).toEqual([{ field: "name", cause: "This row has no name.", repair: "Ada King" }]);
  expect(comparison.after).toMatchObject([{ name: "=cmd|' /C calc'!A0" }]);
});

test("a file of addresses alone makes names from them", () => {
  const draft = openDraft(
    ["E-mail"],
    ["email"],
    [
      { line: 1, cells: [mail("ada.king")] },
      { line: 2, cells: [`Bo Ek <${mail("bo")}>`] },
    ],
  );
  expect(compareRoster(draft, ground()).after.map((person) => person.name)).toEqual(["Ada King", "Bo Ek"]);
});

test("a fix is kept with the row, and leaving out can be taken back", () => {
  const draft = fixDraftRow(
    fixDraftRow(draftOf(["Jon", "jon@norrvik,com"]), 2, { email: mail("jon") }, undefined),
    2,
    {},
    true,
  );
  expect(compareRoster(draft, ground()).counts).toMatchObject({ "left-out": 1, join: 0 });
  const back = fixDraftRow(draft, 2, {}, false);
  expect(compareRoster(back, ground()).after).toMatchObject([{ email: mail("jon") }]);
});

const locals = fc.constantFrom("a", "b", "c", "d", "e", "f");
const record = fc.tuple(
  fc.constantFrom("Ada", "Bo", "", "=1"),
  fc.oneof(locals.map(mail), fc.constantFrom("x@gmail.com", "", "a@norrvik,com", "d@@norrvik.com")),
  fc.constantFrom("", "engineer", "exec", "wizard"),
  fc.constantFrom("", "Data", "Mobile"),
);
const membersArbitrary = fc.uniqueArray(
  fc.record({
    local: locals,
    group: fc.constantFrom("engineer", "executive", null),
    team: fc.constantFrom("Data", "Web"),
  }),
  { selector: ({ local }) => local },
);

/** What the roster is once the changes are written. */
function applied(present: readonly PresentMember[], changes: RosterChanges): WantedPerson[] {
  const gone = new Set(changes.leave.map(({ id }) => id));
  const updated = new Map(changes.update.map(({ id, ...person }) => [id, person]));
  const kept = present.flatMap((now) => {
    if (gone.has(now.id)) return [];
    const { id, ...person } = now;
    const fresh = updated.get(id);
    if (fresh) return [fresh];
    return person.group === null ? [] : [{ ...person, group: person.group }];
  });
  return [...kept, ...changes.create];
}
const sorted = (people: readonly WantedPerson[]) =>
  [...people].sort((left, right) => (left.email < right.email ? -1 : 1));

test("applying the changes yields exactly the roster that was promised, and applying again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), membersArbitrary, (records, members) => {
      const present = members.map(({ local, group, team }) => member(local, { group, slices: { team } }));
      const draft = draftOf(...records);
      const comparison = compareRoster(draft, ground(present));
      const now = applied(present, comparison.changes);
      expect(sorted(now)).toEqual(sorted(comparison.after));
      expect(new Set(now.map((person) => person.email)).size).toBe(now.length);
      const again = compareRoster(draft, ground(now.map((person) => ({ ...person, id: person.email }))));
      expect(again.changes).toEqual({ create: [], update: [], leave: [] });
    }),
  );
});

test("without a bad row, the roster is the file and nothing but the file", () => {
  const good = fc.uniqueArray(
    record.filter(
      ([name, email, group]) =>
        name !== "" && email.endsWith("@norrvik.com") && !email.includes("@@") && parseGroup(group) !== null,
    ),
    { selector: ([, email]) => email },
  );
  fc.assert(
    fc.property(good, membersArbitrary, (records, members) => {
      const present = members.map(({ local, group, team }) => member(local, { group, slices: { team } }));
      const { after, counts } = compareRoster(draftOf(...records), ground(present));
      expect(counts.fix).toBe(0);
      expect(after.map((person) => person.email).sort()).toEqual(records.map(([, email]) => email).sort());
    }),
  );
});

test("a page holds at most 100 rows, errors first, and pages out of range are brought back", () => {
  const records = Array.from({ length: 250 }, (_, index) => [
    `P${index}`,
    index === 240 ? "broken" : mail(`p${index}`),
  ]);
  const { rows } = compareRoster(draftOf(...records), ground());
  const first = pageOfRows(rows, "changes", 1);
  expect([first.rows.length, first.pages, first.rows[0]?.line]).toEqual([100, 3, 242]);
  expect(pageOfRows(rows, "all", 99)).toMatchObject({ page: 3 });
  expect(pageOfRows(rows, "all", 3).rows).toHaveLength(50);
});

test("unchanged rows show only when all rows are asked for", () => {
  const { rows } = compareRoster(draftOf(["a", mail("a")], ["b", mail("b")]), ground([member("a")]));
  expect(pageOfRows(rows, "changes", 1).rows.map((row) => row.email)).toEqual([mail("b")]);
  expect(pageOfRows(rows, "all", 1).rows).toHaveLength(2);
});

test("fifty thousand rows are compared, and no page grows", () => {
  const records = Array.from({ length: rosterMaxRows }, (_, index) => [
    `Person ${index}`,
    mail(`p${index}`),
    "",
    "Team",
  ]);
  const present = Array.from({ length: rosterMaxRows }, (_, index) => member(`p${index + 100}`));
  const comparison = compareRoster(draftOf(...records), ground(present));
  expect(comparison.counts).toMatchObject({ join: 100, leave: 100, change: rosterMaxRows - 100 });
  expect(pageOfRows(comparison.rows, "all", 2).rows).toHaveLength(100);
});
