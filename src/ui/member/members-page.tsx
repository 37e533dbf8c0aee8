import { Card } from "@/ui/kit/card";
import { PageHead } from "@/ui/shell/page-head";
import { InviteForm } from "./invite-form";
import { MemberList } from "./member-list";
import type { MemberView } from "./member-row";

/** Who has a role or a seat in a company, and the form to invite somebody. */
export function MembersPage({ company, members }: { company: string; members: readonly MemberView[] }) {
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Members and roles"
        lede="Everyone with a role or a seat. Engineers without a role are on the roster, not here."
      />
      <div className="grid gap-5">
        <MemberList company={company} members={members} />
        <p className="text-xs text-ink-3">
          Seats are changed in the <a href={`/${company}/setup#seats`}>set-up checklist</a>. Removing takes roles away
          and keeps the record; to erase a person, see <a href={`/${company}/settings/data`}>Data and deletion</a>.
        </p>
        <Card title="Invite an admin or a board member">
          <p className="text-ink-2">They get a mail that tells them where to sign in.</p>
          <InviteForm company={company} />
        </Card>
      </div>
    </>
  );
}
