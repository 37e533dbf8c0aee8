import { expect, test } from "vitest";
import { type MappingRow, placeOf, saveMappingInput, wantedOf } from "./directory-mapping";

const row = (group: string, more: Partial<MappingRow> = {}): MappingRow => ({
  ...{ group, asks: null, team: "", site: "", tenure: "" },
  ...more,
});
const groups = (...names: string[]) =>
  names.map((displayName) => ({ id: `id-${displayName}`.toLowerCase(), displayName }));
const mapping = [
  row("engineering", { asks: "engineer" }),
  row("Leadership", { asks: "executive" }),
  row("Contractors", { asks: "not-asked" }),
  row("Team Data", { team: "Data" }),
  row("id-team web", { team: "Web" }),
];

test("a group is meant by its name in any case, or by its id", () => {
  expect(placeOf(groups("Engineering", "Team Web"), mapping, {})).toEqual({
    group: "engineer",
    slices: { team: "Web" },
  });
});

test("not asked wins over executive, and executive over engineer; in no mapped group nobody is asked", () => {
  expect(placeOf(groups("Engineering", "Leadership"), mapping, {}).group).toBe("executive");
  expect(placeOf(groups("Engineering", "Leadership", "Contractors"), mapping, {}).group).toBeNull();
  expect(placeOf(groups("Marketing", "Team Data"), mapping, {}).group).toBeNull();
});

test("of two teams the first row's counts; a slice that no row speaks of stays as it is", () => {
  const present = { team: "Old", site: "Oslo" };
  expect(placeOf(groups("Team Web", "Team Data"), mapping, present).slices).toEqual({ team: "Data", site: "Oslo" });
  expect(placeOf(groups("Engineering"), mapping, present).slices).toEqual({ site: "Oslo" });
});

test("whoever is deactivated or holds a seat is not asked, whatever their groups", () => {
  const word = {
    id: "1",
    name: "Ada",
    email: "ada@b.example",
    active: true,
    holdsSeat: false,
    groups: groups("Engineering"),
  };
  expect(wantedOf(word, mapping, {}).group).toBe("engineer");
  expect(wantedOf({ ...word, active: false }, mapping, {}).group).toBeNull();
  expect(wantedOf({ ...word, holdsSeat: true }, mapping, {}).group).toBeNull();
});

test("a group is named once", () => {
  const twice = saveMappingInput.safeParse({ mapping: [row("A"), row("a ")] });
  expect(twice.error?.issues[0]).toMatchObject({
    path: ["mapping", 1, "group"],
    message: "Row 1 names this group already.",
  });
});
