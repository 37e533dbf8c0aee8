import type { Role } from "@/domain/access";
import { withCompany, withDirectory } from "@/server/db/with-company";

/** A company with nobody in it. */
export const emptyCompany = (slug: string) =>
  withDirectory((tx) =>
    tx.company.create({ data: { slug, name: slug, mailDomains: ["b.example"], contact: "contact@b.example" } }),
  );

/** A company with one person per role, who has that role and no other. */
export async function companyWithEveryRole(slug: string) {
  const company = await emptyCompany(slug);
  const companyId = company.id;
  const emails = Object.fromEntries(
    (["member", "admin", "board", "cto", "vpe"] as const).map((role) => [role, `${role}@${slug}.example`]),
  ) as Record<Role, string>;
  await withCompany({ companyId }, async (tx) => {
    for (const [role, email] of Object.entries(emails)) {
      const member = await tx.member.create({
        data: { companyId, email, name: role, admin: role === "admin", board: role === "board" },
      });
      if (role === "cto" || role === "vpe") {
        await tx.seatTenure.create({
          data: { companyId, seat: role, memberId: member.id, startedAt: new Date("2030-01-01") },
        });
      }
    }
  });
  return { companyId, slug, emails };
}
