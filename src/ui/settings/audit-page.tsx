import type { ComponentProps } from "react";
import { Fold } from "@/ui/kit/fold";
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
      <div className="mb-4 grid max-w-[720px] gap-3 text-ink-2">
        <p>
          It holds what admins, leaders and board members did. Lines are only ever added, and each one carries the
          fingerprint of the line before: a line that is changed or taken out shows in the file.
        </p>
        <Fold summary="How to check the file">
          <div className="grid gap-2">
            <p>
              Save the JSON file. Tandem’s source comes with a program that checks it and shares no code with the
              server. In the source’s folder:
            </p>
            <pre className="overflow-x-auto rounded-md border border-line bg-surface px-4 py-3 text-xs">
              npm run verify-audit -- {company}-audit.json
            </pre>
            <p>
              It names every line that was changed, exchanged, added between or taken out, and prints the last line’s
              number and fingerprint. Keep these two, or the file, somewhere else, and give an earlier file as a second
              one: lines cut off at the end, or a log written anew as a whole, show only against that.
            </p>
          </div>
        </Fold>
      </div>
      <AuditFilter action={here} filter={filter} actors={log.actors} actions={log.actions} />
      <AuditTable company={company} filter={filter} total={log.total} pageSize={log.pageSize} entries={log.entries} />
    </>
  );
}
