import type { z } from "zod";
import {
  actionLine,
  type CommitmentKind,
  checkCloseCommitment,
  checkSave,
  checkShare,
  type closeCommitmentInput,
  commitmentState,
  type saveCommitmentInput,
} from "@/domain/commitment";
import { commitmentLabel, commitmentSubjects } from "@/domain/commitment-subject";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { type Seat, seatLabel } from "@/domain/seat";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { lockedCycle } from "@/server/cycle/locked";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { getOwnReport } from "./queries";

type Ref = { quarter: string; seat: Seat; kind: CommitmentKind };

/** The stored commitment of the asking leader in their own seat, or null. */
async function findOwn(tx: CompanyTransaction, tenant: Tenant, cycleId: string, { seat, kind }: Ref) {
  const row = await tx.commitment.findUnique({
    where: { companyId_cycleId_seat_kind: { companyId: tenant.companyId, cycleId, seat, kind } },
  });
  return row?.memberId === tenant.memberId ? row : null;
}

/** The report a plan may be made from: the asking leader's own, shown, the newest, while they sit in the seat. */
async function getPlannable(tx: CompanyTransaction, tenant: Tenant, { quarter, seat }: Ref) {
  // Writes about the commitments of one cycle wait for each other, the first one included.
  await lockedCycle(tx, tenant, quarter);
  const own = await getOwnReport(tx, tenant, quarter, seat);
  if (!tenant.roles.includes(seat)) throw notFound();
  if (own.report.kind !== "shown") throw new Refusal("conflict", "There is no result this quarter to plan from.");
  if (own.cycle.phase !== "released") {
    throw new Refusal("too-early", "This is a preview. Make the plan once the report is released.");
  }
  if (!own.newest) throw new Refusal("too-late", "A newer report is out. Make the plan from that one.");
  return own;
}

const subjectOf = ({ seat, quarter }: Ref, words: string): string =>
  `${seatLabel[seat].short}, ${words}, ${quarterLabel(quarter)}`;

/** Saves a draft; nobody but its leader reads it, so the audit log does not say what it is about. */
export async function saveCommitment(tenant: Tenant, input: z.infer<typeof saveCommitmentInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { cycle, withPair } = await getPlannable(tx, tenant, input);
    const stored = await findOwn(tx, tenant, cycle.id, input);
    const subjects = commitmentSubjects(input.kind, input.seat, withPair);
    checkSave(input, stored && commitmentState(stored), { subjects, now: tenant.now });
    const { companyId, memberId } = tenant;
    const { seat, kind, subject } = input;
    const place = { companyId, cycleId: cycle.id, seat, kind };
    const words = { subject, action: actionLine(input.action), dueOn: new Date(`${input.dueOn}T00:00:00Z`) };
    await tx.commitment.upsert({
      where: { companyId_cycleId_seat_kind: place },
      create: { ...place, ...words, memberId, createdAt: tenant.now },
      update: { ...words, memberId },
    });
    await recordAudit(tx, tenant, "commitment.save", subjectOf(input, kind));
  });
}

/** Shares a draft with every member, under the leader's name. Its words cannot be changed from here. */
export async function shareCommitment(tenant: Tenant, ref: Ref): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const { cycle } = await getPlannable(tx, tenant, ref);
    const stored = await findOwn(tx, tenant, cycle.id, ref);
    if (!stored) throw notFound();
    checkShare({ state: commitmentState(stored), dueOn: stored.dueOn.toISOString().slice(0, 10) }, tenant.now);
    await tx.commitment.update({
      where: { companyId_id: { companyId: tenant.companyId, id: stored.id } },
      data: { sharedAt: tenant.now },
    });
    const label = commitmentLabel({ ...ref, subject: stored.subject });
    await recordAudit(tx, tenant, "commitment.share", subjectOf(ref, label));
  });
}

/** Marks a shared commitment as kept or dropped, for good; also one of an earlier report. */
export async function closeCommitment(tenant: Tenant, input: z.infer<typeof closeCommitmentInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await lockedCycle(tx, tenant, input.quarter);
    const { cycle } = await getOwnReport(tx, tenant, input.quarter, input.seat);
    const stored = tenant.roles.includes(input.seat) ? await findOwn(tx, tenant, cycle.id, input) : null;
    if (!stored) throw notFound();
    checkCloseCommitment(commitmentState(stored));
    await tx.commitment.update({
      where: { companyId_id: { companyId: tenant.companyId, id: stored.id } },
      data: { state: input.outcome, closedAt: tenant.now },
    });
    const label = commitmentLabel({ ...input, subject: stored.subject });
    await recordAudit(tx, tenant, "commitment.close", subjectOf(input, `${label}: ${input.outcome}`));
  });
}
