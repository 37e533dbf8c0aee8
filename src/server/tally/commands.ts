import { randomInt } from "node:crypto";
import type { Bytes } from "@/domain/bytes";
import { ledgerOf } from "@/domain/ledger";
import { manifestSchema } from "@/domain/manifest";
import type { FrozenReport } from "@/domain/report";
import { startTally } from "@/domain/tally";
import { withTally } from "@/server/db/with-tally";
import type { CycleJob } from "@/server/jobs/enqueue";
import { keyStore } from "@/server/keys/keys";
import { openedBallots } from "./ballots";
import { findFrozenReport, readFacts } from "./reading";
import { tallyKeyOpener } from "./tally-key";

/**
 * Opens the ballots of a closed cycle in memory and writes ledger, report and shuffled comments in one transaction.
 * Killed anywhere and run again, the report is the same; run twice, the second finds it written and changes nothing.
 * Returns when the sealed ballots are to be destroyed, or null if there was nothing to do.
 */
export async function tallyCycle({ companyId, cycleId }: CycleJob): Promise<Date | null> {
  const place = { companyId, cycleId };
  const facts = await withTally(place.companyId, (tx) => readFacts(tx, place));
  if (!facts) return null;
  const privateKey = await keyStore().find(place, "tally");
  if (!privateKey) throw new Error("the tally key of this cycle is not in the key store");
  const open = await tallyKeyOpener(privateKey);
  const { manifest } = facts;
  const tally = startTally({
    quarter: facts.quarter,
    seats: {
      cto: facts.leaders.cto ?? { kind: "vacant" },
      vpe: facts.leaders.vpe ?? { kind: "vacant" },
      onePerson: manifest.seats.onePerson,
    },
    invited: {
      engineer: manifest.groups.find((group) => group.group === "engineer")?.rosterSize ?? 0,
      executive: manifest.groups.find((group) => group.group === "executive")?.rosterSize ?? null,
    },
    slices: facts.slices,
    attributed: { self: facts.self, partner: facts.partner },
    commitments: manifest.commitments,
    previous: facts.previous,
    rosterChange: facts.rosterChange,
    yearBefore: facts.yearBefore,
    randomInt,
  });
  const leaves: Bytes[] = [];
  const cast: Record<string, number> = {};
  for await (const batch of openedBallots(place, manifest, open)) {
    for (const ballot of batch) {
      leaves.push(ballot.leaf);
      cast[ballot.group] = (cast[ballot.group] ?? 0) + 1;
      if (ballot.answers) tally.addBallot(ballot.group, ballot.answers);
    }
  }
  const { report, comments } = tally.finish();
  const ledger = await ledgerOf(
    leaves,
    manifest.groups.map(({ group, rosterSize }) => ({
      group,
      invited: rosterSize,
      claimed: facts.claimed[group] ?? 0,
      cast: cast[group] ?? 0,
    })),
  );
  await withTally(place.companyId, async (tx) => {
    await tx.$queryRaw`select 1 from cycle where company_id = ${place.companyId}::uuid and id = ${place.cycleId}::uuid for update`;
    if ((await tx.reportPart.count({ where: place })) > 0) return;
    await tx.ledger.create({ data: { ...place, content: ledger } });
    await tx.reportPart.createMany({
      data: (["response", "cto", "vpe", "pair"] as const).map((part) => ({ ...place, part, content: report[part] })),
    });
    await tx.comment.createMany({ data: comments.map((comment) => ({ ...place, ...comment })) });
    if (report.response.kind === "too-few") await tx.ballot.deleteMany({ where: place });
  });
  return destructionDate(report, facts.closedAt, manifest.disputeDays);
}

/** Too few ballots are destroyed at once; all others after the dispute period. */
function destructionDate(report: FrozenReport, closedAt: Date, disputeDays: number): Date {
  return report.response.kind === "too-few" ? closedAt : new Date(closedAt.getTime() + disputeDays * 86_400_000);
}

/** When a counted cycle that still has its ballots is to be destroyed; null if it is not counted, or destroyed already. */
export const findDestructionDate = ({ companyId, cycleId }: CycleJob): Promise<Date | null> =>
  withTally(companyId, async (tx) => {
    const cycle = await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycleId } } });
    const report = await findFrozenReport(tx, { companyId, cycleId });
    if (!cycle?.closedAt || !cycle.manifest || cycle.destroyedAt || !report) return null;
    return destructionDate(report, cycle.closedAt, manifestSchema.parse(JSON.parse(cycle.manifest)).disputeDays);
  });

/** Deletes what could still be opened or disputed: envelopes, claim marks, hashes and the cycle's private keys. Repeating is harmless. */
export async function destroyCycle({ companyId, cycleId }: CycleJob, now: Date): Promise<void> {
  const place = { companyId, cycleId };
  const waits = await withTally(place.companyId, (tx) =>
    tx.cycle.count({ where: { companyId, id: cycleId, destroyedAt: null } }),
  );
  if (waits === 0) return;
  await withTally(place.companyId, async (tx) => {
    if ((await tx.reportPart.count({ where: place })) === 0)
      throw new Error("a cycle is destroyed after its tally only");
    await tx.ballot.deleteMany({ where: place });
    await tx.rosterEntry.updateMany({
      where: place,
      data: { claimed: false, claimNoticed: false, blindedMessageHash: null, invitationHash: null },
    });
  });
  await keyStore().destroy(place);
  await withTally(place.companyId, (tx) =>
    tx.cycle.updateMany({
      where: { companyId: place.companyId, id: place.cycleId, destroyedAt: null },
      data: { destroyedAt: now },
    }),
  );
}
