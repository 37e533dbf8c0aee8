import type { BoardPage } from "./board-page";
import { roleMapRows } from "./export-role-map";
import { changeRow, type ExportRow, plainRow, scoreRow, sentenceRows, withheldCell } from "./export-row";
import { trendRows } from "./export-trend";

/** Everything the board page says, line by line: the trends of every area with one row a quarter. */
export function boardRows(page: BoardPage): ExportRow[] {
  const { quarter } = page;
  const place = { quarter, subject: "page" } as const;
  return [
    ...sentenceRows(place, "headline", [page.headline]),
    ...sentenceRows(place, "response", [page.responseSentence]),
    ...page.groups.flatMap(({ subject, panels }) =>
      panels.flatMap(({ key, label, points, restarts, change }) => [
        ...trendRows(subject, { key, label, points, restarts }),
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
