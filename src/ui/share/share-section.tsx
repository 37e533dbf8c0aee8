import type { Outputs } from "@/trpc/outputs";
import { dateText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { OnPhone } from "@/ui/kit/on-phone";
import { RevokeShare } from "./revoke-share";
import { ShareDesk } from "./share-desk";

const stateWords = { open: "Opens the page", expired: "Expired", revoked: "Revoked" } as const;

/** Links that open this one board page without signing in: made by the board, seen and revoked by admins too. */
export function ShareSection({
  company,
  quarter,
  data,
}: {
  company: string;
  quarter: string;
  data: Outputs["share"]["list"];
}) {
  const { shares, mayCreate, timeZone } = data;
  return (
    <Card title="Links to this board page" className="no-print grid max-w-[960px] gap-4">
      <p className="max-w-measure text-ink-2">
        A link opens this one page, read-only, for whoever has it, until it expires or is revoked. Making, opening and
        revoking a link stands in the audit log; who opened it does not.
        {mayCreate ? null : " Board members make them, once the board reads the page."}
      </p>
      {mayCreate ? <ShareDesk company={company} quarter={quarter} timeZone={timeZone} /> : null}
      {shares.length === 0 ? (
        <p className="text-ink-3">No link was made.</p>
      ) : (
        <DataTable stacked caption="Links to this board page" head={["For", "Made by", "Opens until", "State", ""]}>
          {shares.map(({ id, label, createdBy, expiresAt, state }) => (
            <tr key={id}>
              <th scope="row" className="font-medium wrap-anywhere">
                {label}
              </th>
              <td className="wrap-anywhere text-ink-2">
                <OnPhone>Made by </OnPhone>
                {createdBy}
              </td>
              <td className="num whitespace-nowrap text-ink-2">
                <OnPhone>Until </OnPhone>
                {dateText(expiresAt, timeZone)}
              </td>
              <td>{stateWords[state]}</td>
              <td>{state === "open" ? <RevokeShare company={company} shareId={id} label={label} /> : null}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Card>
  );
}
