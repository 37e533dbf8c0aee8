import { DataTable } from "@/ui/kit/data-table";
import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { Tag } from "@/ui/kit/tag";
import { PageHead } from "@/ui/shell/page-head";
import { DemoBanner } from "./demo-banner";
import { type DemoPerson, peopleToTry } from "./demo-people";
import { SignInAsButton } from "./sign-in-as-button";

type DemoCompany = {
  slug: string;
  name: string;
  people: readonly DemoPerson[];
  moreEngineers: number;
};

/** Who can be signed in as what. The way in is the real one: a link by mail. */
export function DemoPeoplePage({ companies }: { companies: readonly DemoCompany[] }) {
  return (
    <div className="grid gap-8">
      <div>
        <DemoBanner />
        <PageHead
          title="Try it as somebody"
          lede="Choose a person. Their sign-in link arrives in the demo outbox, as it would in their mail. Engineers answer from their invitation, which is there too."
          actions={<LinkButton href="/dev/outbox">Open the outbox</LinkButton>}
        />
      </div>
      {companies.length === 0 ? (
        <EmptyState title="No company yet." action={<LinkButton href="/sign-up">Sign up a company</LinkButton>} />
      ) : null}
      {companies.map((company) => (
        <CompanyPeople key={company.slug} company={company} />
      ))}
    </div>
  );
}

const more = (count: number, word: string): string[] =>
  count > 0 ? [`${count} more ${word}${count === 1 ? "" : "s"}`] : [];

function CompanyPeople({ company }: { company: DemoCompany }) {
  const { shown, moreExecutives } = peopleToTry(company.people);
  const others = [...more(moreExecutives, "executive"), ...more(company.moreEngineers, "engineer")];
  return (
    <section className="grid gap-3">
      <h2>{company.name}</h2>
      <DataTable caption={`People of ${company.name}`} head={["Person", "Can be", "Sign in"]}>
        {shown.map((person) => (
          <tr key={person.email}>
            <th scope="row">
              <span className="block font-medium">{person.name}</span>
              <span className="text-xs text-ink-3">{person.email}</span>
            </th>
            <td>
              <span className="flex flex-wrap gap-1">
                {person.roles.map((role) => (
                  <Tag key={role}>{role}</Tag>
                ))}
              </span>
            </td>
            <td>
              <SignInAsButton name={person.name} email={person.email} next={`/${company.slug}`} />
            </td>
          </tr>
        ))}
      </DataTable>
      {others.length > 0 ? <p className="text-xs text-ink-3">And {others.join(" and ")}.</p> : null}
    </section>
  );
}
