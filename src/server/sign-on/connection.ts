import { Refusal } from "@/domain/errors";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";
import { openCompanySecret, sealCompanySecret } from "@/server/keys/company-secret";

/** A company's provider as it is stored. */
export type Connection = {
  companyId: string;
  slug: string;
  name: string;
  issuer: string;
  clientId: string;
  sealedSecret: Uint8Array;
  required: boolean;
};

const placeOf = (companyId: string) => ({ companyId, purpose: "sign-on" });

export const sealClientSecret = (companyId: string, secret: string) =>
  new Uint8Array(sealCompanySecret(placeOf(companyId), secret));

/** A stored secret that this installation's master key does not open. */
export class LostSecret extends Error {}

export function openClientSecret({ companyId, sealedSecret }: Connection): string {
  try {
    return openCompanySecret(placeOf(companyId), sealedSecret);
  } catch {
    throw new LostSecret();
  }
}

/** Domains a company has proven and still calls its own: its provider may speak for these and no others. */
export async function ownDomains(tx: CompanyTransaction, companyId: string): Promise<string[]> {
  const { mailDomains } = await tx.company.findUniqueOrThrow({
    where: { id: companyId },
    select: { mailDomains: true },
  });
  const proven = await tx.signOnDomain.findMany({ where: { companyId }, select: { domain: true } });
  return proven.map(({ domain }) => domain).filter((domain) => mailDomains.includes(domain));
}

const findCompany = (slug: string) =>
  withDirectory((tx) => tx.company.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } }));

/** The provider of a company, set up or not usable yet; null where there is none. */
export async function findConnection(company: { id: string; slug: string; name: string }): Promise<Connection | null> {
  const { id: companyId, slug, name } = company;
  const found = await withCompany({ companyId }, (tx) => tx.signOn.findUnique({ where: { companyId } }));
  if (!found) return null;
  const { issuer, clientId, sealedSecret, required } = found;
  return { companyId, slug, name, issuer, clientId, sealedSecret, required };
}

/** A company that requires its own sign-in keeps a domain that its provider may speak for. */
export async function refuseIfNobodyCouldEnter(
  tx: CompanyTransaction,
  companyId: string,
  mailDomains: readonly string[],
): Promise<void> {
  const required = await tx.signOn.count({ where: { companyId, required: true } });
  if (required === 0) return;
  const left = await tx.signOnDomain.count({ where: { companyId, domain: { in: [...mailDomains] } } });
  if (left > 0) return;
  throw new Refusal(
    "conflict",
    "Single sign-on is required and needs one of the verified domains to stay.",
    "mailDomains",
  );
}

/** The provider that people of the company at an address may be sent to: set up, and with a proven domain. */
export async function findOfferedConnection(slug: string): Promise<Connection | null> {
  const company = await findCompany(slug);
  if (!company) return null;
  const connection = await findConnection(company);
  if (!connection) return null;
  const domains = await withCompany(connection, (tx) => ownDomains(tx, connection.companyId));
  return domains.length > 0 ? connection : null;
}

/** Keeps what last went wrong for the admins, to the day; null forgets it. Written only when it changes. */
export async function noteProblem(companyId: string, problem: string | null, now: Date): Promise<void> {
  await withCompany({ companyId }, async (tx) => {
    const changed = problem === null ? { not: null } : { not: problem };
    await tx.signOn.updateMany({
      where: {
        companyId,
        OR: [{ problem: changed }, ...(problem === null ? [] : [{ problem: null }, { problemOn: { lt: now } }])],
      },
      data: { problem, problemOn: problem === null ? null : now },
    });
  });
}
