import { entryOf } from "@/domain/sign-on";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";

/** Whose session asks, as far as the gate needs it. */
export type Passage = { sessionId?: string | undefined; signOnCompany?: string | null | undefined };

/** Whether a session came through the company's own provider. */
export const cameThrough = (tenant: Tenant, { signOnCompany }: Passage): boolean => signOnCompany === tenant.companyId;

/** Puts into the audit log that a named admin entered past the company's own sign-in: one line for each session. */
async function noteBreakGlass(tenant: Tenant, sessionId: string | undefined): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    if (sessionId !== undefined) {
      const first =
        await tx.$executeRaw`update session set broke_glass_of = array_append(broke_glass_of, ${companyId}::uuid)
        where id = ${sessionId}::uuid and not (${companyId}::uuid = any (broke_glass_of))`;
      if (first === 0) return;
    }
    await recordAudit(tx, tenant, "signOn.breakGlass", tenant.email);
  });
}

/** Whether a member may enter with this session; a break-glass entry is written down before anything is answered. */
export async function mayEnter(tenant: Tenant, passage: Passage): Promise<boolean> {
  const entry = tenant.gate ? entryOf(tenant.gate, cameThrough(tenant, passage)) : "open";
  if (entry === "break-glass") await noteBreakGlass(tenant, passage.sessionId);
  return entry !== "own-sign-in";
}
