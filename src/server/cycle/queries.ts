import { rolesClause } from "@/domain/board-page-words";
import { fromHex } from "@/domain/bytes";
import type { Phase } from "@/domain/cycle";
import { minimumAnswers } from "@/domain/disclosure";
import { notFound } from "@/domain/errors";
import { fingerprintWords, type Manifest, manifestSchema } from "@/domain/manifest";
import { checkOpening, type OpeningFacts } from "@/domain/opening";
import { cycleName } from "@/domain/quarter";
import type { ResponseReport } from "@/domain/report";
import { parseSlices, type SliceName, sliceNames } from "@/domain/roster";
import { rosterDifference } from "@/domain/roster-difference";
import { type Seat, seats } from "@/domain/seat";
import type { SliceRoster } from "@/domain/slice-plan";
import { findSeatHolders, type SeatHolder } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { wordList } from "@/server/invitation/word-list";
import { findParticipation } from "./participation";
import { plannedRounds, sentOf } from "./reminders";

/** The engineers of the last cycle that was opened, and when it opened. */
async function previousRoster(tx: CompanyTransaction, companyId: string) {
  const previous = await tx.cycle.findFirst({
    where: { companyId, phase: { not: "draft" } },
    orderBy: { quarter: "desc" },
  });
  if (!previous) return null;
  const entries = await tx.rosterEntry.findMany({
    where: { companyId, cycleId: previous.id, group: "engineer" },
    select: { memberId: true, slices: true },
  });
  const manifest = manifestSchema.parse(JSON.parse(previous.manifest ?? ""));
  return {
    openedAt: previous.opensAt,
    memberIds: entries.map((entry) => entry.memberId),
    sliced: entries.map(({ memberId, slices }) => ({ id: memberId, slices: parseSlices(slices) })),
    asked: manifest.slices.map(({ name }) => name),
  };
}

/** What the pre-opening check looks at, and the people it is about. */
export async function openingFacts(
  tx: CompanyTransaction,
  tenant: { companyId: string; now: Date },
  seats: Record<Seat, SeatHolder | null>,
  chosen: readonly string[] = [],
) {
  const people = await tx.member.findMany({
    where: { companyId: tenant.companyId, group: { not: null } },
    select: { id: true, name: true, email: true, group: true, slices: true, timeZone: true },
    orderBy: { email: "asc" },
  });
  const engineers = people.filter((person) => person.group === "engineer");
  const previous = await previousRoster(tx, tenant.companyId);
  const valuesIn = (list: readonly { id: string; slices: unknown }[], name: SliceName) =>
    list.map(({ id, slices }) => ({ id, value: parseSlices(slices)[name] ?? null }));
  // In the order of the domain, whatever order the boxes were ticked in.
  const slices = sliceNames
    .filter((name) => chosen.includes(name))
    .map(
      (name): SliceRoster => ({
        name,
        now: valuesIn(engineers, name),
        before: previous?.asked.includes(name) ? valuesIn(previous.sliced, name) : null,
      }),
    );
  const facts: OpeningFacts = {
    slices,
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

/** The pre-opening check of a draft as the admin sees it, and the slice dimensions the roster has values for. */
export async function getOpeningCheck(tenant: Tenant, quarter: string) {
  const seats = await findSeatHolders(tenant);
  return withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId: tenant.companyId, quarter } } });
    if (!cycle) throw notFound();
    const { facts, people } = await openingFacts(tx, tenant, seats, cycle.sliceNames);
    return { ...checkOpening(facts), sliceChoices: sliceChoices(people) };
  });
}

/** Slice dimensions that at least one engineer of a roster has a value for. */
export const sliceChoices = (people: readonly { group: string | null; slices: unknown }[]): SliceName[] =>
  sliceNames.filter((name) =>
    people.some((person) => person.group === "engineer" && parseSlices(person.slices)[name] !== undefined),
  );

/** All cycles, newest first. */
export const listCycles = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const cycles = await tx.cycle.findMany({ where: { companyId: tenant.companyId }, orderBy: { quarter: "desc" } });
    return cycles.map(({ quarter, phase, opensAt, closesAt, closedAt, releasedAt, expiredAt }) => ({
      quarter,
      name: cycleName(tenant.slug, quarter),
      phase: phase as Phase,
      opensAt,
      closesAt,
      closedAt,
      releasedAt,
      expiredAt,
    }));
  });

