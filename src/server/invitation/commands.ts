import { fromHex } from "@/domain/bytes";
import { Refusal } from "@/domain/errors";
import { fingerprintWords, manifestSchema } from "@/domain/manifest";
import { seats } from "@/domain/seat";
import { castsFromOf, type Window, type Windows, windowAt } from "@/domain/windows";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import type { CycleJob, DeliveryJob } from "@/server/jobs/enqueue";
import { keyStore } from "@/server/keys/keys";
import { type InvitationFacts, invitationMail } from "@/server/mail/invitation";
import { type Mail, MailRefused, sendMail, sendUncountedMail, unlessRefused } from "@/server/mail/send";
import { invitationToken } from "./token";
import { wordList } from "./word-list";

type Entry = { id: string; name: string; email: string };

async function compose(
  tx: CompanyTransaction,
  place: CycleJob,
  entry: Entry,
  kind: InvitationFacts["kind"],
  windowOf: (windows: Windows) => Window | null,
): Promise<Mail | null> {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { companyId_id: { companyId: place.companyId, id: place.cycleId } },
    include: { company: { select: { timeZone: true } } },
  });
  if (cycle.phase !== "open" || !cycle.manifest || !cycle.manifestHash) return null;
  const key = await keyStore().find(place, "invitation");
  if (!key) return null;
  const manifest = manifestSchema.parse(JSON.parse(cycle.manifest));
  const window = windowOf(manifest.windows);
  if (!window) return null;
  const hash = fromHex(cycle.manifestHash);
  return invitationMail({
    kind,
    email: entry.email,
    name: entry.name,
    company: manifest.company.name,
    contact: manifest.company.contact,
    cycleName: manifest.cycle.name,
    quarter: cycle.quarter,
    closesAt: cycle.closesAt,
    timeZone: cycle.company.timeZone,
    castsFrom: castsFromOf(manifest.windows),
    seats: seats.filter((seat) => manifest.seats[seat].kind === "held"),
    window,
    manifestHash: hash,
    words: fingerprintWords(hash, wordList),
    invitationToken: invitationToken(key, entry.id),
  });
}

/** Job: sends one invitation and notes on its delivery how that went. A failure is thrown on, so that the queue retries it. */
export async function sendInvitation({ deliveryId, ...place }: DeliveryJob, now: Date): Promise<void> {
  const where = { companyId_id: { companyId: place.companyId, id: deliveryId } };
  const mail = await withCompany(place, async (tx) => {
    const delivery = await tx.delivery.findUnique({ where });
    if (!delivery || ["sent", "bounced"].includes(delivery.state)) return null;
    const entry = await tx.rosterEntry.findFirst({ where: { ...place, email: delivery.email } });
    // A mail that the second window has begun says so whatever the clock of this machine says.
    const window = (windows: Windows) => (delivery.kind === "casting" ? "casts" : windowAt(windows, now));
    return entry && compose(tx, place, entry, "invitation", window);
  });
  if (!mail) return;
  try {
    await sendMail(mail, `delivery ${deliveryId}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    const state = error instanceof MailRefused ? "refused" : "failed";
    await withCompany(place, (tx) =>
      tx.delivery.update({ where, data: { state, error: reason, attempts: { increment: 1 } } }),
    );
    if (state === "refused") return;
    throw error;
  }
  await withCompany(place, (tx) =>
    tx.delivery.update({ where, data: { state: "sent", error: null, attempts: { increment: 1 } } }),
  );
}

/**
 * Job: reminds one person, unless they have collected a ballot by now. The last reminder reaches everybody with the same words,
 * and so does each one in the second of two windows, where collecting is over. `deliveryId` names their roster entry. How it
 * went is written and counted nowhere: a failure by name tells that somebody had not claimed, a sum of mails tells how many.
 */
export async function sendReminder(job: DeliveryJob, now: Date): Promise<void> {
  const { deliveryId, toAll = false, reminder = "", companyId, cycleId } = job;
  const place = { companyId, cycleId };
  const mail = await withCompany(place, async (tx) => {
    const entry = await tx.rosterEntry.findUnique({
      where: { companyId_id: { companyId: place.companyId, id: deliveryId } },
    });
    if (!entry) return null;
    const unreachable = { ...place, email: entry.email, state: { in: ["refused", "bounced"] } };
    if ((await tx.delivery.count({ where: unreachable })) > 0) return null;
    return compose(tx, place, entry, toAll ? "last-reminder" : "reminder", (windows) => {
      const window = windowAt(windows, now);
      return entry.claimed && !toAll && window !== "casts" ? null : window;
    });
  });
  if (mail) await unlessRefused(sendUncountedMail(mail, `reminder ${reminder} ${deliveryId}`));
}

/** Sends the asking person their own invitation again: the same link, to the same address. */
export async function sendMyInvitation(tenant: Tenant): Promise<void> {
  const mail = await withCompany(tenant, async (tx) => {
    const cycle = await tx.cycle.findFirst({ where: { companyId: tenant.companyId, phase: "open" } });
    if (!cycle) throw new Refusal("too-late", "No cycle is open.");
    const place = { companyId: tenant.companyId, cycleId: cycle.id };
    const entry = await tx.rosterEntry.findFirst({ where: { ...place, memberId: tenant.memberId } });
    if (!entry) throw new Refusal("not-found", "You are not on the roster of this cycle.");
    return compose(tx, place, entry, "invitation", (windows) => windowAt(windows, tenant.now));
  });
  if (mail) await sendMail(mail);
}
