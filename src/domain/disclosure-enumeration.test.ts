import { expect, test } from "vitest";
import { distributionOf, isConcentrated } from "./disclosure-distribution";
import { releasedScore } from "./report-score";
import { itemScore } from "./score";
import { type AnswerCounts, agreementOf, answerVariance, meanAnswer } from "./score-agreement";

// P7: every multiset of answers is released, and an outsider who knows n and all figures tries to tell an answer.
const largest = Number(process.env.DISCLOSURE_LARGEST_N ?? 24);

function* multisets(total: number): Generator<AnswerCounts> {
  for (let a = 0; a <= total; a += 1)
    for (let b = 0; a + b <= total; b += 1)
      for (let c = 0; a + b + c <= total; c += 1)
        for (let d = 0; a + b + c + d <= total; d += 1) yield [a, b, c, d, total - a - b - c - d];
}

/** All that leaves the tally about a statement which is also the only one of its dimension, the worst case. */
function everythingReleased(counts: AnswerCounts, answers: number, everybody: number, polarity: 1 | -1): string {
  const [never, rarely, sometimes, often, always] = counts;
  const concentrated = isConcentrated(never + rarely, sometimes, often + always);
  const measure = {
    concentrated,
    polarity,
    mean: itemScore(meanAnswer(counts)),
    deviation: 25 * Math.sqrt(answerVariance(counts)),
    answers,
  };
  const circle = { invited: everybody, answers: everybody };
  return JSON.stringify([
    releasedScore({ ...measure, kind: "item" }, circle),
    releasedScore({ ...measure, kind: "dimension" }, circle),
    distributionOf(counts, "freq5"),
    answers >= 20 && !concentrated ? agreementOf(counts) : null,
  ]);
}

type Seen = { answersPossible: Set<number>; byOwn: { couldDiffer: boolean; possible: boolean }[]; ends: number };

function attack(answers: number, everybody: number, polarity: 1 | -1): { pinned: number; unkind: number } {
  const worst = polarity === 1 ? [0, 1] : [3, 4];
  const classes = new Map<string, Seen>();
  for (const counts of multisets(answers)) {
    const released = everythingReleased(counts, answers, everybody, polarity);
    const seen = classes.get(released) ?? {
      answersPossible: new Set<number>(),
      byOwn: [0, 1, 2, 3, 4].map(() => ({ couldDiffer: false, possible: false })),
      ends: 0,
    };
    classes.set(released, seen);
    const unkind = worst.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
    counts.forEach((count, own) => {
      const view = seen.byOwn[own];
      if (count === 0 || view === undefined) return;
      seen.answersPossible.add(own);
      view.possible = true;
      const othersUnkind = unkind - (worst.includes(own) ? 1 : 0);
      if (othersUnkind < answers - 1) view.couldDiffer = true;
    });
  }
  const all = [...classes.values()];
  return {
    pinned: all.filter(({ answersPossible }) => answersPossible.size === 1).length,
    unkind: all.filter(({ byOwn }) => byOwn.some((view) => view.possible && !view.couldDiffer)).length,
  };
}

const sizes = Array.from({ length: largest - 4 }, (_, index) => index + 5);

test.each(sizes)(
  "of %i answers none is determined, and nobody learns that all others answered at the unkind end",
  (answers) => {
    for (const polarity of [1, -1] as const)
      expect(attack(answers, answers, polarity)).toEqual({ pinned: 0, unkind: 0 });
  },
);

test.each(sizes.filter((size) => size <= 12))(
  "the same holds for %i answers when others could not observe it",
  (answers) => {
    expect(attack(answers, 30, 1)).toEqual({ pinned: 0, unkind: 0 });
  },
);

test("the enumeration can fail: a plain mean determines answers", () => {
  const classes = new Map<number, Set<number>>();
  for (const counts of multisets(5)) {
    const seen = classes.get(meanAnswer(counts)) ?? new Set<number>();
    classes.set(meanAnswer(counts), seen);
    counts.forEach((count, index) => {
      if (count > 0) seen.add(index);
    });
  }
  expect([...classes.values()].filter((seen) => seen.size === 1).length).toBe(2);
});
