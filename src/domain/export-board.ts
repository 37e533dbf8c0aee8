import type { BoardPage, TrendPoint } from "./board-page";
import { roleMapRows } from "./export-role-map";
import {
  changeRow,
  type ExportPlace,
  type ExportRow,
  plainRow,
  scoreRow,
  sentenceRows,
  withheldCell,
} from "./export-row";

const pointWords = {
  withheld: withheldCell,
  "no-cycle": "not asked",
  "one-person": "one person in both seats",
  vacant: "vacant",
} as const;

function pointRow(place: Omit<ExportPlace, "quarter">, point: TrendPoint, restarts: boolean): ExportRow {
  const at = { ...place, quarter: point.quarter };
  if (point.kind !== "shown") {
    const word = pointWords[point.kind];
    const ends = point.kind === "withheld" ? { low: withheldCell, high: withheldCell } : {};
    return { ...plainRow(at, "engineers", word), ...ends };
  }
  const { value, clipped, low, high } = point;
  const row = plainRow(at, "engineers", value, restarts ? "a new line starts" : "");
  const [from, to] = [low, high].map((end) => plainRow(at, "", end).value);
  return {
    ...row,
    bound: { low: "≤", high: "≥", none: "" }[clipped ?? "none"] as ExportRow["bound"],
    low: from ?? "",
    high: to ?? "",
    answers: point.fewerThanTen ? "fewer than 10" : "10 or more",
  };
}

/** Everything the board page says, line by line: the trends of every area with one row a quarter. */
export function boardRows(page: BoardPage): ExportRow[] {
  const { quarter } = page;
  const place = { quarter, subject: "page" } as const;
  return [
    ...sentenceRows(place, "headline", [page.headline]),
    ...sentenceRows(place, "response", [page.responseSentence]),
    ...page.groups.flatMap(({ subject, panels }) =>
      panels.flatMap(({ key, label, points, restarts, change }) => [
        ...points.map((point, index) =>
          pointRow({ subject, section: "trend", key, label }, point, restarts.includes(index)),
        ),
        changeRow({ quarter, subject, section: "change", key, label }, "change since the quarter shown before", change),
      ]),
    ),
    ...sentenceRows(place, "changes", [...page.changes, ...(page.noChange === null ? [] : [page.noChange])]),
    ...roleMapRows(quarter, page.roleMap),
    ...page.patterns.flatMap(({ subject, neutralLabel, score, band, oftenPercent, since, sentence }) => {
      const at = { quarter, subject, section: "pattern", key: neutralLabel, label: neutralLabel } as const;
      return [
        scoreRow(at, "engineers", score),
        plainRow(at, "band", band, since === null ? "" : `since ${since}`),
        plainRow(at, "percent who see it often", oftenPercent ?? withheldCell),
        plainRow(at, "sentence", sentence),
      ];
    }),
    ...sentenceRows(place, "other-patterns", [page.otherPatterns]),
    ...sentenceRows(place, "returned-patterns", page.returned),
    ...sentenceRows(
      place,
      "commitments",
      page.commitments.map(({ sentence }) => sentence),
    ),
    ...(page.question === null ? [] : sentenceRows(place, "question", [page.question])),
    ...sentenceRows(place, "limits", page.limits),
  ];
}
