import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Phase } from "@/domain/cycle";
import { notFound, Refusal } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { releaseStage } from "@/domain/release";
import { type createShareInput, shareState } from "@/domain/share";
import { env } from "@/env.js";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { keyOf } from "@/server/cycle/locked";
import { withCompany } from "@/server/db/with-company";
import { hashShareToken } from "./token";

/** Makes a link to the board page of one cycle, once the board may read it. Its address is answered here and never again. */
export async function createShare(
  tenant: Tenant,
  input: { quarter: string } & z.output<typeof createShareInput>,
): Promise<{ url: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(tenant.now.getTime() + input.days * 86_400_000);
  await withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId, quarter: input.quarter } } });
    if (!cycle) throw notFound();
    const facts = { ...cycle, phase: cycle.phase as Phase, tallied: cycle.phase === "released" };
    if (releaseStage(facts, tenant.now) !== "board") {
      throw new Refusal("too-early", "A link can be made once the board reads the page.");
    }
    await tx.boardShare.create({
      data: {
        companyId,
        cycleId: cycle.id,
        tokenHash: hashShareToken(token),
        label: input.label,
        createdBy: tenant.email,
        createdAt: tenant.now,
        expiresAt,
      },
    });
    const until = expiresAt.toISOString().slice(0, 10);
    await recordAudit(tx, tenant, "share.create", `${quarterLabel(input.quarter)}, ${input.label}, until ${until}`);
  });
  return { url: `${env.TANDEM_URL}/board-pack/${tenant.slug}/${token}`, expiresAt };
}

/** Ends a link at once and for good. */
export async function revokeShare(tenant: Tenant, shareId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const share = await tx.boardShare.findUnique({ where: keyOf(tenant, shareId), include: { cycle: true } });
    if (!share) throw notFound();
    if (shareState(share, tenant.now) !== "open") throw new Refusal("conflict", "This link opens nothing any more.");
    await tx.boardShare.update({ where: keyOf(tenant, shareId), data: { revokedAt: tenant.now } });
    await recordAudit(tx, tenant, "share.revoke", `${quarterLabel(share.cycle.quarter)}, ${share.label}`);
  });
}
