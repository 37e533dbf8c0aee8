import type { Role } from "@/domain/access";
import { type Seat, seats } from "@/domain/seat";
import { findMembership } from "@/server/db/who-asks";
import { withCompany, withDirectory, withPerson } from "@/server/db/with-company";
import { type Actor, proveTenant, scheduleName, type Tenant } from "./tenant";

/** The asking person's membership in the company at `slug` as a Tenant, or null for strangers and unknown companies alike. */
export async function findTenant(slug: string, email: string, now: Date): Promise<Tenant | null> {
  const found = await findMembership(slug, email);
  if (!found) return null;
  const roles: Role[] = ["member"];
  if (found.admin) roles.push("admin");
  if (found.board) roles.push("board");
  roles.push(...seats.filter((seat) => found.seats.includes(seat)));
  const { companyId, name, memberId, ownSignIn, breakGlass } = found;
  return proveTenant({
    companyId,
    slug: found.slug,
    name,
    memberId,
    email,
    roles,
    now,
    gate: { ownSignIn, breakGlass },
  });
}

/** Companies that a person belongs to, by name. */
export const listCompaniesOf = (email: string) =>
  withPerson(email, async (tx) => {
    const memberships = await tx.member.findMany({ where: { email }, select: { companyId: true } });
    const companies = await tx.company.findMany({
      where: { id: { in: memberships.map((membership) => membership.companyId) } },
      orderBy: { name: "asc" },
    });
    return companies.map(({ slug, name }) => ({ slug, name }));
  });

/** In how many companies somebody with this address is. */
export const countMemberships = (email: string): Promise<number> =>
  withPerson(email, (tx) => tx.member.count({ where: { email } }));

/** Whether anybody with this address belongs to any company; decides whether a sign-in mail is sent. */
export const isMemberSomewhere = async (email: string): Promise<boolean> => (await countMemberships(email)) > 0;

export type SeatHolder = { memberId: string; name: string; email: string; since: Date };

/** Who sits in the two seats now. */
export const findSeatHolders = (tenant: { companyId: string }): Promise<Record<Seat, SeatHolder | null>> =>
  withCompany(tenant, async (tx) => {
    const tenures = await tx.seatTenure.findMany({
      where: { companyId: tenant.companyId, endedAt: null },
      include: { member: true },
    });
    const holderOf = (seat: Seat): SeatHolder | null => {
      const tenure = tenures.find((candidate) => candidate.seat === seat);
      return tenure
        ? { memberId: tenure.memberId, name: tenure.member.name, email: tenure.member.email, since: tenure.startedAt }
        : null;
    };
    return { cto: holderOf("cto"), vpe: holderOf("vpe") };
  });

/** Who acts when a job does what an admin planned. */
export async function scheduleActor(companyId: string, now: Date): Promise<Actor> {
  const { slug, name } = await withDirectory((tx) => tx.company.findUniqueOrThrow({ where: { id: companyId } }));
  return { companyId, slug, name, email: scheduleName, now };
}

/** A company's own settings, for its admins. */
export const getCompanySettings = async (tenant: { companyId: string }) => {
  const company = await withDirectory((tx) => tx.company.findUniqueOrThrow({ where: { id: tenant.companyId } }));
  const { slug, name, contact, mailDomains, timeZone, neutralLabelsOnly, commentDelayHours } = company;
  const reports = { neutralLabelsOnly, commentsAfterDay: commentDelayHours > 0 };
  return { slug, name, contact, mailDomains, timeZone, reports };
};