/** States of a mail that did not arrive. */
const undelivered = ["failed", "refused", "bounced"];

/** What became of the mails of one kind: the invitations, or in two windows that sealing has begun. */
async function deliveryOf(
  tx: CompanyTransaction,
  place: { companyId: string; cycleId: string },
  kind: "invitation" | "casting",
) {
  const counts = await tx.delivery.groupBy({ by: ["state"], where: { ...place, kind }, _count: true });
  const count = (state: string) => counts.find((row) => row.state === state)?._count ?? 0;
  const failures = await tx.delivery.findMany({
    where: { ...place, kind, state: { in: undelivered } },
    select: { email: true, error: true, state: true },
    orderBy: { email: "asc" },
    take: 50,
  });
  const failed = undelivered.reduce((sum, state) => sum + count(state), 0);
  const retried = count("failed") + count("refused");
  return { sent: count("sent"), waiting: count("waiting"), failed, retried, failures };
}

/** D1 per declared value: at least 5 ballots collected, or not yet; never a number, never below 5. */
async function slicesCollected(
  tx: CompanyTransaction,
  place: { companyId: string; cycleId: string },
  declared: Manifest["slices"],
) {
  if (declared.length === 0) return [];
  const claimed = await tx.rosterEntry.findMany({
    where: { ...place, group: "engineer", claimed: true },
    select: { slices: true },
  });
  return sliceNames
    .flatMap((name) => declared.flatMap((slice) => (slice.name === name ? [{ name, values: slice.values }] : [])))
    .map(({ name, values }) => ({
      name,
      values: values.map((value) => {
        const count = claimed.filter(({ slices }) => parseSlices(slices)[name] === value).length;
        return { value, enough: count >= minimumAnswers };
      }),
    }));
}

const occupancy = ({ seats: held }: Manifest) => ({
  onePerson: held.onePerson,
  vacant: seats.filter((seat) => held[seat].kind === "vacant"),
});

/** One cycle as its admin may see it: participation, deliveries, fingerprint. Never who, when, or any score. */
export const getCycle = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { companyId_quarter: { companyId: tenant.companyId, quarter } },
    });
    if (!cycle) throw notFound();
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const timeZone = await getTimeZone(tx, tenant.companyId);
    const manifest = cycle.manifest ? manifestSchema.parse(JSON.parse(cycle.manifest)) : null;
    const slices = await slicesCollected(tx, place, manifest?.slices ?? []);
    const part = await tx.reportPart.findUnique({
      where: { companyId_cycleId_part: { ...place, part: "response" } },
    });
    const response = part?.content as ResponseReport | undefined;
    const participation = await findParticipation(tx, tenant.companyId, [{ ...cycle, response }]);
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
      expiredAt: cycle.expiredAt,
      remindersSent: cycle.remindersSent,
      lastRemindedAt: cycle.lastRemindedAt,
      reminders: { ...sentOf(cycle), planned: plannedRounds({ ...cycle, phase: cycle.phase as Phase }, timeZone) },
      plannedReminders: cycle.plannedReminders,
      plannedOpensAt: cycle.plannedOpensAt,
      plannedReleaseAt: cycle.plannedReleaseAt,
      openingProblem: cycle.openingProblem,
      timeZone,
      boardHeadline: cycle.boardHeadline,
      boardQuestion: cycle.boardQuestion,
      /** A draft of the board page's sentence that says who sits where and nothing of the results. */
      rolesSentence: manifest && `${rolesClause(occupancy(manifest))}.`,
      tallied: part !== null || cycle.expiredAt !== null,
      tooFew: response?.kind === "too-few",
      sliceNames: cycle.sliceNames.flatMap((name) => sliceNames.filter((known) => known === name)),
      groups: participation.get(cycle.id) ?? [],
      slices,
      delivery: await deliveryOf(tx, place, "invitation"),
      castingDelivery: cycle.castsFrom ? await deliveryOf(tx, place, "casting") : null,
      words: cycle.manifestHash ? fingerprintWords(fromHex(cycle.manifestHash), wordList) : null,
      manifestHash: cycle.manifestHash,
    };
  });
