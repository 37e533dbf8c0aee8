import type { BoardGroup, BoardPage, BoardPattern } from "@/domain/board-page";
import { patternsOf } from "@/domain/instrument";
import { type Seat, seatLabel } from "@/domain/seat";
import { outwardFell, sampleScore } from "@/ui/report/fixtures";
import { sampleBoardPage } from "./fixtures";

const changed = (area: string, a: number, b: number): string =>
  `${area} fell from ${a} to ${b} (change −${a - b}, likely between −${a - b + 8} and −${a - b - 8}).`;

/** A hundred words of the 640 characters that are the most. */
const hundredWords = Array(50).fill("again better").join(" ").slice(0, 640).trim();

/** Four events of the company and one of a seat, on eight quarters. */
const eventful = (board: BoardGroup): BoardGroup => ({
  ...board,
  events:
    board.subject === "cto"
      ? [1, 2, 4, 5].map((number) => ({
          number,
          quarter: "2025-Q4",
          text: "Two product teams merged into Platform, B",
        }))
      : board.subject === "vpe"
        ? [{ number: 3, quarter: "2025-Q4", text: "new person in the seat" }]
        : [],
  panels: board.panels.map((panel) => ({
    ...panel,
    points: [
      { quarter: "2024-Q3", kind: "no-cycle" as const },
      { quarter: "2024-Q4", kind: "withheld" as const },
      ...panel.points,
    ],
    restarts: panel.restarts.map((index) => index + 2),
    events: [
      { number: 1, index: 2 },
      { number: 2, index: 4 },
      ...(board.subject === "cto" ? [] : [{ number: 3, index: 5 }]),
      { number: 4, index: 6 },
      { number: 5, index: 6 },
    ],
  })),
});

/** A pattern of which everything is said: high, in doubt, seen by many and for long. */
const loud =
  (subject: Seat) =>
  ({ neutral_label: neutralLabel }: { neutral_label: string }): BoardPattern => ({
    subject,
    neutralLabel,
    score: sampleScore(52),
    band: "high",
    tentative: true,
    oftenPercent: 40,
    since: "2026-Q1",
    sentence: `${seatLabel[subject].short}: ${neutralLabel}: 52 (46–58), high, tentative: the interval crosses the edge at 50. About 40 % of the engineers see it often. High since Q1 2026.`,
  });

/**
 * The fullest page there may be: eight quarters, five events, thirteen changed areas, ten patterns, two lines of
 * headline, four commitments, a pattern that returned, and two leaders' words at their longest.
 */
export const fullBoardPage: BoardPage = {
  ...sampleBoardPage,
  groups: sampleBoardPage.groups.map(eventful).map((board) => ({
    ...board,
    panels: board.panels.map((panel) => ({
      ...panel,
      change: panel.change.kind === "marked" ? panel.change : { ...outwardFell, p: 0.01 },
    })),
  })),
  roleMapSentence:
    "More than half of the engineers say that the CTO leads hiring, and half that the CTO decides what is built next.",
  changes: [
    ...sampleBoardPage.changes,
    changed("Innovation: team, product", 64, 53),
    changed("Innovation: culture, voice", 75, 63),
    changed("Innovation together", 72, 60),
  ],
  noChange: null,
  patterns: (["cto", "vpe"] as const).flatMap((subject) => patternsOf(subject).map(loud(subject))),
  otherPatterns: "",
  statements: [
    { seat: "cto", name: "Ines Aalto", text: hundredWords },
    { seat: "vpe", name: "Jonas Brandt", text: hundredWords },
  ],
  commitments: [
    ...sampleBoardPage.commitments,
    {
      subject: "vpe",
      label: "Process over product",
      sentence:
        "VPoE, process over product: “Ask the team for the three least useful steps and stop them …”, due 15 July, dropped. Engineers: withheld, fewer than 5 could observe this.",
    },
    {
      subject: "vpe",
      label: "Recruitment",
      sentence:
        "VPoE, recruitment: “Let two engineers of the team take part in every …”, due 30 September. Asked of engineers in the next cycle.",
    },
  ],
  returned: [
    "CTO: Avoids the outside world is back: high in Q2 2026, 52 (46–58), tentative, after watch in Q4 2025. The commitment of Q3 2025 about it was closed as kept.",
  ],
};
