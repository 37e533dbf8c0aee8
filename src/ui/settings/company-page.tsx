import type { ReportOptions } from "@/domain/report-options";
import { timeZoneChoices } from "@/domain/time-zone";
import { Card } from "@/ui/kit/card";
import { PageHead } from "@/ui/shell/page-head";
import { CompanyForm, type CompanySettings } from "./company-form";
import { ReportOptionsForm } from "./report-options-form";

/** A company's own settings. */
export function CompanyPage({ settings }: { settings: CompanySettings & { reports: ReportOptions } }) {
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="Company"
        lede="A cycle that is open keeps the name and contact it was opened with."
      />
      <Card>
        <CompanyForm
          settings={settings}
          // The server's list: a browser may know other zones.
          timeZones={timeZoneChoices(settings.timeZone)}
        />
      </Card>
      <Card title="Leaders’ reports" className="mt-5">
        <ReportOptionsForm company={settings.slug} options={settings.reports} />
      </Card>
    </>
  );
}
