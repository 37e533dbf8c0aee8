import { responseRate } from "./rater-mix";
import type { Change, DimensionResult, FrozenReport, Score } from "./report";
import {
  benjaminiHochberg,
  type Difference,
  differenceBetween,
  falseDiscoveryRate,
  smallestNamedChange,
} from "./trend";

type Compared = Pick<DimensionResult, "key" | "score" | "items">;
type NotComparable = Extract<Change, { kind: "first" | "held-back" | "not-comparable" }>;

/** The report of the same quarter last year, and how many engineers joined or left since. */
export type YearBefore = { report: FrozenReport; rosterChange: number };

/** What two quarters must have in common before any number is compared. */
export type ChangeContext = {
  /** Null for the first cycle. */
  previous: {
    response: FrozenReport["response"];
    samePeople: boolean;
    areas: readonly Compared[] | null;
    /** Engineers who joined or left since then. */
    rosterChange: number | null;
  } | null;
  response: FrozenReport["response"];
};

const publishedItems = (area: Compared): string =>
  area.items
    .filter(({ score }) => score.kind === "shown")
    .map(({ key }) => key)
    .join();

const wordings = (area: Compared): string =>
  JSON.stringify(area.items.map(({ key, wordingVersion }) => [key, wordingVersion]));

/** Do two results of an area rest on the same statements, word for word? */
export const sameWording = (before: Compared, after: Compared): boolean => wordings(before) === wordings(after);

/** Were the same statements of an area published in both quarters? Otherwise the composite is another one. */
export const samePublishedItems = (before: Compared, after: Compared): boolean =>
  publishedItems(before) === publishedItems(after);

/** Why the whole report cannot be compared with the one before, or null. Response below 40 % or changed by over 25 points bars it. */
function barrier({ previous, response }: ChangeContext): NotComparable | null {
  if (previous === null) return { kind: "first" };
  if (!previous.samePeople) return { kind: "not-comparable", why: "new-person" };
  if (previous.areas === null) return { kind: "not-comparable", why: "withheld" };
  const people = previous.rosterChange ?? 0;
  if (people >= 1 && people <= 4) return { kind: "held-back", people };
  const [before, after] = [responseRate(previous.response), responseRate(response)];
  if (before < 0.4 || after < 0.4) return { kind: "not-comparable", why: "low-response" };
  return Math.abs(after - before) > 0.25 ? { kind: "not-comparable", why: "response-changed" } : null;
}

type Shown = Extract<Score, { kind: "shown" }>;
type Outcome =
  | { kind: "compared"; before: Shown; after: Shown; difference: Difference }
  | { kind: "barred"; change: NotComparable };

function compare(before: Compared | undefined, after: Compared): Outcome {
  const barred = (why: "withheld" | "wording-changed"): Outcome => ({
    kind: "barred",
    change: { kind: "not-comparable", why },
  });
  if (before === undefined || !sameWording(before, after)) return barred("wording-changed");
  if (before.score.kind === "withheld" || after.score.kind === "withheld") return barred("withheld");
  if (!samePublishedItems(before, after)) return barred("withheld");
  const difference = differenceBetween(before.score, after.score);
  return { kind: "compared", before: before.score, after: after.score, difference };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What is said about one difference once it is known whether the family's test marks it and it is at least 5 points. */
export function changeOf(before: number, after: number, difference: Difference, significant: boolean): Change {
  const { change, low, high, smallestVisible, p } = difference;
  return significant && Math.abs(change) >= smallestNamedChange
    ? { kind: "marked", from: before, to: after, change, low: tenths(low), high: tenths(high), p }
    : { kind: "none", from: before, to: after, smallestVisible: tenths(smallestVisible), p };
}

/** F6 with F14: the changes of one family of areas (Benjamini–Hochberg at 10 %), in the order given. */
export function changesOf(areas: readonly Compared[], context: ChangeContext): Change[] {
  const barred = barrier(context);
  if (barred !== null) return areas.map(() => barred);
  const outcomes = areas.map((area) =>
    compare(
      context.previous?.areas?.find(({ key }) => key === area.key),
      area,
    ),
  );
  const adjusted = benjaminiHochberg(
    outcomes.flatMap((outcome) => (outcome.kind === "compared" ? [outcome.difference.p] : [])),
  );
  return outcomes.map((outcome) => {
    if (outcome.kind === "barred") return outcome.change;
    const significant = (adjusted.shift() ?? 1) <= falseDiscoveryRate;
    return changeOf(outcome.before.value, outcome.after.value, outcome.difference, significant);
  });
}
