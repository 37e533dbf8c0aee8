import type { z } from "zod";
import { notFound, Refusal } from "@/domain/errors";
import { holdsProof, type requireSignOnInput, type saveSignOnInput, type signOnDomainInput } from "@/domain/sign-on";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { ownDomains, sealClientSecret } from "./connection";
import { proofToken, readProofs } from "./proof";

async function lockedSignOn(tx: CompanyTransaction, companyId: string) {
  await tx.$queryRaw`select 1 from sign_on where company_id = ${companyId}::uuid for update`;
  return tx.signOn.findUnique({ where: { companyId } });
}

/** Sessions that came through a provider that is no longer the company's are as good as any other, and no better. */
const forgetPassages = (tx: CompanyTransaction, companyId: string) =>
  tx.session.updateMany({ where: { signOnCompany: companyId }, data: { signOnCompany: null } });

/** Stores the registration at the provider. A secret is never sent to a provider it was not typed for. */
export async function saveSignOn(tenant: Tenant, input: z.output<typeof saveSignOnInput>): Promise<void> {
  const { companyId } = tenant;
  const { issuer, clientId, clientSecret } = input;
  await withCompany(tenant, async (tx) => {
    const before = await lockedSignOn(tx, companyId);
    const moved = before !== null && (before.issuer !== issuer || before.clientId !== clientId);
    if (moved && before.required) {
      const field = before.issuer === issuer ? "clientId" : "issuer";
      throw new Refusal(
        "conflict",
        "Single sign-on is required: switch that off before you change the provider.",
        field,
      );
    }
    if (clientSecret === "" && (!before || moved)) {
      throw new Refusal(
        "invalid",
        before ? "Type the client secret of this client." : "Enter the client secret.",
        "clientSecret",
      );
    }
    const sealed = clientSecret === "" ? {} : { sealedSecret: sealClientSecret(companyId, clientSecret) };
    const anew = { issuer, clientId, checkedOn: null, problem: null, problemOn: null };
    if (before) await tx.signOn.update({ where: { companyId }, data: { ...anew, ...sealed } });
    else
      await tx.signOn.create({ data: { companyId, ...anew, sealedSecret: sealClientSecret(companyId, clientSecret) } });
    if (moved) await forgetPassages(tx, companyId);
    await recordAudit(tx, tenant, "signOn.save", issuer);
  });
}

/** Takes the provider away; its sessions stay as if they had come by mail. Refused while it is required. */
export async function removeSignOn(tenant: Tenant): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    const found = await lockedSignOn(tx, companyId);
    if (!found) throw notFound();
    if (found.required) throw new Refusal("conflict", "Single sign-on is required: switch that off first.");
    await tx.signOn.delete({ where: { companyId } });
    await tx.signOnAttempt.deleteMany({ where: { companyId } });
    await forgetPassages(tx, companyId);
    await recordAudit(tx, tenant, "signOn.remove", found.issuer);
  });
}

/** Looks for a domain's proof in the DNS and notes that it is there. Only domains that the company calls its own. */
export async function verifyDomain(tenant: Tenant, { domain }: z.output<typeof signOnDomainInput>): Promise<void> {
  const { companyId } = tenant;
  const isOwn = (tx: CompanyTransaction) =>
    tx.company.count({ where: { id: companyId, mailDomains: { has: domain } } }).then((count) => count > 0);
  if (!(await withCompany(tenant, isOwn))) throw notFound();
  const records = await readProofs(domain);
  if (!holdsProof(records, proofToken(companyId, domain))) {
    const message =
      records.length === 0
        ? "There is no such record yet. New records can take an hour to be seen everywhere."
        : "There is a record of this name, and it reads otherwise. Copy the value below exactly.";
    throw new Refusal("invalid", message, "domain");
  }
  await withCompany(tenant, async (tx) => {
    const its = { companyId, domain };
    await tx.signOnDomain.upsert({
      where: { companyId_domain: its },
      update: { verifiedOn: tenant.now, missingSince: null, missingTold: false },
      create: { ...its, verifiedOn: tenant.now },
    });
    await recordAudit(tx, tenant, "signOn.verifyDomain", domain);
  });
}

/** Takes a domain away from the provider. Refused for the last one while single sign-on is required. */
export async function forgetDomain(tenant: Tenant, { domain }: z.output<typeof signOnDomainInput>): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    const found = await lockedSignOn(tx, companyId);
    const { count } = await tx.signOnDomain.deleteMany({ where: { companyId, domain } });
    if (count === 0) throw notFound();
    if (found?.required && (await ownDomains(tx, companyId)).length === 0) {
      throw new Refusal("conflict", "Single sign-on is required and needs a verified domain: switch that off first.");
    }
    await recordAudit(tx, tenant, "signOn.forgetDomain", domain);
  });
}

/**
 * From now on members enter with a session of the company's provider only, and the named admins by mail too. Only an admin
 * who came through the provider can ask for it: so it works, for one person at least.
 */
export async function requireSignOn(
  tenant: Tenant,
  cameThroughIt: boolean,
  { breakGlass }: z.output<typeof requireSignOnInput>,
): Promise<void> {
  const { companyId } = tenant;
  const named = [...new Set(breakGlass)];
  await withCompany(tenant, async (tx) => {
    if (!(await lockedSignOn(tx, companyId))) throw notFound();
    if (!cameThroughIt) {
      throw new Refusal(
        "too-early",
        "Sign in through your company’s own sign-in first: so nobody locks themselves out.",
      );
    }
    const admins = await tx.member.findMany({
      where: { companyId, admin: true, id: { in: named } },
      select: { email: true },
      orderBy: { email: "asc" },
    });
    if (admins.length !== named.length) throw new Refusal("invalid", "Name admins of this company.", "breakGlass");
    await tx.signOn.update({ where: { companyId }, data: { required: true, breakGlass: named } });
    await recordAudit(tx, tenant, "signOn.require", admins.map(({ email }) => email).join(", "));
  });
}

/** Links by mail lead into the company again. */
export async function stopRequiringSignOn(tenant: Tenant): Promise<void> {
  const { companyId } = tenant;
  await withCompany(tenant, async (tx) => {
    const { count } = await tx.signOn.updateMany({
      where: { companyId, required: true },
      data: { required: false, breakGlass: [] },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, tenant, "signOn.stopRequiring");
  });
}
