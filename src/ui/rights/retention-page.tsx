import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { PageHead } from "@/ui/shell/page-head";
import { RetentionForm } from "./retention-form";

/** What is deleted when, and the one number of it that a company chooses. */
export function RetentionPage({ company, retention }: { company: string; retention: Outputs["rights"]["retention"] }) {
  const { cycles, bounds, table } = retention;
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Retention"
        lede="What is deleted when. Every night, what is over age goes, by itself."
      />
      <div className="grid max-w-[720px] gap-5">
        <DataTable caption="What is deleted when" head={["What", "When"]}>
          {table.map(({ what, when }) => (
            <tr key={what}>
              <th scope="row" className="font-normal">
                {what}
              </th>
              <td className="text-ink-2">{when}</td>
            </tr>
          ))}
        </DataTable>
        <Card title="How long results are kept">
          <RetentionForm company={company} cycles={cycles} least={bounds.least} most={bounds.most} />
        </Card>
      </div>
    </>
  );
}
