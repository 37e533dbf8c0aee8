import { randomInt } from "node:crypto";
import type { PlayedCycle } from "./played-cycle";
import { type Clues, cluesIn, type Joins, type Keys, type Sight } from "./signals";

/** For each thing on the left one on the right, each used once: what the attacker says. */
export type Matching = number[];

/** A way to guess, by its name, and the guess it makes in one cycle. */
type Guesses = Map<string, Matching>;

export type Linkage = {
  /** Correct links per cycle, by the way that linked best in the other half of the cycles. */
  correct: number[];
  mean: number;
  /** The way that links best over all cycles, and its mean; with few cycles also noise looks like something. */
  best: { way: string; mean: number };
};

/** The numbers below `count` in random order. */
export function shuffledNumbers(count: number): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [numbers[last], numbers[other]] = [numbers[other] as number, numbers[last] as number];
  }
  return numbers;
}

/** Numbers of things in the order of a key; ties and missing values fall at random. */
function inOrder(values: readonly (number | string | null)[]): number[] {
  const rank = (value: number | string | null) => (value === null ? 2 : typeof value === "number" ? 0 : 1);
  return shuffledNumbers(values.length).sort((left, right) => {
    const [a, b] = [values[left] ?? null, values[right] ?? null];
    if (a === b || a === null || b === null || typeof a !== typeof b) return rank(a) - rank(b);
    return a < b ? -1 : 1;
  });
}

/** First with first, second with second. */
function matchInOrder(left: number[], right: number[]): Matching {
  const matching: Matching = [];
  for (const [place, from] of left.entries()) matching[from] = right[place] ?? 0;
  return matching;
}

/** Certain links first, the rest at random. */
function completed(links: readonly (number | null)[], size: number): Matching {
  const taken = new Set<number>();
  const certain = links.map((to) => {
    if (to === null || taken.has(to)) return null;
    taken.add(to);
    return to;
  });
  const free = shuffledNumbers(size).filter((to) => !taken.has(to));
  return certain.map((to) => to ?? free.pop() ?? 0);
}

function guessesBy(left: Keys, right: Keys, joins: Joins, size: number): Guesses {
  const guesses: Guesses = new Map();
  const rightOrders = [...right].map(([name, values]) => [name, inOrder(values)] as const);
  for (const [leftName, values] of left) {
    const order = inOrder(values);
    for (const [rightName, rightOrder] of rightOrders) {
      guesses.set(`${leftName} = ${rightName}`, matchInOrder(order, rightOrder));
      guesses.set(`${leftName} = reversed ${rightName}`, matchInOrder(order, [...rightOrder].reverse()));
    }
  }
  for (const [name, links] of joins) {
    if (links.some((to) => to !== null)) guesses.set(name, completed(links, size));
  }
  return guesses;
}

/**
 * Scores every way in every cycle. The way for a cycle is the one that linked best in the other half of the cycles, so what
 * it links is chance unless there is a link: the luckiest of thousands of ways is lucky in the half that chose it only.
 */
export function tryElsewhere(cycles: { guesses: Guesses; truth: Matching }[]): Linkage & { chosen: string[] } {
  const score = (guess: Matching | undefined, truth: Matching) =>
    (guess ?? shuffledNumbers(truth.length)).filter((to, from) => to === truth[from]).length;
  const ways = [...new Set(cycles.flatMap(({ guesses }) => [...guesses.keys()]))];
  const scores = ways.map((way) => cycles.map(({ guesses, truth }) => score(guesses.get(way), truth)));
  const bestAmong = (belongs: (cycle: number) => boolean) => {
    const sums = scores.map((row) => row.reduce((sum, value, cycle) => sum + (belongs(cycle) ? value : 0), 0));
    return sums.reduce((best, sum, way) => (sum > (sums[best] ?? 0) ? way : best), 0);
  };
  const learned = [bestAmong((cycle) => cycle % 2 === 1), bestAmong((cycle) => cycle % 2 === 0)];
  const chosen = cycles.map((_, cycle) => learned[cycle % 2] ?? 0);
  const correct = cycles.map((cycle, index) => scores[chosen[index] ?? 0]?.[index] ?? score(undefined, cycle.truth));
  const top = bestAmong(() => true);
  const mean = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / cycles.length;
  return {
    correct,
    mean: mean(correct),
    best: { way: ways[top] ?? "none", mean: mean(scores[top] ?? []) },
    chosen: chosen.map((way) => ways[way] ?? "none"),
  };
}

