import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { LinkButton } from "@/ui/kit/link-button";
import { PageHead } from "@/ui/shell/page-head";
import { DeletionSection } from "./deletion-section";
import { EraseForm } from "./erase-form";

/** Taking the company's data along, erasing one person, deleting the company. */
export function DataPage({ state }: { state: Outputs["rights"]["deletion"] }) {
  const { company, contact, timeZone, dueAt } = state;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Data and deletion"
        lede="What can be taken along, and what can be made to go."
      />
      <div className="grid max-w-[720px] gap-5">
        <Card title="Take along">
          <p className="mb-3 text-ink-2">
            One JSON file with everything an admin may see: people, seats, cycles with their public records, rosters,
            mails, commitments, the audit log. No scores and no comments: admins do not read those. That you took it
            stands in the audit log.
          </p>
          <LinkButton href={`/${company.slug}/settings/data/file`} download>
            Download the company’s file
          </LinkButton>
        </Card>
        <Card title="Erase a person">
          <p className="mb-3 text-ink-2">
            Name and address become “Former member” wherever they are kept, and the person’s own ratings and words go.
            Results and counts stay as they are. Who wants to be erased writes to {contact}.
          </p>
          <EraseForm company={company.slug} />
        </Card>
        <Card title="Delete the company">
          <DeletionSection company={company.slug} companyName={company.name} timeZone={timeZone} dueAt={dueAt} />
        </Card>
      </div>
    </>
  );
}
