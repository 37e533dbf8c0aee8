import type { RoleMapRow } from "@/domain/report";
import { WithheldBox } from "@/ui/kit/withheld-box";

const columns = ["cto", "vpe", "both", "neither"] as const;
const columnWords = { cto: "The CTO", vpe: "The VPoE", both: "Both equally", neither: "Neither" } as const;
const groups = [
  { owner: "cto", title: "The talk gives these to the CTO" },
  { owner: "vpe", title: "The talk gives these to the VPoE" },
  { owner: "both", title: "The talk gives this to both" },
] as const;

/** Five classes of share; "–" (zero, one or two people alike) has none. */
export const shareClass = (share: number | "–"): 0 | 1 | 2 | 3 | 4 | 5 =>
  share === "–" ? 0 : share >= 70 ? 5 : share >= 55 ? 4 : share >= 40 ? 3 : share >= 25 ? 2 : 1;

/** "The CTO" → "the CTO" */
const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function cellWords(share: number | "–", column: (typeof columns)[number], row: RoleMapRow): string {
  const who = columnWords[column];
  const says = [
    row.cto === column ? `the CTO says ${inSentence(who)}` : null,
    row.vpe === column ? `the VPoE says ${inSentence(who)}` : null,
  ].filter(Boolean);
  const main = share === "–" ? `${who}: two people or fewer` : `${who} ${share} percent`;
  return [main, ...says].join("; ");
}

/** Who mostly does what, as engineers see it; the owner in the talk is outlined. From 20 answers. */
export function RoleMapGrid({ rows, twoPeople = true }: { rows: readonly RoleMapRow[]; twoPeople?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className="role-map-scroll" aria-label="Role map" tabIndex={0}>
      <table className="role-map">
        <caption className="sr-only">Share of engineers who name each owner, in percent, in steps of 5</caption>
        <thead>
          <tr>
            <th scope="col">Share of engineers, %</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnWords[column]}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ owner, title }) => {
          const own = rows.filter((row) => row.owner === owner);
          if (own.length === 0) return null;
          return (
            <tbody key={owner}>
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  {title}
                </th>
              </tr>
              {own.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    {row.text}
                    {twoPeople && row.cto !== null && row.vpe !== null && row.cto !== row.vpe ? (
                      <small className="block text-ink-3">you two differ</small>
                    ) : null}
                  </th>
                  {row.withheld ? (
                    <td colSpan={4}>
                      <WithheldBox row>Withheld: fewer than 20 engineers could tell.</WithheldBox>
                    </td>
                  ) : (
                    columns.map((column) => (
                      <td key={column}>
                        <RoleMapCell row={row} column={column} />
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

function RoleMapCell({ row, column }: { row: RoleMapRow; column: (typeof columns)[number] }) {
  const share = row.shares[column];
  const says = [row.cto === column ? "C" : null, row.vpe === column ? "V" : null].filter((disc) => disc !== null);
  return (
    <div className={`role-cell num share-${shareClass(share)}${row.owner === column ? " owner" : ""}`}>
      <span className="sr-only">{cellWords(share, column, row)}</span>
      <span aria-hidden="true">{share}</span>
      {says.length > 0 ? (
        <span className="discs" aria-hidden="true">
          {says.map((disc) => (
            <i key={disc}>{disc}</i>
          ))}
        </span>
      ) : null}
    </div>
  );
}
