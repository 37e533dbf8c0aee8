import type { CompanyTransaction } from "@/server/db/with-company";

/** What a company chose about its leaders' reports, and the zone its times are told in. */
export const getReportOptions = (tx: CompanyTransaction, { companyId }: { companyId: string }) =>
  tx.company.findUniqueOrThrow({
    where: { id: companyId },
    select: { neutralLabelsOnly: true, commentDelayHours: true, timeZone: true },
  });
