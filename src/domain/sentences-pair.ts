import { quarterLabel } from "./quarter";
import type { PairReport } from "./report";
import { roleMapSentence } from "./report-words";
import { changesInWords, type Sentence } from "./sentences";

const plain = (text: string): Sentence => [{ text, strong: false }];

/** What the two leaders read first: who does what, then the changes in the areas they share; or why there is no result. */
export function pairSummary(report: PairReport, previousQuarterLabel: string | null = null): Sentence[] {
  const quarter = quarterLabel(report.quarter);
  if (report.kind === "withheld") {
    return [
      plain(
        `Fewer than 5 engineers answered about the two together, so there is no result for ${quarter}, for anyone.`,
      ),
    ];
  }
  const owners = roleMapSentence(report.roleMap);
  const roles = owners === null ? [] : [plain(owners)];
  if (report.kind === "one-person")
    return [plain(`One person held both seats in ${quarter}: there is no pair to report on.`)];
  if (report.kind === "vacant")
    return [...roles, plain(`A seat was vacant in ${quarter}: there is no pair to report on.`)];
  return [...roles, changesInWords({ ...report, patterns: [] }, previousQuarterLabel ?? "the quarter before")];
}