const truthOf = (played: PlayedCycle, clues: Clues) => {
  const of = (email: string) => {
    const known = played.truth.get(email);
    if (!known) throw new Error("the evidence names somebody who was not there");
    return known;
  };
  const ballotOfPerson = clues.people.map((email) => clues.ballots.indexOf(of(email).nullifier));
  const personOfSheet: Matching = [];
  const ballotOfSheet: Matching = [];
  for (const [person, email] of clues.people.entries()) {
    personOfSheet[of(email).sheet] = person;
    ballotOfSheet[of(email).sheet] = ballotOfPerson[person] ?? 0;
  }
  return { ballotOfPerson, personOfSheet, ballotOfSheet };
};

/** person → ballot row, and person → answers by every way including the one over the ballot. */
export type Attack = { ballots: Linkage; answers: Linkage };

/**
 * Attacks cycles with all the evidence there is. The attacker may play the product at home as often as they like: which way
 * of guessing works is learned on the other half of the cycles, so luck among thousands of ways does not look like a link.
 */
export function attack(cycles: PlayedCycle[], sight: Sight): Attack {
  const seen = cycles.map((played) => {
    const clues = cluesIn(played.evidence, sight);
    const { people, ballots, personKeys, ballotKeys, sheetKeys, joins } = clues;
    return {
      truth: truthOf(played, clues),
      ballotOfPerson: guessesBy(personKeys, ballotKeys, joins.ballotOfPerson, ballots.length),
      ballotOfSheet: guessesBy(sheetKeys, ballotKeys, joins.ballotOfSheet, ballots.length),
      personOfSheet: guessesBy(sheetKeys, personKeys, joins.personOfSheet, people.length),
    };
  });
  const toBallot = tryElsewhere(
    seen.map(({ ballotOfPerson: guesses, truth }) => ({ guesses, truth: truth.ballotOfPerson })),
  );
  const sheetToBallot = tryElsewhere(
    seen.map(({ ballotOfSheet: guesses, truth }) => ({ guesses, truth: truth.ballotOfSheet })),
  );
  const answers = tryElsewhere(
    seen.map(({ truth, ballotOfPerson, ballotOfSheet, personOfSheet }, index) => {
      // sheet → ballot → person, each half by the way that did best elsewhere.
      const forward = ballotOfSheet.get(sheetToBallot.chosen[index] ?? "");
      const back = ballotOfPerson.get(toBallot.chosen[index] ?? "");
      const over = forward && back ? forward.map((ballot) => back.indexOf(ballot)) : undefined;
      const guesses = over ? new Map(personOfSheet).set("over the ballot", over) : personOfSheet;
      return { guesses, truth: truth.personOfSheet };
    }),
  );
  return { ballots: toBallot, answers };
}

/** Correct links person → ballot per cycle by one way of guessing, named as `best.way` names it. */
export function linksBy(cycles: PlayedCycle[], sight: Sight, way: string): number {
  const counts = cycles.map((played) => {
    const clues = cluesIn(played.evidence, sight);
    const guess = guessesBy(clues.personKeys, clues.ballotKeys, clues.joins.ballotOfPerson, clues.ballots.length).get(
      way,
    );
    const { ballotOfPerson: truth } = truthOf(played, clues);
    return (guess ?? shuffledNumbers(truth.length)).filter((to, from) => to === truth[from]).length;
  });
  return counts.reduce((sum, count) => sum + count, 0) / cycles.length;
}

/**
 * Largest mean of correct links per cycle that chance explains but for one run in about a thousand. A random matching links one on
 * average, as a Poisson number of mean 1, so n cycles link a Poisson number of mean n. At 200 cycles: 1.22.
 */
export function chanceLimit(cycles: number, tail = 0.0012): number {
  let links = 0;
  let probability = Math.exp(-cycles);
  let above = 1 - probability;
  while (above > tail) {
    links += 1;
    probability *= cycles / links;
    above -= probability;
  }
  return links / cycles;
}
