import type { ComponentProps } from "react";
import { LinkButton } from "@/ui/kit/link-button";
import { PageHead } from "@/ui/shell/page-head";
import { type AuditChoice, AuditFilter } from "./audit-filter";
import { AuditTable } from "./audit-table";

type Log = Pick<ComponentProps<typeof AuditTable>, "total" | "pageSize" | "entries"> & {
  actors: readonly string[];
  actions: readonly string[];
};

/** The log of what admins did: filtered by who and what, page by page, and whole as a file. */
export function AuditPage({ company, filter, log }: { company: string; filter: AuditChoice; log: Log }) {
  const here = `/${company}/settings/audit`;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Audit"
        lede="Nothing engineers do is in this log."
        actions={
          <>
            <LinkButton href={`${here}/audit.csv`} download>
              CSV
            </LinkButton>
            <LinkButton href={`${here}/audit.json`} download>
              JSON
            </LinkButton>
          </>
        }
      />
      <p className="mb-4 max-w-[720px] text-ink-2">
        It holds what admins, leaders and board members did. Lines are only ever added, and each one carries the
        fingerprint of the line before: a line that is changed or taken out shows in the file. How to check it stands in
        the documentation under “Data rights”.
      </p>
      <AuditFilter action={here} filter={filter} actors={log.actors} actions={log.actions} />
      <AuditTable company={company} filter={filter} total={log.total} pageSize={log.pageSize} entries={log.entries} />
    </>
  );
}
