import type { TrendPanel } from "./board-page";
import { type Crossroads, crossroadsQuestion } from "./crossroads";
import { roleMapRows } from "./export-role-map";
import { type ExportRow, plainRow, scoreRow, sentenceRows, withheldCell } from "./export-row";
import { areaRows } from "./export-seat";
import { trendRows } from "./export-trend";
import type { PairReport, Score } from "./report";

/** Everything the page about the two together, or the crossroads in its place, says, line by line. */
export function pairRows({
  report,
  summary,
  mix,
  chain,
  crossroads,
  trend,
  slope,
}: {
  report: PairReport;
  summary: readonly string[];
  mix: readonly string[];
  chain: readonly { key: string; score: Score }[];
  crossroads: Crossroads | null;
  trend: readonly TrendPanel[];
  slope: string | null;
}): ExportRow[] {
  const { quarter } = report;
  const place = { quarter, subject: "pair" } as const;
  const response = { ...place, section: "response", key: "engineers", label: "" };
  const answers = {
    shown: report.kind === "shown" ? report.answers : 0,
    withheld: withheldCell,
    "one-person": "one person in both seats",
    vacant: "a seat is vacant",
  }[report.kind];
  return [
    plainRow(response, "invited", report.invited),
    plainRow(response, "answers", answers),
    ...sentenceRows(place, "summary", summary),
    ...sentenceRows(place, "who-answered", mix),
    ...(crossroads === null
      ? []
      : sentenceRows(place, "crossroads", [
          crossroadsQuestion,
          crossroads.verdict,
          ...crossroads.evidence,
          ...crossroads.cost,
        ])),
    ...(report.kind === "shown" ? report.dimensions.flatMap((area) => areaRows(quarter, "pair", "area", area)) : []),
    ...trend.flatMap((panel) => trendRows("pair", panel)),
    ...(slope === null ? [] : sentenceRows(place, "slope", [slope])),
    ...(report.kind === "withheld" ? [] : roleMapRows(quarter, report.roleMap)),
    ...(report.kind === "shown"
      ? chain.map(({ key, score }) =>
          scoreRow({ ...place, section: "innovation-chain", key, label: "" }, "engineers", score),
        )
      : []),
  ];
}
