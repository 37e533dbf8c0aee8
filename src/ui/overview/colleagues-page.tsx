import { quarterLabel } from "@/domain/quarter";
import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import { Card } from "@/ui/kit/card";
import { PageLinks } from "@/ui/roster/page-links";
import { PageHead } from "@/ui/shell/page-head";

export type Colleagues = {
  quarter: string;
  name: string;
  contact: string;
  group: RaterGroup;
  total: number;
  page: number;
  pages: number;
  people: readonly { name: string; email: string }[];
};

/** Everybody who may answer in the reader's own group, so that invented people can be noticed by those who know their colleagues. */
export function ColleaguesPage({ company, colleagues }: { company: string; colleagues: Colleagues }) {
  const { quarter, name, contact, group, total, page, pages, people } = colleagues;
  const many = raterGroupLabel[group].many.toLowerCase();
  return (
    <>
      <PageHead
        crumbs={["Overview"]}
        title="Do you recognise these people?"
        lede={`${total} ${many} may answer in ${quarterLabel(quarter)}. Whether they have is not shown to anybody.`}
      />
      <div className="grid max-w-[720px] gap-5">
        <Card title="Why you see this list">
          <p className="text-ink-2">
            Somebody who invents people and answers for them could work out what the real ones said. If you see names
            that nobody knows, do not answer, and tell {contact}. Each person has one vote, and nobody can be added any
            more: the <a href={`/verify/${name}`}>public record</a> holds the size and the root of this list.
          </p>
        </Card>
        <Card title={`All ${total} ${many}`}>
          <ul>
            {people.map((person) => (
              <li key={person.email} className="border-t border-line py-2 wrap-anywhere first:border-t-0">
                {person.name} <span className="text-ink-3">{person.email}</span>
              </li>
            ))}
          </ul>
          <PageLinks
            page={page}
            pages={pages}
            label="Pages of the list"
            hrefOf={(target) => `/${company}/colleagues?page=${target}`}
          />
        </Card>
      </div>
    </>
  );
}
