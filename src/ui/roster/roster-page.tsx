import Link from "next/link";
import { Button } from "@/ui/kit/button";
import { EmptyState } from "@/ui/kit/empty-state";
import { Notice } from "@/ui/kit/notice";
import { PageHead } from "@/ui/shell/page-head";
import { ExampleLink } from "./example-link";
import { fromFile } from "./file-words";
import type { RosterView } from "./import-view";
import { counted, digits } from "./number-words";
import { PageLinks } from "./page-links";
import { RosterPeople } from "./roster-people";

const sizeOf = ({ engineer, executive }: RosterView["groups"]): string =>
  executive > 0
    ? `${counted(engineer, "engineer")} and ${counted(executive, "executive")}`
    : counted(engineer, "engineer");

/** The present roster: who would be asked if a cycle opened now. */
export function RosterPage({ company, roster, search }: { company: string; roster: RosterView; search: string }) {
  const total = roster.groups.engineer + roster.groups.executive;
  const here = `/${company}/roster`;
  const hrefOf = (page: number) => `${here}?${new URLSearchParams({ ...(search && { search }), page: String(page) })}`;
  const mailDomain = roster.mailDomains[0] ?? "example.com";
  return (
    <>
      <PageHead
        title="Roster"
        lede={
          total === 0
            ? "Who is asked when a cycle opens. The roster comes from a file, or from rows you paste."
            : `${sizeOf(roster.groups)} would be asked if a cycle opened now. A cycle that is open keeps the roster it was opened with.`
        }
        actions={
          total === 0 ? null : (
            <Link className="button button-primary" href={`${here}/import`}>
              Import a new roster
            </Link>
          )
        }
      />

      {roster.waiting.length > 0 ? (
        <div className="mb-4">
          <Notice
            title={
              roster.waiting.length === 1
                ? "An import waits to be applied."
                : `${counted(roster.waiting.length, "import")} wait to be applied, the newest first.`
            }
          >
            Nothing of {roster.waiting.length === 1 ? "it" : "them"} is in force yet. Go on with it, or discard it
            there:
            <ul className="mt-1 grid gap-1">
              {roster.waiting.map(({ id, fileName }) => (
                <li key={id}>
                  <Link href={`${here}/import/${id}`}>{fromFile(fileName)}</Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}

      {total === 0 ? (
        <EmptyState
          title="Nobody is on the roster yet"
          action={
            <>
              <Link className="button button-primary" href={`${here}/import`}>
                Import a roster
              </Link>
              <ExampleLink mailDomain={mailDomain} className="button" />
            </>
          }
        >
          <p>
            A file with names and mail addresses is enough. You see every row, and what it does to anonymity, before
            anything is saved. A cycle needs at least 8 engineers, so that nobody's answer can be singled out.
          </p>
        </EmptyState>
      ) : (
        <>
          <form action={here} className="mb-3 flex flex-wrap items-end gap-2">
            <div className="grid grow gap-1.5 sm:max-w-80">
              <label htmlFor="roster-search" className="font-medium">
                Find a person
              </label>
              <input
                id="roster-search"
                name="search"
                type="search"
                className="control"
                defaultValue={search}
                placeholder="Name or address"
              />
            </div>
            <Button type="submit" className="min-h-[38px]">
              Find
            </Button>
            {search ? (
              <Link className="button button-quiet min-h-[38px]" href={here}>
                Show all
              </Link>
            ) : null}
          </form>
          {search ? (
            <p role="status" className="mb-3 text-ink-2">
              {roster.found === 0 ? `Nobody's name or address contains “${search}”.` : `${digits(roster.found)} found.`}
            </p>
          ) : null}
          {roster.people.length > 0 ? <RosterPeople people={roster.people} /> : null}
          <PageLinks page={roster.page} pages={roster.pages} hrefOf={hrefOf} label="Pages of the roster" />
        </>
      )}
    </>
  );
}
