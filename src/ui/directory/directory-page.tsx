import Link from "next/link";
import type { Outputs } from "@/trpc/outputs";
import { momentText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { Notice } from "@/ui/kit/notice";
import { counted } from "@/ui/roster/number-words";
import { PageHead } from "@/ui/shell/page-head";
import { MappingForm } from "./mapping-form";
import { ReleaseDirectory } from "./release-directory";
import { WaitingSection } from "./waiting-section";

type Directory = Outputs["directory"]["get"];
type Props = { company: string; directory: Directory };

function Connection({ company, directory }: Props) {
  const { endpoint, timeZone, lastRequestAt, known, asked, groups, declined } = directory;
  const facts = [
    ["Address for the directory", <code key="address" className="wrap-anywhere">{endpoint}</code>],
    ["Key", <Link key="key" className="underline underline-offset-3" href={`/${company}/settings/api-keys`}>Make an API key with “Keep the roster in step by SCIM”</Link>],
    ["Last request", lastRequestAt ? momentText(lastRequestAt, timeZone) : "None yet"],
    ["In the directory", `${counted(known, "person", "people")}, ${asked} of them asked; ${counted(groups.length, "group")}`],
    ...(declined > 0 ? [["Discarded wishes", counted(declined, "person", "people")] as const] : []),
  ] as const; // biome-ignore format: one line a fact
  return (
    <Card title="Connection">
      <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className="num mb-1">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const roleWords: Record<string, string> = { admin: "admin", board: "board member", cto: "CTO seat", vpe: "VPoE seat" };

function RolesLeft({ company, people }: { company: string; people: Directory["rolesLeft"] }) {
  if (people.length === 0) return null;
  return (
    <Notice tone="caution" title="The directory deactivated people who still have a role here.">
      <ul className="my-1 grid gap-1">
        {people.map(({ id, name, email, roles }) => (
          <li key={id} className="wrap-anywhere">
            {name}, {email}: {roles.map((role) => roleWords[role] ?? role).join(", ")}
          </li>
        ))}
      </ul>
      Roles and seats are given and taken by admins alone, under{" "}
      <Link className="underline underline-offset-3" href={`/${company}/settings/members`}>
        Members and roles
      </Link>
      .
    </Notice>
  );
}

function Problems({ directory: { problems, timeZone } }: Pick<Props, "directory">) {
  return (
    <section className="grid gap-3">
      <h2>What could not be taken</h2>
      {problems.length === 0 ? (
        <p className="text-ink-3">Nothing was refused in the last 30 days.</p>
      ) : (
        <DataTable stacked caption="Requests of the directory that were refused" head={["When", "Request", "Reason"]}>
          {problems.map(({ at, request, detail }) => (
            <tr key={`${at} ${detail}`}>
              <td className="num whitespace-nowrap text-ink-2">{momentText(new Date(at), timeZone)}</td>
              <td className="wrap-anywhere text-xs text-ink-3">{request}</td>
              <td className="wrap-anywhere">{detail}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** The directory's part in the roster: where it knocks, what it means, what waits for an admin, and what went wrong. */
export function DirectoryPage({ company, directory }: Props) {
  const { groups, mapping, rolesLeft, known } = directory;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Directory sync"
        lede="Okta, Microsoft Entra ID or another directory keeps the roster true by SCIM 2.0. A cycle that is open keeps the roster it was opened with."
      />
      <div className="grid gap-6">
        <RolesLeft company={company} people={rolesLeft} />
        <WaitingSection company={company} directory={directory} />
        <Connection company={company} directory={directory} />
        <Card title="What groups mean">
          <p className="mt-1 mb-4 max-w-measure text-ink-2">
            A group is meant by its name or id in the directory. Not asked wins over executive, executive over engineer;
            of two teams the upper row counts. Whoever is in no group named here is known, and not asked.
          </p>
          <MappingForm key={JSON.stringify(mapping)} company={company} mapping={mapping} groups={groups} />
        </Card>
        <Problems directory={directory} />
        {known > 0 || mapping.length > 0 ? (
          <Card title="End the directory’s part">
            <ReleaseDirectory company={company} people={known} />
          </Card>
        ) : null}
      </div>
    </>
  );
}
