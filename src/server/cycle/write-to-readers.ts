import type { Seat } from "@/domain/seat";
import type { CompanyTransaction } from "@/server/db/with-company";
import { type CycleJob, enqueueMails } from "@/server/jobs/enqueue";
import { boardMail, previewMail, type ReaderMailFacts, releasedMail, selfRatingMail } from "@/server/mail/for-readers";

async function factsOf(tx: CompanyTransaction, { companyId, cycleId }: CycleJob) {
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { companyId_id: { companyId, id: cycleId } } });
  const { name, slug, timeZone } = company;
  const facts: ReaderMailFacts = { company: name, slug, timeZone, quarter: cycle.quarter };
  return { facts, cycle };
}

/** Who sits now in a seat they held when the cycle opened: whom it is about, and who may read. One person, one mail. */
async function leadersOf(tx: CompanyTransaction, companyId: string, opensAt: Date): Promise<Map<string, Seat[]>> {
  const tenures = await tx.seatTenure.findMany({
    where: { companyId, endedAt: null, startedAt: { lte: opensAt } },
    include: { member: { select: { email: true } } },
    orderBy: { seat: "asc" },
  });
  const leaders = new Map<string, Seat[]>();
  for (const { seat, member } of tenures)
    leaders.set(member.email, [...(leaders.get(member.email) ?? []), seat as Seat]);
  return leaders;
}

/** Writes to the leaders of a cycle, in the transaction that made it necessary; nothing of what anybody answered. */
export async function writeToLeaders(
  tx: CompanyTransaction,
  place: CycleJob,
  happening: { kind: "opened" } | { kind: "counted" } | { kind: "released"; boardAt: Date },
): Promise<void> {
  const { facts, cycle } = await factsOf(tx, place);
  if (!cycle.opensAt) return;
  const leaders = await leadersOf(tx, place.companyId, cycle.opensAt);
  await enqueueMails(
    tx,
    [...leaders].map(([email, seats]) => {
      if (happening.kind === "opened") return selfRatingMail(email, facts, cycle.closesAt);
      if (happening.kind === "counted") return previewMail(email, facts, seats);
      return releasedMail(email, facts, happening.boardAt);
    }),
    `${place.cycleId}/${happening.kind}`,
  );
}

/** Writes to the board that its page is open. */
export async function writeToBoard(tx: CompanyTransaction, place: CycleJob): Promise<void> {
  const { facts } = await factsOf(tx, place);
  const board = await tx.member.findMany({
    where: { companyId: place.companyId, board: true },
    select: { email: true },
  });
  await enqueueMails(
    tx,
    board.map(({ email }) => boardMail(email, facts)),
    `${place.cycleId}/board`,
  );
}
