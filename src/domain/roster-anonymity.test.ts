import { expect, test } from "vitest";
import type { RosterPerson, Slices } from "./roster";
import { rosterEffects } from "./roster-anonymity";

const people = (
  count: number,
  group: "engineer" | "executive" = "engineer",
  slices: Slices = {},
  from = 0,
): RosterPerson[] =>
  Array.from({ length: count }, (_, index) => {
    const email = `${group}${index + from}@norrvik.com`;
    return { name: email, email, group, slices };
  });
const headlines = (after: RosterPerson[], before: RosterPerson[] | null = null) =>
  rosterEffects(after, before && { label: "Q1 2026", people: before }).map(
    (effect) => `${effect.tone}: ${effect.headline}`,
  );

test("eight engineers are enough and seven are not", () => {
  expect(headlines(people(8))).toEqual(["good: 8 engineers, one group."]);
  expect(headlines(people(7))).toEqual(["caution: 7 engineers: the survey cannot be anonymous yet."]);
  expect(headlines([])).toEqual(["caution: 0 engineers: the survey cannot be anonymous yet."]);
});

test("executives are a group of their own from eight, and otherwise not asked", () => {
  expect(headlines([...people(9), ...people(8, "executive")])).toContain("good: 8 executives, a group of their own.");
  expect(headlines([...people(9), ...people(1, "executive")])).toContain("caution: 1 executive: too few to be asked.");
});

test("a change of one to four people since the last cycle is a caution; none, or five, is not", () => {
  const before = people(20);
  const difference = (count: number) => headlines([...before, ...people(count, "engineer", {}, 20)], before)[1];
  expect(difference(0)).toBe("good: Nobody differs from the roster of Q1 2026.");
  expect(difference(1)).toBe("caution: 1 person differs from the roster of Q1 2026.");
  expect(difference(4)).toBe("caution: 4 people differ from the roster of Q1 2026.");
  expect(difference(5)).toBe("good: 5 people differ from the roster of Q1 2026.");
});

test("one who joins and one who leaves are two who differ", () => {
  expect(headlines(people(20, "engineer", {}, 1), people(20))[1]).toBe(
    "caution: 2 people differ from the roster of Q1 2026.",
  );
});

test("a team below eight is named, with the sizes of all", () => {
  const after = [...people(13, "engineer", { team: "Platform" }), ...people(3, "engineer", { team: "Mobile" }, 13)];
  expect(rosterEffects(after, null)).toContainEqual({
    tone: "caution",
    headline: "Mobile has 3 people, too few to be shown alone.",
    detail: "A team is told apart only from 8 invited engineers. After import: Platform 13, Mobile 3.",
  });
});
