import { fromHex } from "@/domain/bytes";
import { type Phase, participation } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { fingerprintWords, manifestSchema } from "@/domain/manifest";
import { checkOpening, type OpeningFacts, rosterDifference } from "@/domain/opening";
import { cycleName } from "@/domain/quarter";
import type { Seat } from "@/domain/seat";
import { findSeatHolders, type SeatHolder } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { wordList } from "@/server/invitation/word-list";

/** The engineers of the last cycle that was opened, and when it opened. */
async function previousRoster(tx: CompanyTransaction, companyId: string) {
  const previous = await tx.cycle.findFirst({
    where: { companyId, phase: { not: "draft" } },
    orderBy: { quarter: "desc" },
  });
  if (!previous) return null;
  const entries = await tx.rosterEntry.findMany({
    where: { companyId, cycleId: previous.id, group: "engineer" },
    select: { memberId: true },
  });
  return { openedAt: previous.opensAt, memberIds: entries.map((entry) => entry.memberId) };
}

/** What the pre-opening check looks at, and the people it is about. */
export async function openingFacts(tx: CompanyTransaction, tenant: Tenant, seats: Record<Seat, SeatHolder | null>) {
  const people = await tx.member.findMany({
    where: { companyId: tenant.companyId, group: { not: null } },
    select: { id: true, name: true, email: true, group: true },
    orderBy: { email: "asc" },
  });
  const engineers = people.filter((person) => person.group === "engineer");
  const previous = await previousRoster(tx, tenant.companyId);
  const facts: OpeningFacts = {
    engineers: engineers.length,
    executives: people.length - engineers.length,
    seats,
    daysSincePrevious: previous?.openedAt
      ? Math.floor((tenant.now.getTime() - previous.openedAt.getTime()) / 86_400_000)
      : null,
    rosterChange:
      previous &&
      rosterDifference(
        previous.memberIds,
        engineers.map((engineer) => engineer.id),
      ),
  };
  return { facts, people, previousOpenedAt: previous?.openedAt ?? null };
}

/** The pre-opening check as the admin sees it. */
export async function getOpeningCheck(tenant: Tenant) {
  const seats = await findSeatHolders(tenant);
  return withCompany(tenant, async (tx) => checkOpening((await openingFacts(tx, tenant, seats)).facts));
}

/** All cycles, newest first. */
export const listCycles = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const cycles = await tx.cycle.findMany({ where: { companyId: tenant.companyId }, orderBy: { quarter: "desc" } });
    return cycles.map(({ quarter, phase, opensAt, closesAt, closedAt, releasedAt }) => ({
      quarter,
      name: cycleName(tenant.slug, quarter),
      phase: phase as Phase,
      opensAt,
      closesAt,
      closedAt,
      releasedAt,
    }));
  });

async function deliveryOf(tx: CompanyTransaction, place: { companyId: string; cycleId: string }) {
  const counts = await tx.delivery.groupBy({ by: ["state"], where: { ...place, kind: "invitation" }, _count: true });
  const count = (state: string) => counts.find((row) => row.state === state)?._count ?? 0;
  const failures = await tx.delivery.findMany({
    where: { ...place, kind: "invitation", state: "failed" },
    select: { email: true, error: true },
    orderBy: { email: "asc" },
    take: 50,
  });
  return { sent: count("sent"), waiting: count("waiting"), failed: count("failed"), failures };
}

/** One cycle as its admin may see it: claimed ballots in 5 % steps, deliveries, fingerprint. Never who, when, or any score. */
export const getCycle = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
    if (!cycle) throw notFound();
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const groups = [];
    const manifest = cycle.manifest ? manifestSchema.parse(JSON.parse(cycle.manifest)) : null;
    for (const { group, rosterSize } of manifest?.groups ?? []) {
      const claimed = await tx.rosterEntry.count({ where: { ...place, group, claimed: true } });
      groups.push({ group, invited: rosterSize, participation: participation(rosterSize, claimed) });
    }
    const response = await tx.reportPart.findUnique({
      where: { companyId_cycleId_part: { ...place, part: "response" } },
    });
    return {
      quarter,
      name: cycleName(tenant.slug, quarter),
      phase: cycle.phase as Phase,
      opensAt: cycle.opensAt,
      closesAt: cycle.closesAt,
      castsFrom: cycle.castsFrom,
      closedAt: cycle.closedAt,
      releasedAt: cycle.releasedAt,
      boardAt: cycle.boardAt,
      boardDelayHours: cycle.boardDelayHours,
      heldAt: cycle.heldAt,
      destroyedAt: cycle.destroyedAt,
      remindersSent: cycle.remindersSent,
      lastRemindedAt: cycle.lastRemindedAt,
      boardHeadline: cycle.boardHeadline,
      boardQuestion: cycle.boardQuestion,
      tallied: response !== null,
      tooFew: (response?.content as { kind?: string } | undefined)?.kind === "too-few",
      groups,
      delivery: await deliveryOf(tx, place),
      words: cycle.manifestHash ? fingerprintWords(fromHex(cycle.manifestHash), wordList) : null,
      manifestHash: cycle.manifestHash,
    };
  });
