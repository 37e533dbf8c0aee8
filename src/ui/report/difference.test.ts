import { expect, test } from "vitest";
import { differences } from "./difference";
import { sampleDimension, sampleSeatReport, withheldScore } from "./fixtures";

const labels = (found: ReturnType<typeof differences>): string[] => found.map(({ label }) => label);

test("the clear differences come first by size, each as a sentence", () => {
  const found = differences(sampleSeatReport.dimensions, sampleSeatReport.patterns);
  expect(labels(found)).toEqual(["Outward view", "Communication", "Holds every decision"]);
  expect(found[0]?.sentence).toBe("You: often. Your engineers: sometimes.");
  expect(found[2]?.sentence).toBe("You: rarely. Your engineers: between rarely and sometimes.");
  expect(found.map(({ large }) => large)).toEqual([true, false, false]);
});

test("there are never more than five", () => {
  const many = Array.from({ length: 9 }, (_, index) => sampleDimension(`Area ${"abcdefghi"[index]}`, 40, 90));
  expect(differences(many, [])).toHaveLength(5);
});

test("aligned, unclear and withheld areas are not listed", () => {
  const aligned = sampleDimension("Aligned", 60, 65);
  const unclear = { ...sampleDimension("Unclear", 60, 75), gap: { points: 15, label: "unclear" as const } };
  const withheld = { ...sampleDimension("Withheld", 40, 90), score: withheldScore };
  expect(differences([aligned, unclear, withheld], [])).toEqual([]);
});

test("a hidden strength is one the engineers see more kindly", () => {
  expect(differences([sampleDimension("Modest", 80, 50)], [])[0]?.hiddenStrength).toBe(true);
});
