import type { SeatReport } from "@/domain/report";
import { betweenText, scoreText } from "@/ui/chart/score-words";
import { StatementNotes } from "./leader-notes";
import { Section } from "./section";
import { ShareLegend, type StatementGroup, Statements } from "./statements";

type Shown = Extract<SeatReport, { kind: "shown" }>;

function statementGroups(report: Shown): StatementGroup[] {
  const groups = [
    ...report.dimensions.map(({ key, label, items }) => ({ key, title: label, hue: report.seat, items })),
    ...report.patterns.map(({ key, neutralLabel, items }) => ({
      key,
      title: `Early warning: ${neutralLabel.toLowerCase()} (here less often is better)`,
      hue: "pattern" as const,
      items,
    })),
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** Every statement in the order of the questionnaire, and the overall question at the end. */
export function EveryStatement({ report }: { report: Shown }) {
  return (
    <Section
      title="Every statement"
      legend={report.answers >= 20 ? <ShareLegend /> : null}
      notes={<StatementNotes answers={report.answers} />}
    >
      <Statements groups={statementGroups(report)} caption="Every statement: mean and share of answers" />
      <Overall report={report} />
    </Section>
  );
}

function Overall({ report }: { report: Shown }) {
  const { overall } = report;
  if (overall.score.kind === "withheld") return null;
  return (
    <p className="num mt-4 border-t border-line pt-3 text-ink-2">
      {overall.text} <b className="text-ink">{scoreText(overall.score)}</b>, {betweenText(overall.score)}; asked last,
      on a scale from not effective (0) to extremely effective (100).
    </p>
  );
}
