import { holdsProof, proofIsLost } from "@/domain/sign-on";
import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";
import { enqueueMails } from "@/server/jobs/enqueue";
import { domainUnprovenMail } from "@/server/mail/domain-unproven";
import { ownDomains } from "./connection";
import { proofToken, readProofs } from "./proof";

type Company = { id: string; slug: string; name: string };
type Look = { company: Company; domain: string };

/** So many domains are looked up at a time: one whose name servers are gone takes seconds. */
const atOnce = 10;

async function warn(tx: CompanyTransaction, { company, domain }: Look, now: Date): Promise<void> {
  const companyId = company.id;
  await tx.signOnDomain.update({ where: { companyId_domain: { companyId, domain } }, data: { missingTold: true } });
  const admins = await tx.member.findMany({ where: { companyId, admin: true }, select: { email: true } });
  await enqueueMails(
    tx,
    admins.map(({ email }) => domainUnprovenMail(email, { company: company.name, slug: company.slug, domain })),
  );
  await recordAudit(tx, { companyId, email: scheduleName, now }, "signOn.domainUnproven", domain);
}

/** Looks for one proof. Gone is gone, also when no name server answers: that is how a lapsed domain looks. */
async function lookFor(look: Look, now: Date): Promise<void> {
  const { company, domain } = look;
  const companyId = company.id;
  const records = await readProofs(domain).catch(() => []);
  const found = holdsProof(records, proofToken(companyId, domain));
  await withCompany({ companyId }, async (tx) => {
    const where = { companyId, domain };
    if (found) {
      await tx.signOnDomain.updateMany({ where, data: { missingSince: null, missingTold: false } });
      return;
    }
    await tx.signOnDomain.updateMany({ where: { ...where, missingSince: null }, data: { missingSince: now } });
    await tx.$queryRaw`select 1 from sign_on_domain where company_id = ${companyId}::uuid and domain = ${domain} for update`;
    const still = await tx.signOnDomain.findUnique({ where: { companyId_domain: where } });
    if (still?.missingSince && !still.missingTold && proofIsLost(still.missingSince, now)) await warn(tx, look, now);
  });
}

/**
 * Job, every night: looks for the proof of every verified domain. One that is missing for days is told to the admins, once;
 * it stays verified, because a slip in the DNS must lock nobody out.
 */
export async function lookForProofsAgain(now: Date): Promise<void> {
  const companies = await withDirectory((tx) => tx.company.findMany({ select: { id: true, slug: true, name: true } }));
  const looks: Look[] = [];
  for (const company of companies) {
    const domains = await withCompany({ companyId: company.id }, (tx) => ownDomains(tx, company.id));
    looks.push(...domains.map((domain) => ({ company, domain })));
  }
  for (let start = 0; start < looks.length; start += atOnce) {
    await Promise.all(looks.slice(start, start + atOnce).map((look) => lookFor(look, now)));
  }
}
