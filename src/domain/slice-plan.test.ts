import fc from "fast-check";
import { expect, test } from "vitest";
import { checkOpening } from "./opening";
import { plannedValue, planSlice, planSlices, type SlicedPerson, sliceChange, valuesOfPlan } from "./slice-plan";

/** People of a roster: how many have each value; "" stands for none. Ids say where somebody sits, from a number on. */
const roster = (sizes: Record<string, number>, from = 0): SlicedPerson[] =>
  Object.entries(sizes).flatMap(([value, size]) =>
    Array.from({ length: size }, (_, index) => ({ id: `${value}${index + from}`, value: value || null })),
  );
const plan = (now: readonly SlicedPerson[], before: readonly SlicedPerson[] | null = null) =>
  planSlice({ name: "team", now, before });

test("teams of eight speak for themselves, smaller ones are merged together with people without a team", () => {
  const { apart, merged, unassigned, rest, asked } = plan(roster({ Product: 9, Platform: 8, Data: 5, "": 4 }));
  expect(apart).toEqual([
    { value: "Platform", invited: 8 },
    { value: "Product", invited: 9 },
  ]);
  expect(merged).toEqual([{ value: "Data", invited: 5, why: "too-small" }]);
  expect([unassigned, rest, asked]).toEqual([4, { value: "All other teams", invited: 9 }, true]);
});

test("a rest of fewer than eight, or of one team alone, takes the next smallest team with it", () => {
  const { apart, merged } = plan(roster({ A: 12, B: 9, C: 4 }));
  expect(apart.map(({ value }) => value)).toEqual(["A"]);
  expect(merged.map(({ value, why }) => [value, why])).toEqual([
    ["B", "protects"],
    ["C", "too-small"],
  ]);
});

test.each([
  ["every team is too small", { A: 7, B: 7, C: 7 }],
  ["all are in one team", { A: 30 }],
  ["nobody has a team", { "": 20 }],
  ["one team and three people without", { A: 20, "": 3 }],
])("%s: the ballot does not ask", (_, sizes) => {
  expect(plan(roster(sizes)).asked).toBe(false);
});

test("a team that one to four people joined or left is merged, from five on it is not, and the same people are not", () => {
  const before = roster({ A: 12, B: 12, C: 12, D: 12 });
  const without = (count: number) =>
    before.filter(({ id }) => !Array.from({ length: count }, (_, n) => `A${n}`).includes(id));
  expect(plan(before, before).merged).toEqual([]);
  for (const count of [1, 2, 3, 4]) {
    const { merged } = plan(without(count), before);
    expect(merged.find(({ value }) => value === "A")?.why).toBe("changed");
    // It cannot be a rest of its own: that would be the same team under another name.
    expect(merged).toHaveLength(2);
  }
  expect(plan(roster({ A: 12, B: 12, C: 12 }, 0).concat(roster({ A: 5 }, 20)), before).merged).toEqual([]);
});

test("where the cycle before told a team not apart, nothing can be subtracted and it may speak", () => {
  const before = roster({ B: 12, "All other teams": 12 });
  expect(plan(roster({ A: 12, B: 12 }), before).merged).toEqual([]);
});

test("a team that calls itself like the rest is merged into it", () => {
  const { apart, merged } = plan(roster({ "All other teams": 12, B: 13, C: 12 }));
  expect(apart.map(({ value }) => value)).toEqual(["B"]);
  expect(merged.map(({ value }) => value)).toEqual(["All other teams", "C"]);
});

test("whatever the roster: who is told apart are at least eight, the rest is nobody or at least eight, and everybody has a value", () => {
  const sizes = fc.dictionary(fc.constantFrom("A", "B", "C", "D", "E", "F", ""), fc.nat({ max: 14 }));
  fc.assert(
    fc.property(sizes, sizes, (now, before) => {
      const people = roster(now);
      const result = plan(people, roster(before));
      expect(result.apart.every(({ invited }) => invited >= 8)).toBe(true);
      if (!result.asked) return;
      expect(result.rest === null || result.rest.invited >= 8).toBe(true);
      const values = valuesOfPlan(result);
      for (const { value } of people) expect(values).toContain(plannedValue(result, value));
      for (const { value } of result.apart) {
        const changed = sliceChange(value, roster(before), people) ?? 0;
        expect(changed >= 1 && changed <= 4).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a second split is not asked where fewer than five engineers would share both values", () => {
  const crossed = (sizes: Record<string, number>, part: 0 | 1): SlicedPerson[] =>
    roster(sizes).map(({ id, value }) => ({ id, value: value?.split("/")[part] ?? null }));
  const plansOf = (sizes: Record<string, number>) =>
    planSlices([
      { name: "team", now: crossed(sizes, 0), before: null },
      { name: "site", now: crossed(sizes, 1), before: null },
    ]).map(({ asked, singledOut }) => [asked, singledOut]);
  expect(plansOf({ "A/Oslo": 10, "A/Bergen": 10, "B/Oslo": 10, "B/Bergen": 5 })).toEqual([
    [true, undefined],
    [true, undefined],
  ]);
  expect(plansOf({ "A/Oslo": 10, "A/Bergen": 10, "B/Oslo": 10, "B/Bergen": 4 })).toEqual([
    [true, undefined],
    [false, 4],
  ]);
});

test("the admin is told which teams speak, what is merged and why, and when nothing is asked", () => {
  const seats = { cto: { memberId: "a", name: "Ada" }, vpe: { memberId: "b", name: "Bo" } };
  const facts = { engineers: 26, executives: 0, seats, rosterChange: null, daysSincePrevious: null };
  const findings = (sizes: Record<string, number>) =>
    checkOpening({ ...facts, slices: [{ name: "team", now: roster(sizes), before: null }] }).findings;
  const spoken = findings({ Product: 9, Platform: 8, Data: 5, "": 4 });
  expect(spoken).toContainEqual(expect.objectContaining({ level: "ok", title: "Two teams will speak: Platform 8 and Product 9." })); // biome-ignore format: one thought
  expect(spoken).toContainEqual({
    level: "note",
    title: "Merged into “All other teams” (9).",
    detail: "Data 5 (fewer than 8 people); 4 people without one.",
  });
  expect(findings({ A: 7, B: 7 }).map(({ title }) => title)).toContain(
    "No team can be told apart, so engineers are not asked for theirs.",
  );
});
