import type { BoardPage } from "@/domain/board-page";
import { changeWords, points, rangeText } from "@/ui/chart/score-words";
import { pointText } from "@/ui/chart/trend-words";

export type BoardValueRow = {
  key: string;
  area: string;
  before: string;
  now: string;
  interval: string;
  change: string;
  words: string;
  answers: string;
};

/** Every value of the page as text: the panels' twin. */
export function boardValues(page: BoardPage): BoardValueRow[] {
  return page.groups.flatMap((group) =>
    group.panels.map((panel) => {
      const now = panel.points.at(-1);
      const { change } = panel;
      return {
        key: `${group.subject}-${panel.key}`,
        area: panel.label,
        before: pointText(panel.points.at(-2)),
        now: pointText(now),
        interval: now?.kind === "shown" ? rangeText(now) : "–",
        change:
          change.kind === "marked"
            ? `${points(change.change)} (${points(change.low)} to ${points(change.high)})`
            : change.kind === "none"
              ? points(change.to - change.from)
              : "–",
        words: change.kind === "marked" ? "marked change" : changeWords(change),
        answers: /(\d+ of \d+)$/.exec(group.answersLine)?.[1] ?? "–",
      };
    }),
  );
}
