import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import { ownProfile, profileSentence } from "./relative-profile";
import type { DimensionResult, Score } from "./report";

const dimension = (label: string, value: number | null, half = 5): DimensionResult => {
  const score: Score =
    value === null
      ? { kind: "withheld", why: "too-few-answers" }
      : {
          kind: "shown",
          value,
          clipped: null,
          low: value - half,
          high: value + half,
          answers: 27,
          standardError: 2,
          degreesOfFreedom: 30,
        };
  return {
    key: label,
    label,
    score,
    band: null,
    self: null,
    partner: null,
    executives: null,
    gap: null,
    change: { kind: "first" },
    items: [],
  };
};
const five = (half = 5): DimensionResult[] =>
  Object.entries(golden.F18_ipsative[0]?.dims ?? {}).map(([label, value]) => dimension(label, value, half));

test("F18: each area against the mean of one's own areas", () => {
  const profile = ownProfile(five());
  expect(profile?.mean).toBe(62);
  expect(Object.fromEntries(profile?.areas.map(({ key, points }) => [key, points]) ?? [])).toEqual(
    golden.F18_ipsative[0]?.rel,
  );
});

test("an area stands out only when its interval leaves the mean outside", () => {
  expect(
    ownProfile(five())
      ?.areas.filter(({ standsOut }) => standsOut)
      .map(({ key }) => key),
  ).toEqual(["vision", "outward"]);
  expect(profileSentence(ownProfile(five())?.areas ?? [])).toBe(
    "Clearly above your own mean: vision. Clearly below it: outward.",
  );
  expect(profileSentence(ownProfile(five(15))?.areas ?? [])).toBe(
    "No area stands out from your own mean: every interval contains it.",
  );
});

test("strengths are named first, the strongest of them first", () => {
  const areas = [dimension("Low", 40), dimension("High", 80), dimension("Higher", 85), dimension("Lower", 35)];
  expect(profileSentence(ownProfile(areas)?.areas ?? [])).toBe(
    "Clearly above your own mean: higher and high. Clearly below it: lower and low.",
  );
  expect(profileSentence(ownProfile([...areas.slice(0, 1), dimension("B", 60), dimension("C", 61)])?.areas ?? [])).toBe(
    "Clearly above your own mean: c and b. Clearly below it: low.",
  );
});

test("withheld areas are left out, and with fewer than three shown there is no profile", () => {
  expect(ownProfile([...five(), dimension("Hidden", null)])?.areas).toHaveLength(5);
  expect(ownProfile([dimension("a", 50), dimension("b", 60), dimension("c", null)])).toBeNull();
});
