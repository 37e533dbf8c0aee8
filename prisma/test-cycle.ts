import { withCompany } from "@/server/db/with-company";
import { invitationToken } from "@/server/invitation/token";
import { keyStore } from "@/server/keys/keys";
import type { readLink } from "./demo/engineer";
import { callerFor, importRoster, tenantFor } from "./factories";

export const testNow = new Date("2031-02-03T10:00:00Z");
export const testQuarter = "2031-Q1";
const day = 86_400_000;
export const testCloses = new Date(testNow.getTime() + 14 * day);
/** Where a test cycle has two windows, the second begins here. */
export const testCastsFrom = new Date(testNow.getTime() + 7 * day);

export type TestCycle = {
  slug: string;
  admin: string;
  companyId: string;
  cycleId: string;
  cto: string;
  vpe: string;
  links: { email: string; group: string; link: ReturnType<typeof readLink> }[];
};

/** Founds a company over the wire's own procedures, fills its roster and opens a cycle; returns everyone's invitation. */
export async function openTestCycle(
  slug: string,
  size: {
    engineers: number;
    executives?: number;
    castsFrom?: Date;
    teamOf?: (engineer: number) => string;
    beforeOpening?: () => Promise<unknown>;
  },
): Promise<TestCycle> {
  const domain = `${slug}.example`;
  const admin = `admin@${domain}`;
  await callerFor(null, testNow).company.signUp({
    name: `Company ${slug}`,
    slug,
    adminName: "Ada Admin",
    adminEmail: admin,
    mailDomains: [domain],
  });
  const caller = callerFor(admin, testNow);
  const cto = `cto@${domain}`;
  const vpe = `vpe@${domain}`;
  await caller.seat.assign({ company: slug, seat: "cto", email: cto, name: "Carla Cto" });
  await caller.seat.assign({ company: slug, seat: "vpe", email: vpe, name: "Viktor Vpe" });
  const people = (count: number, group: string) =>
    Array.from({ length: count }, (_, index) => ({
      name: `${group} ${index}`,
      email: `${group}${index}@${domain}`,
      group,
      team: group === "engineer" ? (size.teamOf?.(index) ?? "") : "",
    }));
  await importRoster(caller, slug, [
    ...people(size.engineers, "engineer"),
    ...people(size.executives ?? 0, "executive"),
  ]);
  const castsFrom = size.castsFrom ?? null;
  await caller.cycle.create({ company: slug, quarter: testQuarter, closesAt: testCloses, castsFrom });
  if (size.teamOf) await caller.cycle.setSlices({ company: slug, quarter: testQuarter, sliceNames: ["team"] });
  await size.beforeOpening?.();
  await caller.cycle.open({ company: slug, quarter: testQuarter });
  return { slug, admin, cto, vpe, ...(await openCycleOf(slug, admin)) };
}

/** The open cycle of a company, with everyone's invitation. */
export async function openCycleOf(
  slug: string,
  admin: string,
): Promise<Pick<TestCycle, "companyId" | "cycleId" | "links">> {
  const { companyId, cycleId, quarter, manifestHash, entries } = await readCycle(slug, admin);
  const key = await keyStore().find({ companyId, cycleId }, "invitation");
  if (!key) throw new Error("no invitation key");
  const cycle = `${slug}-${quarter.toLowerCase()}`;
  const links = entries.map(({ id, email, group }) => ({
    email,
    group,
    link: { cycle, manifestHash, invitation: invitationToken(key, id) },
  }));
  return { companyId, cycleId, links };
}

async function readCycle(slug: string, admin: string) {
  const { companyId } = await tenantFor(slug, admin, testNow);
  return withCompany({ companyId }, async (tx) => {
    const cycle = await tx.cycle.findFirstOrThrow({ where: { companyId, phase: "open" } });
    const entries = await tx.rosterEntry.findMany({
      where: { companyId, cycleId: cycle.id },
      orderBy: { email: "asc" },
    });
    return { companyId, cycleId: cycle.id, quarter: cycle.quarter, manifestHash: cycle.manifestHash ?? "", entries };
  });
}
