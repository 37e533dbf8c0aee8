import { domainOf } from "@/domain/member";
import { proofName, proofValue } from "@/domain/sign-on";
import { listCompaniesOf } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { findMembership } from "@/server/db/who-asks";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { callbackUrl } from "./begin";
import { findOfferedConnection, ownDomains } from "./connection";
import { proofToken } from "./proof";

const day = (moment: Date | null): string | null => moment?.toISOString().slice(0, 10) ?? null;

/** Admins, who may be named for break-glass, and people with a role or a seat whom the provider may not speak for. */
async function readPeople(tx: CompanyTransaction, companyId: string) {
  const people = await tx.member.findMany({
    where: { companyId, OR: [{ admin: true }, { board: true }, { seatTenures: { some: { endedAt: null } } }] },
    select: { id: true, name: true, email: true, admin: true },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  const domains = await ownDomains(tx, companyId);
  return {
    admins: people.filter(({ admin }) => admin).map(({ id, name, email }) => ({ id, name, email })),
    outside: people
      .filter(({ email }) => !domains.includes(domainOf(email)))
      .map(({ id, name, email }) => ({ id, name, email })),
    usable: domains.length > 0,
  };
}

/** How a company signs its people in, for its admins. The secret is not in it: nobody reads it back. */
export const getSignOn = (tenant: Tenant, cameThroughIt: boolean) =>
  withCompany(tenant, async (tx) => {
    const { companyId, slug, name } = tenant;
    const found = await tx.signOn.findUnique({ where: { companyId } });
    const { mailDomains } = await tx.company.findUniqueOrThrow({
      where: { id: companyId },
      select: { mailDomains: true },
    });
    const proven = await tx.signOnDomain.findMany({ where: { companyId } });
    const people = await readPeople(tx, companyId);
    return {
      company: { slug, name },
      callbackUrl: callbackUrl(slug),
      connection: found && {
        issuer: found.issuer,
        clientId: found.clientId,
        checkedOn: day(found.checkedOn),
        problem: found.problem,
        problemOn: day(found.problemOn),
      },
      domains: mailDomains.toSorted().map((domain) => {
        const its = proven.find((it) => it.domain === domain);
        return {
          domain,
          record: { name: proofName(domain), value: proofValue(proofToken(companyId, domain)) },
          verifiedOn: day(its?.verifiedOn ?? null),
          missingSince: its?.missingTold ? day(its.missingSince) : null,
        };
      }),
      required: found?.required ?? false,
      breakGlass: found?.breakGlass ?? [],
      cameThroughIt,
      ...people,
    };
  });

/** A person's companies that have a sign-in of their own, and whether it is the only way in. */
export async function listOwnSignIns(email: string): Promise<{ slug: string; name: string; required: boolean }[]> {
  const found = [];
  for (const { slug } of await listCompaniesOf(email)) {
    const connection = await findOfferedConnection(slug);
    const member = connection && (await findMembership(slug, email));
    if (member) found.push({ slug, name: member.name, required: member.ownSignIn && !member.breakGlass });
  }
  return found;
}

/** For the sign-in page: whether the company at an address has a sign-in of its own. Everything else looks like no company. */
export async function findOffer(slug: string): Promise<{ slug: string; name: string; required: boolean } | null> {
  const connection = await findOfferedConnection(slug);
  return connection && { slug: connection.slug, name: connection.name, required: connection.required };
}
