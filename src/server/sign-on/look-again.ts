import { holdsProof, proofIsLost } from "@/domain/sign-on";
import { recordAudit } from "@/server/audit/commands";
import { scheduleName } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany, withDirectory } from "@/server/db/with-company";
import { enqueueMails } from "@/server/jobs/enqueue";
import { kindOf, log } from "@/server/log/log";
import { domainUnprovenMail } from "@/server/mail/domain-unproven";
import { proofToken, readProofs } from "./proof";

/** A verified domain, and since when its record is known to be missing. */
type Look = {
  companyId: string;
  slug: string;
  name: string;
  domain: string;
  missingSince: Date | null;
  missingTold: boolean;
};

/** So many companies are held in memory, and so many name servers waited for, at a time. */
const companiesPerPage = 500;
const lookUpsAtOnce = 20;

async function warn(tx: CompanyTransaction, { companyId, slug, name, domain }: Look, now: Date): Promise<void> {
  await tx.signOnDomain.update({ where: { companyId_domain: { companyId, domain } }, data: { missingTold: true } });
  const admins = await tx.member.findMany({ where: { companyId, admin: true }, select: { email: true } });
  await enqueueMails(
    tx,
    admins.map(({ email }) => domainUnprovenMail(email, { company: name, slug, domain })),
  );
  await recordAudit(tx, { companyId, email: scheduleName, now }, "signOn.domainUnproven", domain);
}

/** Whether what was seen is another thing than what is noted. */
const isNews = ({ missingSince, missingTold }: Look, found: boolean, now: Date): boolean =>
  found ? missingSince !== null : missingSince === null || (!missingTold && proofIsLost(missingSince, now));

async function note(look: Look, found: boolean, now: Date): Promise<void> {
  const { companyId, domain } = look;
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

// Gone is gone, also when no name server answers: that is how a lapsed domain looks.
async function isFound({ companyId, domain }: Look): Promise<boolean> {
  const records = await readProofs(domain).catch(() => []);
  return holdsProof(records, proofToken(companyId, domain));
}

/** What the name servers say of each; twenty are asked at a time, and whoever is slow holds up none of the others. */
async function lookUp(looks: readonly Look[]): Promise<{ look: Look; found: boolean }[]> {
  const seen: { look: Look; found: boolean }[] = [];
  const waiting = looks.values();
  const askInTurn = async () => {
    for (const look of waiting) seen.push({ look, found: await isFound(look) });
  };
  await Promise.all(Array.from({ length: lookUpsAtOnce }, askInTurn));
  return seen;
}

async function nextPage(after: string | null): Promise<{ last: string | null; looks: Look[] }> {
  return withDirectory(async (tx) => {
    const companies = await tx.company.findMany({
      where: { mailDomains: { isEmpty: false }, ...(after === null ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: "asc" },
      take: companiesPerPage,
    });
    const ids = companies.map(({ id }) => id);
    const looks = await tx.$queryRaw<Look[]>`
      select company_id as "companyId", slug, name, domain, missing_since as "missingSince", missing_told as "missingTold"
      from proven_domains(${ids}::uuid[])`;
    return { last: ids.at(-1) ?? null, looks };
  });
}

/**
 * Job, every night: looks for the proof of every verified domain. One that is missing for days is told to the admins, once;
 * it stays verified, because a slip in the DNS must lock nobody out. Only what changed is written, one company after another;
 * what fails in one is told in the log and is tried the next night.
 */
export async function lookForProofsAgain(now: Date): Promise<void> {
  const failed = { domains: 0, kinds: new Set<string>() };
  for (let page = await nextPage(null); page.last !== null; page = await nextPage(page.last)) {
    for (const { look, found } of await lookUp(page.looks)) {
      if (!isNews(look, found, now)) continue;
      await note(look, found, now).catch((error: unknown) => {
        failed.domains += 1;
        failed.kinds.add(kindOf(error));
      });
    }
  }
  if (failed.domains > 0)
    log("error", "domain proofs", { domains: failed.domains, kind: [...failed.kinds].join(", ") });
}
