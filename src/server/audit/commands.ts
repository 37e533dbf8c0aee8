import type { CompanyTransaction } from "@/server/db/with-company";

/**
 * Writes down what an admin did, in the same transaction as the deed; the database puts the line at the end of the
 * company's chain and lets other writers wait until then. Never call it for anything an engineer does.
 */
export async function recordAudit(
  tx: CompanyTransaction,
  who: { companyId: string; email: string; now: Date; via?: string },
  action: string,
  subject?: string,
): Promise<void> {
  const words = [subject, who.via && `by ${who.via}`].filter((part) => part !== undefined).join(", ");
  await tx.auditEntry.create({
    data: { companyId: who.companyId, at: who.now, actor: who.email, action, subject: words || null },
  });
}
