import { expect, test } from "vitest";
import { chanceLimit, shuffledNumbers, tryElsewhere } from "../../../scripts/attack/linkage/attacker";

const raters = 25;
const random = () => shuffledNumbers(raters);
const cyclesWith = (ways: number, cycles: number) =>
  Array.from({ length: cycles }, () => ({
    truth: random(),
    guesses: new Map(Array.from({ length: ways }, (_, way) => [`way ${way}`, random()])),
  }));

test("hundreds of ways that know nothing link what chance links, though the luckiest of them looks like a link", () => {
  const { mean, best } = tryElsewhere(cyclesWith(600, 200));
  expect(mean).toBeLessThanOrEqual(chanceLimit(200, 1e-5));
  expect(mean).toBeGreaterThan(0.65);
  expect(best.mean).toBeGreaterThan(chanceLimit(200, 0.05));
});

test("one way among hundreds that finds three of 25 is found", () => {
  const cycles = cyclesWith(300, 60).map(({ truth, guesses }) => {
    const guess = guesses.get("way 7") ?? [];
    for (const from of [0, 1, 2]) {
      const at = guess.indexOf(truth[from] ?? 0);
      [guess[from], guess[at]] = [guess[at] ?? 0, guess[from] ?? 0];
    }
    return { truth, guesses };
  });
  const { mean, best } = tryElsewhere(cycles);
  expect(best.way).toBe("way 7");
  expect(mean).toBeGreaterThan(chanceLimit(60));
});
