import { notFound } from "@/domain/errors";
import { cycleName } from "@/domain/quarter";
import { seats } from "@/domain/seat";
import { findSeatHolders, getCompanySettings } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { invitationPreview } from "@/server/mail/invitation";

/** What the people of the roster would read if a draft opened as it is now. */
export async function getInvitationPreview(tenant: Tenant, quarter: string) {
  const { name, contact, timeZone } = await getCompanySettings(tenant);
  const holders = await findSeatHolders(tenant);
  const draft = await withCompany(tenant, (tx) =>
    tx.cycle.findFirst({ where: { companyId: tenant.companyId, quarter, phase: "draft" } }),
  );
  if (!draft) throw notFound();
  const { closesAt, castsFrom } = draft;
  return invitationPreview({
    company: name,
    contact,
    cycleName: cycleName(tenant.slug, quarter),
    quarter,
    closesAt,
    timeZone,
    castsFrom,
    seats: seats.filter((seat) => holders[seat] !== null),
  });
}
