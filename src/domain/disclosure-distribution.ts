import { inFivePercentSteps, minimumCell, minimumDistribution } from "./disclosure";
import type { Distribution } from "./report";
import { type AnswerCounts, totalOf } from "./score-agreement";

type Bin = { name: "low" | "middle" | "high" | "low-middle" | "middle-high"; count: number };

const ranges = {
  low: { from: 1, to: 2 },
  middle: { from: 3, to: 3 },
  high: { from: 4, to: 5 },
  "low-middle": { from: 1, to: 3 },
  "middle-high": { from: 3, to: 5 },
} as const;

const labels: Record<"freq5" | "effect5", Record<Bin["name"], string>> = {
  freq5: {
    low: "never, rarely",
    middle: "sometimes",
    high: "often, almost always",
    "low-middle": "never to sometimes",
    "middle-high": "sometimes to almost always",
  },
  effect5: {
    low: "not or slightly effective",
    middle: "fairly effective",
    high: "very or extremely effective",
    "low-middle": "not to fairly effective",
    "middle-high": "fairly to extremely effective",
  },
};

const mayStand = (bins: readonly Bin[]): boolean => bins.every(({ count }) => count === 0 || count >= minimumCell);

/** Three bins if each holds nobody or three people and none holds everybody; else two; else none. */
function binsFor(low: number, middle: number, high: number): Bin[] | null {
  const total = low + middle + high;
  // All in the middle bin would be the answer 3 from everybody, in whatever bin it is hidden.
  if (middle === total) return null;
  const three: Bin[] = [
    { name: "low", count: low },
    { name: "middle", count: middle },
    { name: "high", count: high },
  ];
  if (mayStand(three) && low < total && high < total) return three;
  const upward: Bin[] = [
    { name: "low", count: low },
    { name: "middle-high", count: middle + high },
  ];
  const downward: Bin[] = [
    { name: "low-middle", count: low + middle },
    { name: "high", count: high },
  ];
  const preferred = low <= high ? [upward, downward] : [downward, upward];
  return preferred.find((bins) => mayStand(bins) && bins.every(({ count }) => count < total)) ?? null;
}

/** Do all answers, or all but one or two, lie in one bin? Then neither shares nor the observed deviation may be said. */
export const isConcentrated = (low: number, middle: number, high: number): boolean =>
  binsFor(low, middle, high) === null;

/**
 * D5: from 20 answers, the shares of 1–2, 3 and 4–5 in 5 % steps that sum to 100 (adjusted on the largest), each of them
 * nobody or at least three people, else merged. Null where that cannot be done.
 */
export function distributionOf(counts: AnswerCounts, scale: "freq5" | "effect5"): Distribution | null {
  const total = totalOf(counts);
  if (total < minimumDistribution) return null;
  const [never, rarely, sometimes, often, always] = counts;
  const bins = binsFor(never + rarely, sometimes, often + always);
  if (bins === null) return null;
  const percents = bins.map(({ count }) => inFivePercentSteps(count, total));
  const largest = bins.reduce((best, { count }, index) => (count > (bins[best]?.count ?? 0) ? index : best), 0);
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  return bins.map(({ name }, index) => ({
    label: labels[scale][name],
    ...ranges[name],
    percent: (percents[index] ?? 0) + (index === largest ? missing : 0),
  }));
}
