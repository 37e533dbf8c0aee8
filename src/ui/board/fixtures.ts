import type { BoardGroup, BoardPage, Subject, TrendPanel, TrendPoint } from "@/domain/board-page";
import type { Change } from "@/domain/report";
import { noClearChange, outwardFell, sampleScore } from "@/ui/report/fixtures";
import { samplePairReport } from "@/ui/report/pair-fixtures";

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"];

type Hole = "withheld" | "no-cycle" | "one-person" | "vacant";

/** A panel over six quarters; holes and values in order. */
export function samplePanel(
  label: string,
  series: readonly (number | Hole)[],
  change: Change = noClearChange,
  restarts: number[] = [],
): TrendPanel {
  let first = true;
  const points = series.map((entry, index): TrendPoint => {
    const quarter = quarters[index] ?? "2026-Q3";
    if (typeof entry === "string") return { quarter, kind: entry };
    const fewerThanTen = first && series[0] === "withheld";
    first = false;
    const half = fewerThanTen ? 10 : 6;
    return {
      quarter,
      kind: "shown",
      value: entry,
      clipped: null,
      low: Math.max(0, entry - half),
      high: Math.min(100, entry + half),
      fewerThanTen,
    };
  });
  const key = label.toLowerCase().replaceAll(/[^a-z]+/g, "_");
  return { key, label, points, restarts, restartsByPerson: restarts, events: [], change };
}

const deliveryRose: Change = { kind: "marked", from: 60, to: 74, change: 14, low: 5, high: 23, p: 0.001 };
const alone = (a: number, b: number, c: number): (number | Hole)[] => [
  "one-person",
  "one-person",
  "one-person",
  a,
  b,
  c,
];
const cto = (...values: number[]): (number | Hole)[] => ["withheld", ...values];

const group = (
  subject: Subject,
  title: string,
  leaderName: string | null,
  answersLine: string,
  panels: TrendPanel[],
): BoardGroup => ({
  subject,
  title,
  leaderName,
  answersLine,
  events: [],
  panels,
});

/** The board page of the fictional company Norrvik: six quarters, thirteen areas. */
export const sampleBoardPage: BoardPage = {
  quarter: "2026-Q2",
  quarters,
  headline:
    "Both roles are filled and delivery has improved, but the CTO’s outward view has fallen and the CTO still does part of the VPoE’s work.",
  suggestedHeadline: "Both roles are filled.",
  responseSentence: "28 of 36 engineers answered between 1 and 19 June.",
  groups: [
    group("cto", "The CTO", "Ines Aalto", "answers: withheld, 9, 14, 19, 24, 27 of 36", [
      samplePanel("Vision and culture", cto(66, 68, 65, 69, 71)),
      samplePanel("Technical judgement", cto(74, 72, 77, 76, 78)),
      samplePanel("Outward view", cto(61, 58, 60, 59, 46), outwardFell),
      samplePanel("Communication", cto(52, 55, 53, 60, 58)),
      samplePanel("Innovation: culture, voice", cto(59, 61, 60, 64, 63)),
    ]),
    group("vpe", "The VPoE", "Jonas Brandt", "in the seat since October 2025; answers: 18, 24, 26 of 36", [
      samplePanel("Development and delivery", alone(64, 60, 74), deliveryRose),
      samplePanel("Recruitment", alone(60, 63, 66)),
      samplePanel("Engineering example", alone(66, 70, 69)),
      samplePanel("Useful things", alone(68, 67, 70)),
      samplePanel("Innovation: team, product", alone(55, 50, 53)),
    ]),
    group("pair", "The two together", null, "answers: 17, 23, 25 of 36", [
      samplePanel("Innovation together", alone(58, 57, 60)),
      samplePanel("Team of two", alone(61, 66, 64)),
      samplePanel("Role clarity", alone(52, 55, 59)),
    ]),
  ],
  roleMap: samplePairReport.roleMap,
  roleMapSentence: "More than half of the engineers say that the CTO leads hiring.",
  changes: [
    "Outward view fell from 59 to 46 (change −13, likely between −21 and −5).",
    "Development and delivery rose from 60 to 74 (change +14, likely between +5 and +23).",
  ],
  noChange:
    "No clear change in the other 11 areas. With about 26 answers only changes above about 9 points can be seen.",
  patterns: [
    {
      subject: "cto",
      neutralLabel: "Holds every decision",
      score: sampleScore(41),
      band: "elevated",
      tentative: false,
      oftenPercent: 30,
      since: "2025-Q4",
      sentence:
        "CTO: Holds every decision: 41 (35–47), elevated. About 30 % of the engineers see it often. Elevated since Q4 2025.",
    },
    {
      subject: "vpe",
      neutralLabel: "Puts process over product",
      score: sampleScore(38),
      band: "elevated",
      tentative: true,
      oftenPercent: 20,
      since: null,
      sentence:
        "VPoE: Puts process over product: 38 (32–44), elevated, tentative: the interval crosses the edge at 35.",
    },
  ],
  otherPatterns: "The other eight are low or on watch.",
  commitments: [
    {
      subject: "cto",
      label: "Holds every decision",
      sentence: "CTO, holds every decision: “Set a one-day rule”, due 15 July, kept. Engineers: often, 72 (64–80).",
    },
    {
      subject: "cto",
      label: "Outward view",
      sentence:
        "CTO, outward view: “Book four customer conversations a month”, due 30 September. Asked of engineers in the next cycle.",
    },
  ],
  returned: [],
  question: "Should the VPoE be given sole responsibility for hiring before the two new teams are formed in September?",
  statements: [],
  limits: [
    "Anonymous opinions, for development; not a basis for pay or dismissal.",
    "A marked change means that the answers changed, which need not mean that the person changed.",
    "The two leaders are not compared.",
    "Marked changes pass Holm’s test at 5 % across all 13 areas and are at least 5 points.",
    "Patterns are our reading of the talk “CTO vs. VP of Engineering”.",
    "Both leaders saw this page on 27 June.",
    "Counts and fingerprint: tandem.example/verify/norrvik-2026-q2.",
  ],
};
