import { toHex } from "@/domain/bytes";
import { checkNotLeaving } from "@/domain/company-deletion";
import { checkDistance, checkOpen } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import { checkOpening } from "@/domain/opening";
import { quarterLabel } from "@/domain/quarter";
import { type ReminderSpan, reminderMoments } from "@/domain/reminder";
import { recordAudit } from "@/server/audit/commands";
import { findAskedNext } from "@/server/commitment/announced";
import { findSeatHolders, getCompanySettings } from "@/server/company/queries";
import type { Actor } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { type CycleJob, enqueueCycleJob, enqueueReminderRounds, type ReminderRoundJob } from "@/server/jobs/enqueue";
import { nextNotice } from "@/server/notice/commands";
import { announce } from "@/server/webhook/announce";
import { keyOf, lockedCycle } from "./locked";
import { prepareOpening } from "./opening";
import { openingFacts } from "./queries";
import { writeToAll } from "./write-to-all";
import { writeToLeaders } from "./write-to-readers";

/** The planned reminders of a cycle in every time zone of its roster. */
function roundsOf(place: CycleJob, span: ReminderSpan, zones: ReadonlySet<string>): ReminderRoundJob[] {
  return [...zones].flatMap((zone) => {
    const moments = reminderMoments(span, zone);
    return moments.map((at, index) => ({
      ...place,
      at: at.toISOString(),
      round: index + 1,
      planned: moments.length,
      zone,
    }));
  });
}

/** Opens a draft: freezes roster and wording, makes the keys, writes the manifest and queues the invitations. Cannot be undone. */
export async function openCycle(actor: Actor, quarter: string, plannedAt?: string): Promise<void> {
  const seats = await findSeatHolders(actor);
  const { contact, timeZone } = await getCompanySettings(actor);
  await withCompany(actor, async (tx) => {
    const cycle = await lockedCycle(tx, actor, quarter);
    // Asked by the schedule, it must still be the plan: an admin may have opened it or changed their mind a moment ago.
    if (plannedAt !== undefined && (cycle.phase !== "draft" || cycle.plannedOpensAt?.toISOString() !== plannedAt))
      return;
    const { deletionDueAt } = await tx.company.findUniqueOrThrow({ where: { id: actor.companyId } });
    checkNotLeaving(deletionDueAt);
    checkOpen(cycle, actor.now);
    const { facts, people, previousOpenedAt } = await openingFacts(tx, actor, seats, cycle.sliceNames);
    checkDistance(previousOpenedAt, actor.now);
    const check = checkOpening(facts);
    const stop = check.findings.find((finding) => finding.level === "stop");
    if (stop) throw new Refusal("conflict", `${stop.title} ${stop.detail}`);
    const commitments = await findAskedNext(tx, actor.companyId, seats);
    const opening = await prepareOpening({
      tenant: actor,
      contact,
      timeZone,
      cycle,
      people,
      seats,
      check,
      commitments,
    });
    const place = { companyId: actor.companyId, cycleId: cycle.id };
    for (let start = 0; start < opening.roster.length; start += 2000) {
      await tx.rosterEntry.createMany({
        // Frozen, so that a company that moves its zone reminds nobody twice.
        data: opening.roster
          .slice(start, start + 2000)
          .map((entry) => ({ ...place, ...entry, timeZone: entry.timeZone ?? timeZone })),
      });
    }
    await tx.issuerKey.createMany({ data: opening.issuerKeys.map((key) => ({ ...place, ...key })) });
    await tx.cycle.update({
      where: keyOf(actor, cycle.id),
      data: {
        phase: "open",
        opensAt: actor.now,
        manifest: opening.manifest,
        manifestHash: toHex(opening.manifestHash),
        plannedOpensAt: null,
        openingProblem: null,
      },
    });
    await writeToAll(
      tx,
      place,
      "invitation",
      opening.roster.map(({ email }) => email),
    );
    await enqueueCycleJob(tx, "close-due", place, cycle.closesAt);
    if (cycle.castsFrom) await enqueueCycleJob(tx, "casts-begin", place, cycle.castsFrom);
    await enqueueCycleJob(tx, "claim-notice", place, nextNotice(actor.now));
    const span = { opensAt: actor.now, closesAt: cycle.closesAt, castsFrom: cycle.castsFrom };
    const zones = new Set(opening.roster.map((entry) => entry.timeZone ?? timeZone));
    await enqueueReminderRounds(tx, roundsOf(place, span, zones));
    await writeToLeaders(tx, place, { kind: "opened" });
    await announce(tx, place, { event: "cycle.opened", now: actor.now });
    const windows = cycle.castsFrom ? "two windows" : "one sitting";
    await recordAudit(
      tx,
      actor,
      "cycle.open",
      `${quarterLabel(quarter)}, ${opening.roster.length} invited, ${windows}`,
    );
  });
}
