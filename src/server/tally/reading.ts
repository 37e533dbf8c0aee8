import { type AttributedAnswers, attributedAnswersSchema } from "@/domain/answers";
import { type Manifest, manifestSchema } from "@/domain/manifest";
import { quarterAfter } from "@/domain/quarter";
import type { FrozenReport } from "@/domain/report";
import type { YearBefore } from "@/domain/report-change";
import { parseSlices, type Slices, sliceNames } from "@/domain/roster";
import { rosterDifference } from "@/domain/roster-difference";
import { partnerOf, type Seat, seats } from "@/domain/seat";
import { sliceChange } from "@/domain/slice-plan";
import type { DeclaredSlice } from "@/domain/tally-slices";
import type { TallyTransaction } from "@/server/db/with-tally";
import type { CycleJob } from "@/server/jobs/enqueue";
import { findFrozenReports } from "@/server/report/frozen";

type Leader = { kind: "held"; leaderId: string; name: string } | null;

/** What the tally needs to know beside the ballots. Members appear as ids of leaders and of rosters, never beside a ballot. */
export type TallyFacts = {
  manifest: Manifest;
  quarter: string;
  closedAt: Date;
  leaders: Record<Seat, Leader>;
  claimed: Record<string, number>;
  self: Record<Seat, AttributedAnswers | null>;
  partner: Record<Seat, AttributedAnswers | null>;
  previous: FrozenReport | null;
  rosterChange: number | null;
  yearBefore: YearBefore | null;
  slices: DeclaredSlice[];
};

/** The frozen report of one cycle, or null if it has none. */
export const findFrozenReport = async (tx: TallyTransaction, place: CycleJob): Promise<FrozenReport | null> =>
  (await findFrozenReports(tx, place.companyId, [place.cycleId])).get(place.cycleId) ?? null;

type Engineer = { id: string; slices: Slices };

const engineersOf = async (tx: TallyTransaction, place: CycleJob): Promise<Engineer[]> =>
  (
    await tx.rosterEntry.findMany({ where: { ...place, group: "engineer" }, select: { memberId: true, slices: true } })
  ).map(({ memberId, slices }) => ({ id: memberId, slices: parseSlices(slices) }));

const idsOf = (engineers: readonly Engineer[]): string[] => engineers.map(({ id }) => id);

/** The slices of the manifest with the sizes of their values, and how many people of each changed since the cycle before. */
function declaredSlices(manifest: Manifest, now: readonly Engineer[], before: readonly Engineer[]): DeclaredSlice[] {
  return manifest.slices.flatMap((slice) => {
    const name = sliceNames.find((known) => known === slice.name);
    if (!name) return [];
    const valuesIn = (people: readonly Engineer[]) =>
      people.map(({ id, slices }) => ({ id, value: slices[name] ?? null }));
    const values = slice.values.map((value) => ({
      value,
      invited: now.filter(({ slices }) => slices[name] === value).length,
      changed: sliceChange(value, valuesIn(before), valuesIn(now)),
    }));
    return [{ name, values }];
  });
}

/** The same quarter last year, unless it is the cycle before anyway. */
async function findYearBefore(
  tx: TallyTransaction,
  place: CycleJob,
  quarter: string,
  beforeId: string | null,
  now: readonly Engineer[],
): Promise<YearBefore | null> {
  const { companyId } = place;
  const cycle = await tx.cycle.findUnique({
    where: { companyId_quarter: { companyId, quarter: quarterAfter(quarter, -4) } },
  });
  if (!cycle || cycle.id === beforeId) return null;
  const then = { companyId, cycleId: cycle.id };
  const report = await findFrozenReport(tx, then);
  return report && { report, rosterChange: rosterDifference(idsOf(await engineersOf(tx, then)), idsOf(now)) };
}

/** Reads everything but the ballots of a closed cycle; null if it is not closed or has been tallied before. */
export async function readFacts(tx: TallyTransaction, place: CycleJob): Promise<TallyFacts | null> {
  const { companyId, cycleId } = place;
  const cycle = await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycleId } } });
  if (cycle?.phase !== "closed" || cycle.destroyedAt || !cycle.manifest || !cycle.opensAt || !cycle.closedAt)
    return null;
  if ((await tx.reportPart.count({ where: place })) > 0) return null;
  const manifest = manifestSchema.parse(JSON.parse(cycle.manifest));
  const tenures = await tx.seatTenure.findMany({
    where: {
      companyId,
      startedAt: { lte: cycle.opensAt },
      OR: [{ endedAt: null }, { endedAt: { gte: cycle.closedAt } }],
    },
  });
  const ratings = await tx.attributedRating.findMany({ where: place });
  const leaderOf = (seat: Seat): Leader => {
    const state = manifest.seats[seat];
    const tenure = tenures.find((candidate) => candidate.seat === seat);
    return state.kind === "held" && tenure ? { kind: "held", leaderId: tenure.memberId, name: state.name } : null;
  };
  const leaders = { cto: leaderOf("cto"), vpe: leaderOf("vpe") };
  const ratingOf = (kind: "self" | "partner", seat: Seat): AttributedAnswers | null => {
    const author = leaders[kind === "self" ? seat : partnerOf(seat)]?.leaderId;
    const row = ratings.find((rating) => rating.kind === kind && rating.seat === seat && rating.memberId === author);
    return row ? attributedAnswersSchema.parse(row.answers) : null;
  };
  const claimed: Record<string, number> = {};
  for (const { group } of manifest.groups) {
    claimed[group] = await tx.rosterEntry.count({ where: { ...place, group, claimed: true } });
  }
  const before = await tx.cycle.findFirst({
    where: { companyId, quarter: { lt: cycle.quarter }, phase: { in: ["closed", "released"] } },
    orderBy: { quarter: "desc" },
  });
  const beforePlace = before && { companyId, cycleId: before.id };
  const now = await engineersOf(tx, place);
  const earlier = beforePlace ? await engineersOf(tx, beforePlace) : [];
  const bySeat = (kind: "self" | "partner") =>
    Object.fromEntries(seats.map((seat) => [seat, ratingOf(kind, seat)])) as Record<Seat, AttributedAnswers | null>;
  return {
    manifest,
    quarter: cycle.quarter,
    closedAt: cycle.closedAt,
    leaders,
    claimed,
    self: bySeat("self"),
    partner: bySeat("partner"),
    previous: beforePlace ? await findFrozenReport(tx, beforePlace) : null,
    rosterChange: beforePlace ? rosterDifference(idsOf(earlier), idsOf(now)) : null,
    yearBefore: await findYearBefore(tx, place, cycle.quarter, before?.id ?? null, now),
    slices: declaredSlices(manifest, now, earlier),
  };
}
