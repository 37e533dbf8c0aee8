import { type AttributedAnswers, attributedAnswersSchema } from "@/domain/answers";
import { type Manifest, manifestSchema } from "@/domain/manifest";
import { rosterDifference } from "@/domain/opening";
import { quarterAfter } from "@/domain/quarter";
import type { FrozenReport } from "@/domain/report";
import type { YearBefore } from "@/domain/report-change";
import { partnerOf, type Seat, seats } from "@/domain/seat";
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
};

/** The frozen report of one cycle, or null if it has none. */
export const findFrozenReport = async (tx: TallyTransaction, place: CycleJob): Promise<FrozenReport | null> =>
  (await findFrozenReports(tx, place.companyId, [place.cycleId])).get(place.cycleId) ?? null;

const engineerIds = async (tx: TallyTransaction, place: CycleJob): Promise<string[]> =>
  (await tx.rosterEntry.findMany({ where: { ...place, group: "engineer" }, select: { memberId: true } })).map(
    (entry) => entry.memberId,
  );

/** The same quarter last year, unless it is the cycle before anyway. */
async function findYearBefore(
  tx: TallyTransaction,
  place: CycleJob,
  quarter: string,
  beforeId: string | null,
): Promise<YearBefore | null> {
  const { companyId } = place;
  const cycle = await tx.cycle.findUnique({
    where: { companyId_quarter: { companyId, quarter: quarterAfter(quarter, -4) } },
  });
  if (!cycle || cycle.id === beforeId) return null;
  const then = { companyId, cycleId: cycle.id };
  const report = await findFrozenReport(tx, then);
  return (
    report && { report, rosterChange: rosterDifference(await engineerIds(tx, then), await engineerIds(tx, place)) }
  );
}

/** Reads everything but the ballots of a closed cycle; null if it is not closed or has been tallied before. */
export async function readFacts(tx: TallyTransaction, place: CycleJob): Promise<TallyFacts | null> {
  const { companyId, cycleId } = place;
  const cycle = await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycleId } } });
  if (cycle?.phase !== "closed" || !cycle.manifest || !cycle.opensAt || !cycle.closedAt) return null;
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
    rosterChange: beforePlace
      ? rosterDifference(await engineerIds(tx, beforePlace), await engineerIds(tx, place))
      : null,
    yearBefore: await findYearBefore(tx, place, cycle.quarter, before?.id ?? null),
  };
}
