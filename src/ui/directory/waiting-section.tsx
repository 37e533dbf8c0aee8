import { rosterPageSize } from "@/domain/roster";
import type { Outputs } from "@/trpc/outputs";
import { DataTable } from "@/ui/kit/data-table";
import { figures } from "@/ui/kit/figures";
import { Notice } from "@/ui/kit/notice";
import { DecideBar } from "./decide-bar";
import { changeTexts, countsText, waitingWords } from "./directory-words";

type Directory = Outputs["directory"]["get"];

/** The dry run: everything the directory wants and the roster is not, person by person, and the decision about it. */
export function WaitingSection({ company, directory }: { company: string; directory: Directory }) {
  const { waiting, counts, comparison, mapping, began, stopped, reviewed, declined } = directory;
  const unmapped = mapping.length === 0;
  if (counts.people === 0) {
    return (
      <Notice title="Nothing waits.">
        {began
          ? `${declined > 0 ? "Apart from what was discarded, the" : "The"} roster is as the directory wants it. Small changes go through by themselves.`
          : "Say below what groups mean, then let the directory send its people. The first comparison appears here."}
      </Notice>
    );
  }
  return (
    <section className="grid gap-3" aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting for you</h2>
      <Notice tone={stopped.length > 0 || unmapped ? "caution" : "info"} title={countsText(counts)}>
        {unmapped
          ? "No group means anything yet, so nobody of the directory would be asked. Say below what groups mean first."
          : figures(waitingWords({ began, reviewed, stopped }))}
      </Notice>
      <DataTable stacked caption="What applying would change" head={["Person", "Address now", "What changes"]}>
        {waiting.map(({ id, name, kinds, guarded, before, after }) => (
          <tr key={id}>
            <th scope="row" className="font-medium wrap-anywhere">
              {name}
            </th>
            <td className="wrap-anywhere text-ink-2">{before.email}</td>
            <td className="wrap-anywhere">
              {changeTexts(kinds, before, after).join("; ")}
              {guarded ? (
                <span className="block text-xs text-ink-3">
                  Has a role: whoever has the new address signs in to it.
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </DataTable>
      {counts.people > rosterPageSize ? (
        <p className="text-xs text-ink-3">
          The first {rosterPageSize} of {counts.people} are shown: new addresses first, then people who leave.
        </p>
      ) : null}
      {unmapped ? null : <DecideBar company={company} comparison={comparison} counts={counts} />}
    </section>
  );
}
