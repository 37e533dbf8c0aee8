import { withCompany } from "@/server/db/with-company";
import { invitationToken } from "@/server/invitation/token";
import { keyStore } from "@/server/keys/keys";
import { callerFor, importRoster, tenantFor } from "../../../prisma/factories";

export type BenchCompany = { slug: string; companyId: string; admin: string; cto: string };
export type BenchCycle = BenchCompany & {
  cycleId: string;
  quarter: string;
  name: string;
  manifestHash: string;
  manifest: string;
};

export const day = 86_400_000;

/** Founds a company with two leaders and a roster of engineers, through the procedures an admin uses. */
export async function foundCompany(slug: string, engineers: number, at: Date): Promise<BenchCompany> {
  const domain = `${slug}.example`;
  const admin = `admin@${domain}`;
  const cto = `cto@${domain}`;
  await callerFor(null, at).company.signUp({
    name: `Company ${slug}`,
    slug,
    adminName: "Ada Admin",
    adminEmail: admin,
    mailDomains: [domain],
  });
  const caller = callerFor(admin, at);
  await caller.seat.assign({ company: slug, seat: "cto", email: cto, name: "Carla Cto" });
  await caller.seat.assign({ company: slug, seat: "vpe", email: `vpe@${domain}`, name: "Viktor Vpe" });
  const people = Array.from({ length: engineers }, (_, index) => ({
    name: `Engineer ${index}`,
    email: `engineer${index}@${domain}`,
  }));
  await importRoster(caller, slug, people);
  const { companyId } = await tenantFor(slug, admin, at);
  return { slug, companyId, admin, cto };
}

export async function openQuarter(company: BenchCompany, quarter: string, at: Date): Promise<BenchCycle> {
  const { slug, companyId, admin } = company;
  const caller = callerFor(admin, at);
  await caller.cycle.create({ company: slug, quarter, closesAt: new Date(at.getTime() + 14 * day) });
  await caller.cycle.open({ company: slug, quarter });
  const cycle = await withCompany({ companyId }, (tx) =>
    tx.cycle.findUniqueOrThrow({ where: { companyId_quarter: { companyId, quarter } } }),
  );
  const name = `${slug}-${quarter.toLowerCase()}`;
  const { manifest, manifestHash } = cycle;
  if (!manifest || !manifestHash) throw new Error("the cycle did not open");
  return { ...company, cycleId: cycle.id, quarter, name, manifest, manifestHash };
}

export const closeQuarter = ({ admin, slug, quarter }: BenchCycle, at: Date) =>
  callerFor(admin, at).cycle.close({ company: slug, quarter });

export const releaseQuarter = ({ admin, slug, quarter }: BenchCycle, at: Date) =>
  callerFor(admin, at).cycle.release({ company: slug, quarter });

/** The personal tokens of everybody on a cycle's roster, as their mails carry them. */
export async function invitationsOf({ companyId, cycleId }: { companyId: string; cycleId: string }): Promise<string[]> {
  const key = await keyStore().find({ companyId, cycleId }, "invitation");
  if (!key) throw new Error("no invitation key");
  const entries = await withCompany({ companyId }, (tx) =>
    tx.rosterEntry.findMany({ where: { companyId, cycleId }, select: { id: true } }),
  );
  return entries.map(({ id }) => invitationToken(key, id));
}
