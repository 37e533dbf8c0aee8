import type { CompanyTransaction } from "@/server/db/with-company";

/** By whose clocks a company's people are told of moments. */
export async function getTimeZone(tx: CompanyTransaction, companyId: string): Promise<string> {
  const { timeZone } = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { timeZone: true } });
  return timeZone;
}
