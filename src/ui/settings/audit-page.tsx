import type { ComponentProps } from "react";
import { PageHead } from "@/ui/shell/page-head";
import { AuditTable } from "./audit-table";

type Log = Pick<ComponentProps<typeof AuditTable>, "total" | "pageSize" | "entries">;

/** The log of what admins did. */
export function AuditPage({ company, page, log }: { company: string; page: number; log: Log }) {
  return (
    <>
      <PageHead crumbs={["Company"]} title="Audit" lede="What admins did. Nothing engineers do is in this log." />
      <AuditTable company={company} page={page} {...log} />
    </>
  );
}
