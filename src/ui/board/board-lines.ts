import type { BoardPage, BoardPattern } from "@/domain/board-page";
import { markedAreas } from "@/domain/board-page-words";
import { lowerFirst } from "@/domain/report-words";
import { seatLabel } from "@/domain/seat";
import { patternBandWord, rangeText, scoreText } from "@/ui/chart/score-words";

/** Marked changes and patterns told in full: the page is one sheet, so more than these are told in short. */
const mostChanges = 5;
const mostPatterns = 3;

/** The marked changes beyond the fifth by direction; their numbers stand in their panels. */
function moreChanges({ groups }: BoardPage): string[] {
  const rest = markedAreas(groups.flatMap(({ panels }) => panels)).slice(mostChanges);
  const moved = (verb: string, up: boolean): string[] => {
    const labels = rest.flatMap(({ label, change }) => (change.change > 0 === up ? [lowerFirst(label)] : []));
    return labels.length === 0 ? [] : [`Also ${verb}: ${labels.join("; ")}.`];
  };
  return [...moved("fell", false), ...moved("rose", true)];
}

/** Whether no area has an earlier result. */
export const areFirst = ({ groups }: BoardPage): boolean =>
  groups.every(({ panels }) =>
    panels.every(({ points }) => points.slice(0, -1).every(({ kind }) => kind === "no-cycle")),
  );

/** Why nothing is said to have changed: it is the first result, or every comparison is barred. */
const nothingCompared = (page: BoardPage): string =>
  areFirst(page) ? "First result, no comparison yet." : "No area can be compared with the quarter before.";

/** What changed, at most five sentences of one change each; never empty. */
export function changeLines(page: BoardPage): string[] {
  const lines = [
    ...page.changes.slice(0, mostChanges),
    ...moreChanges(page),
    ...(page.noChange === null ? [] : [page.noChange]),
  ];
  return lines.length === 0 ? [nothingCompared(page)] : lines;
}

function inShort({ subject, neutralLabel, score, tentative }: BoardPattern): string {
  const number = score.kind === "shown" ? ` ${scoreText(score)} (${rangeText(score)})` : "";
  return `${seatLabel[subject].short} ${lowerFirst(neutralLabel)}${number}${tentative ? ", tentative" : ""}`;
}

export type PatternLine = { band: BoardPattern["band"]; tentative: boolean; text: string };

/** Up to three patterns with a sentence each; more than three in short, the high ones and the elevated ones in a line each. */
export function patternLines({ patterns }: BoardPage): PatternLine[] {
  if (patterns.length <= mostPatterns)
    return patterns.map(({ band, tentative, sentence }) => ({ band, tentative, text: sentence }));
  return (["high", "elevated"] as const).flatMap((band) => {
    const those = patterns.filter((pattern) => pattern.band === band);
    const text = `${patternBandWord[band]}: ${those.map(inShort).join("; ")}.`;
    return those.length === 0 ? [] : [{ band, tentative: false, text }];
  });
}
