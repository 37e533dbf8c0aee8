import { ChartLegend } from "@/ui/report/chart-legend";
import { sampleSeatReport, withheldScore } from "@/ui/report/fixtures";
import { ResponsibilityProfile } from "@/ui/report/responsibility-profile";

const rows = sampleSeatReport.dimensions
  .slice(0, 4)
  .map((dimension, index) =>
    index === 3 ? { ...dimension, score: withheldScore, band: null, self: null, gap: null } : dimension,
  );

/** A piece of a real report, drawn by the same components, with made-up numbers. */
export function SamplePicture() {
  return (
    <figure className="sample-picture">
      <figcaption>
        <b>The CTO, Q2 2026</b>
        <span className="num">27&nbsp;of&nbsp;36 engineers answered</span>
        <span className="sample-label">Sample data, fictional company</span>
      </figcaption>
      <div className="legend">
        <ChartLegend of="cto" self />
      </div>
      <div className="sample-body">
        <ResponsibilityProfile of="cto" dimensions={rows} withSelf since="Q1" />
      </div>
    </figure>
  );
}
