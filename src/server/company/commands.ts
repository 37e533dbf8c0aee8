import type { z } from "zod";
import type { signUpInput, updateCompanyInput } from "@/domain/company";
import { Refusal } from "@/domain/errors";
import { domainOf } from "@/domain/member";
import { commentDelayHours, type ReportOptions, reportOptionsText } from "@/domain/report-options";
import { recordAudit } from "@/server/audit/commands";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { refuseIfNobodyCouldEnter } from "@/server/sign-on/connection";
import type { Tenant } from "./tenant";

/** Makes a company with its first admin. The admin must still sign in by mail before anything can be done in it. */
export async function signUpCompany(input: z.output<typeof signUpInput>): Promise<{ slug: string }> {
  if (!input.mailDomains.includes(domainOf(input.adminEmail))) {
    throw new Refusal("invalid", `Your own address is not at ${input.mailDomains.join(" or ")}.`, "adminEmail");
  }
  const company = await withDirectory(async (tx) => {
    const taken = await tx.company.findUnique({ where: { slug: input.slug } });
    if (taken) throw new Refusal("conflict", "This address is taken. Choose another.", "slug");
    return tx.company.create({
      data: { slug: input.slug, name: input.name, mailDomains: input.mailDomains, contact: input.adminEmail },
    });
  });
  await withCompany({ companyId: company.id }, async (tx) => {
    await tx.member.create({
      data: { companyId: company.id, email: input.adminEmail, name: input.adminName, admin: true },
    });
    await tx.auditEntry.create({
      data: { companyId: company.id, actor: input.adminEmail, action: "company.signUp", subject: company.name },
    });
  });
  return { slug: company.slug };
}

/** Changes name, contact and mail domains. */
export async function updateCompany(tenant: Tenant, input: z.output<typeof updateCompanyInput>): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await refuseIfNobodyCouldEnter(tx, tenant.companyId, input.mailDomains);
    await tx.company.update({
      where: { id: tenant.companyId },
      data: {
        name: input.name,
        contact: input.contact,
        mailDomains: input.mailDomains,
        ...(input.timeZone === undefined ? {} : { timeZone: input.timeZone }),
      },
    });
    await recordAudit(tx, tenant, "company.update", input.name);
  });
}

/** Chooses what the leaders' reports show; it works at once, also for reports that are out. */
export async function setReportOptions(tenant: Tenant, input: ReportOptions): Promise<void> {
  await withCompany(tenant, async (tx) => {
    await tx.company.update({
      where: { id: tenant.companyId },
      data: {
        neutralLabelsOnly: input.neutralLabelsOnly,
        commentDelayHours: commentDelayHours(input.commentsAfterDay),
      },
    });
    await recordAudit(tx, tenant, "company.setReportOptions", reportOptionsText(input));
  });
}
