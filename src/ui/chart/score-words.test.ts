import fc from "fast-check";
import { expect, test } from "vitest";
import { betweenText, changeWords, frequencyWord, points, rangeText, scoreText, withheldSentence } from "./score-words";

test("numbers are whole points, half up, with a true minus sign", () => {
  expect(points(64.5)).toBe("65");
  expect(points(-13.2)).toBe("−13");
  expect(points(-0.3)).toBe("0");
  expect(points(100)).toBe("100");
});

test("ranges carry an en dash", () => {
  expect(rangeText({ low: 64.6, high: 77.4 })).toBe("65–77");
});

test("a clipped score reads at most or at least", () => {
  expect(scoreText({ value: 30, clipped: "low" })).toBe("≤\u00a030");
  expect(scoreText({ value: 90, clipped: "high" })).toBe("≥\u00a090");
  expect(scoreText({ value: 71, clipped: null })).toBe("71");
});

test("a marked fall and a marked rise are said in words with their likely size", () => {
  expect(changeWords({ kind: "marked", from: 59, to: 46, change: -13, low: -21, high: -5, p: 0.01 })).toBe(
    "fell 13, likely 5 to 21",
  );
  expect(changeWords({ kind: "marked", from: 60, to: 74, change: 14, low: 5, high: 23, p: 0.01 })).toBe(
    "rose 14, likely 5 to 23",
  );
});

test("every other change says why there is none to speak of", () => {
  expect(changeWords({ kind: "none", from: 60, to: 64, smallestVisible: 9, p: 0.4 })).toBe("no clear change");
  expect(changeWords({ kind: "first" })).toBe("first result, no comparison yet");
  expect(changeWords({ kind: "held-back", people: 3 })).toBe("change held back: 3 people joined or left");
  expect(changeWords({ kind: "held-back", people: 1 })).toBe("change held back: 1 person joined or left");
  expect(changeWords({ kind: "not-comparable", why: "new-person" })).toContain("new person");
});

test("a change that is not marked never names a direction", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (from, to) => {
        expect(changeWords({ kind: "none", from, to, smallestVisible: 9, p: 0.5 })).not.toMatch(/rose|fell|\d/);
      },
    ),
  );
});

test("a value within 6.25 of a tick takes its word, others stand between two", () => {
  expect(frequencyWord(75)).toBe("often");
  expect(frequencyWord(68.75)).toBe("often");
  expect(frequencyWord(68)).toBe("between sometimes and often");
  expect(frequencyWord(0)).toBe("never");
  expect(frequencyWord(100)).toBe("almost always");
});

test("every value on the scale has a word", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
      expect(frequencyWord(value)).not.toContain("undefined");
    }),
  );
});

test("withheld says why, for scores and for statements", () => {
  expect(withheldSentence("too-few-answers")).toBe("Withheld: fewer than 5 answers.");
  expect(withheldSentence("too-few-answers", "item")).toBe("Withheld: fewer than 5 engineers could observe this.");
  expect(withheldSentence("would-reveal-another-group")).toContain("Withheld");
});

test("an interval whose ends read alike is said to be narrow", () => {
  expect(betweenText({ low: 34.6, high: 47.2 })).toBe("between 35 and 47");
  expect(betweenText({ low: 40.6, high: 41.4 })).toBe("interval under 1 point");
});
