import type { BoardQuarter, Subject, TrendPanel, TrendPoint } from "./board-page";
import { dimensionsOf } from "./instrument";
import type { Change, DimensionResult, Score } from "./report";
import { changeOf, samePublishedItems, sameWording } from "./report-change";
import { boardErrorRate, type Difference, differenceBetween, holm } from "./trend";

export const boardSubjects: readonly Subject[] = ["cto", "vpe", "pair"];

/** Engineers who answered about a subject in a quarter; null where nothing is shown. */
export function answersIn({ report }: BoardQuarter, subject: Subject): number | null {
  const part = report?.[subject];
  return part?.kind === "shown" ? part.answers : null;
}

/** Who is meant by a subject in a quarter: one leader's id, or both for the pair; null where the seat had nobody of its own. */
export function leaderIn({ report }: BoardQuarter, subject: Subject): string | null {
  if (report === null) return null;
  if (subject !== "pair") return report[subject].kind === "vacant" ? null : report[subject].leaderId;
  const { cto, vpe } = report;
  return cto.kind === "vacant" || vpe.kind === "vacant" ? null : `${cto.leaderId} ${vpe.leaderId}`;
}

const onePersonIn = ({ report }: BoardQuarter): boolean => report?.pair.kind === "one-person";

const resultIn = ({ report }: BoardQuarter, subject: Subject, key: string): DimensionResult | undefined => {
  const part = report?.[subject];
  return part?.kind === "shown" ? part.dimensions.find((dimension) => dimension.key === key) : undefined;
};

type Shown = Extract<Score, { kind: "shown" }>;
type Moment = { point: TrendPoint; result: DimensionResult | null; score: Shown | null };

/** One quarter of one area. While one person holds both seats, the VPoE has a line of its own only if that is still so. */
function momentOf(quarter: BoardQuarter, subject: Subject, key: string, stillOnePerson: boolean): Moment {
  const name = { quarter: quarter.quarter };
  const empty = (kind: "no-cycle" | "one-person" | "vacant" | "withheld"): Moment => ({
    point: { ...name, kind },
    result: null,
    score: null,
  });
  const part = quarter.report?.[subject];
  if (part === undefined) return empty("no-cycle");
  if (part.kind === "vacant" || part.kind === "one-person") return empty(part.kind);
  if (subject === "vpe" && onePersonIn(quarter) && !stillOnePerson) return empty("one-person");
  const result = resultIn(quarter, subject, key);
  if (result === undefined || result.score.kind === "withheld") return empty("withheld");
  const { value, clipped, low, high } = result.score;
  const fewerThanTen = (answersIn(quarter, subject) ?? 0) < 10;
  return { point: { ...name, kind: "shown", value, clipped, low, high, fewerThanTen }, result, score: result.score };
}

const responseRate = ({ report }: BoardQuarter): number => (report?.ballots ?? 0) / (report?.invited ?? 1);

type Pending =
  | { kind: "barred"; change: Change }
  | { kind: "compared"; from: number; to: number; difference: Difference };

const barred = (why: Extract<Change, { kind: "not-comparable" }>["why"]): Pending => ({
  kind: "barred",
  change: { kind: "not-comparable", why },
});

type Line = {
  subject: Subject;
  key: string;
  label: string;
  points: TrendPoint[];
  restarts: number[];
  restartsByPerson: number[];
  pending: Pending;
};

/** What may be said about the last quarter of a line against the one shown before it. */
function pendingChange(quarters: readonly BoardQuarter[], subject: Subject, moments: readonly Moment[]): Pending {
  const last = moments.length - 1;
  const before = moments.slice(0, last).findLastIndex(({ score }) => score !== null);
  const [now, then] = [moments[last], moments[before]];
  const [nowQuarter, thenQuarter] = [quarters[last], quarters[before]];
  if (!now?.result || !now.score || !nowQuarter) return barred("withheld");
  if (!then?.result || !then.score || !thenQuarter) return { kind: "barred", change: { kind: "first" } };
  if (leaderIn(thenQuarter, subject) !== leaderIn(nowQuarter, subject)) return barred("new-person");
  if (!sameWording(then.result, now.result)) return barred("wording-changed");
  if (now.result.change.kind === "held-back") return { kind: "barred", change: now.result.change };
  const [rateThen, rateNow] = [responseRate(thenQuarter), responseRate(nowQuarter)];
  if (rateThen < 0.4 || rateNow < 0.4) return barred("low-response");
  if (Math.abs(rateNow - rateThen) > 0.25) return barred("response-changed");
  if (!samePublishedItems(then.result, now.result)) return barred("withheld");
  const difference = differenceBetween(then.score, now.score);
  return { kind: "compared", from: then.score.value, to: now.score.value, difference };
}

/** Where a new line starts: another person in the seat, or other words in the statements, than at the point shown before. */
function restartsOf(
  quarters: readonly BoardQuarter[],
  subject: Subject,
  moments: readonly Moment[],
): { restarts: number[]; restartsByPerson: number[] } {
  const restarts: number[] = [];
  const restartsByPerson: number[] = [];
  let before: { leader: string | null; result: DimensionResult } | null = null;
  for (const [index, { result }] of moments.entries()) {
    const quarter = quarters[index];
    if (result === null || quarter === undefined) continue;
    const leader = leaderIn(quarter, subject);
    const otherPerson = before !== null && before.leader !== leader;
    if (otherPerson) restartsByPerson.push(index);
    if (otherPerson || (before !== null && !sameWording(before.result, result))) restarts.push(index);
    before = { leader, result };
  }
  return { restarts, restartsByPerson };
}

function lineOf(
  quarters: readonly BoardQuarter[],
  subject: Subject,
  { key, label }: { key: string; label: string },
): Line {
  const last = quarters.at(-1);
  const stillOnePerson = last !== undefined && onePersonIn(last);
  const moments = quarters.map((quarter) => momentOf(quarter, subject, key, stillOnePerson));
  return {
    subject,
    key,
    label,
    points: moments.map(({ point }) => point),
    ...restartsOf(quarters, subject, moments),
    pending: pendingChange(quarters, subject, moments),
  };
}

export type BoardArea = TrendPanel & { subject: Subject };

/** Every area of the page as a small multiple; changes pass Holm's test at 5 % over all compared areas and are at least 5 points. */
export function boardAreas(
  quarters: readonly BoardQuarter[],
  subjects: readonly Subject[] = boardSubjects,
): BoardArea[] {
  const lines = subjects.flatMap((subject) =>
    dimensionsOf(subject).map((dimension) => lineOf(quarters, subject, dimension)),
  );
  const adjusted = holm(lines.flatMap(({ pending }) => (pending.kind === "compared" ? [pending.difference.p] : [])));
  return lines.map(({ pending, ...line }) => {
    if (pending.kind === "barred") return { ...line, events: [], change: pending.change };
    const significant = (adjusted.shift() ?? 1) <= boardErrorRate;
    return { ...line, events: [], change: changeOf(pending.from, pending.to, pending.difference, significant) };
  });
}
