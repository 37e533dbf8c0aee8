import Link from "next/link";
import { Card } from "@/ui/kit/card";
import { PageHead } from "@/ui/shell/page-head";
import { ExampleLink } from "./example-link";
import { ImportForm } from "./import-form";

/** The first step of an import: where the rows come from. */
export function ImportStartPage({ company, mailDomains }: { company: string; mailDomains: readonly string[] }) {
  const mailDomain = mailDomains[0] ?? "example.com";
  return (
    <>
      <PageHead
        crumbs={["Roster", "Import"]}
        title="Import a roster"
        lede="The file is compared with the roster you have. You see every change first; nothing is saved until you apply it, and nobody is written to until a cycle opens."
        actions={
          <Link className="button" href={`/${company}/roster`}>
            Back to the roster
          </Link>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_280px]">
        <ImportForm company={company} mailDomain={mailDomain} />
        <Card title="What the file needs">
          <dl className="grid gap-2.5 text-ink-2 [&_dt]:font-medium [&_dt]:text-ink">
            <div>
              <dt>E-mail</dt>
              <dd>At {mailDomains.join(" or ")}. The only column that must be there.</dd>
            </div>
            <div>
              <dt>Name</dt>
              <dd>In one column, or first and last name in two.</dd>
            </div>
            <div>
              <dt>Group</dt>
              <dd>“engineer” or “executive”. Empty means engineer.</dd>
            </div>
            <div>
              <dt>Team, site, tenure</dt>
              <dd>
                If you like. A cycle may use them one at a time, never crossed. A value with fewer than 8 invited
                engineers is merged with others, and a score needs 5 answers.
              </dd>
            </div>
          </dl>
          <p className="mt-3 mb-3 text-ink-2">
            The list is complete: who is not in the file leaves the roster. Leave the two leaders out.
          </p>
          <ExampleLink mailDomain={mailDomain} className="button" />
        </Card>
      </div>
    </>
  );
}
