import type { ReadComment } from "@/domain/comment";
import { patternsOf } from "@/domain/instrument";
import type {
  Change,
  DimensionResult,
  Distribution,
  Gap,
  ItemResult,
  PatternBand,
  PatternResult,
  ResponsibilityBand,
  Score,
  SeatReport,
} from "@/domain/report";
import type { ShownScore } from "@/ui/chart/score-words";

/** A released score of a fictional company, with an interval of the given half-width. */
export function sampleScore(value: number, answers: ShownScore["answers"] = 27, half = 6): ShownScore {
  return {
    kind: "shown",
    value,
    clipped: null,
    low: Math.max(0, value - half),
    high: Math.min(100, value + half),
    answers,
    standardError: half / 2,
    degreesOfFreedom: 24,
  };
}

export const withheldScore: Score = { kind: "withheld", why: "too-few-answers" };

export const sampleShares = (low: number, mid: number): Distribution => [
  { label: "never, rarely", from: 1, to: 2, percent: low },
  { label: "sometimes", from: 3, to: 3, percent: mid },
  { label: "often, almost always", from: 4, to: 5, percent: 100 - low - mid },
];

function sampleItem(
  text: string,
  value: number,
  shares: [number, number] | null,
  answers: ShownScore["answers"] = 27,
): ItemResult {
  return {
    key: text.toLowerCase().replaceAll(/[^a-z]+/g, "_"),
    text,
    polarity: 1,
    score: sampleScore(value, answers, 7),
    distribution: shares && sampleShares(...shares),
    agreement: shares ? (shares[0] >= 25 && 100 - shares[0] - shares[1] >= 25 ? "split" : "good") : null,
    littleVisible: false,
    self: null,
    wordingVersion: "1",
  };
}

const withheldItem = (text: string): ItemResult => ({ ...sampleItem(text, 50, null), score: withheldScore });

export const noClearChange: Change = { kind: "none", from: 60, to: 61, smallestVisible: 9, p: 0.6 };

const bandOf = (value: number): ResponsibilityBand =>
  value < 50 ? "gap" : value < 65 ? "developing" : value < 80 ? "solid" : "strength";

const patternBandOf = (value: number): PatternBand =>
  value < 20 ? "low" : value < 35 ? "watch" : value < 50 ? "elevated" : "high";

function gapOf(polarity: 1 | -1, self: number | null, value: number, half: number): Gap | null {
  if (self === null) return null;
  const points = polarity * (self - value);
  if (Math.abs(points) < 12.5) return { points, label: "aligned" };
  if (Math.abs(self - value) <= half) return { points, label: "unclear" };
  const large = Math.abs(points) >= 25;
  if (points > 0) return { points, label: large ? "blind_spot_large" : "blind_spot" };
  return { points, label: large ? "hidden_strength_large" : "hidden_strength" };
}

export function sampleDimension(
  label: string,
  value: number,
  self: number | null,
  items: ItemResult[] = [],
  change: Change = noClearChange,
): DimensionResult {
  return {
    key: label.toLowerCase().replaceAll(/[^a-z]+/g, "_"),
    label,
    score: sampleScore(value),
    band: bandOf(value),
    self,
    partner: null,
    executives: null,
    gap: gapOf(1, self, value, 6),
    change,
    items,
  };
}

const waiting = [
  sampleItem("The CTO insists on approving small technical decisions.", 44, [30, 40]),
  sampleItem("Our work has to wait for approval from the CTO.", 38, [40, 35], 25),
].map((item) => ({ ...item, polarity: -1 as const }));

const patternValues = [
  { value: 13, self: 13, share: null },
  { value: 41, self: 25, share: 30 },
  { value: 24, self: 13, share: 5 },
  { value: 26, self: 38, share: 10 },
  { value: 13, self: 13, share: null },
];

function samplePatterns(): PatternResult[] {
  return patternsOf("cto").map((pattern, index) => {
    const { value, self, share } = patternValues[index] ?? { value: 20, self: null, share: null };
    return {
      ...sampleDimension(pattern.neutral_label, value, self, value === 41 ? waiting : []),
      key: pattern.key,
      deckName: pattern.deck_name,
      neutralLabel: pattern.neutral_label,
      band: patternBandOf(value),
      tentative: value === 24,
      gap: gapOf(-1, self, value, 6),
      oftenPercent: share,
    };
  });
}

export const outwardFell: Change = { kind: "marked", from: 59, to: 46, change: -13, low: -21, high: -5, p: 0.002 };

/** 27 of 36 engineers about the CTO of the fictional company Norrvik. */
export const sampleSeatReport: Extract<SeatReport, { kind: "shown" }> = {
  format: "tandem/report/1",
  kind: "shown",
  seat: "cto",
  quarter: "2026-Q2",
  invited: 36,
  leaderName: "Ines Aalto",
  leaderId: "leader-1",
  answers: 27,
  dimensions: [
    sampleDimension("Vision and culture", 71, 75, [
      sampleItem("The CTO makes it clear what our technology should achieve in the long term.", 73, [10, 20]),
      sampleItem("The CTO shows by example how we should work together in engineering.", 70, [15, 20]),
    ]),
    sampleDimension("Technical judgement", 78, 75, [
      sampleItem(
        "The CTO checks that a new direction is technically possible before committing us to it.",
        78,
        [10, 15],
      ),
    ]),
    sampleDimension(
      "Outward view",
      46,
      75,
      [
        sampleItem("The CTO meets people outside the company, such as customers.", 43, [50, 25], 24),
        sampleItem("The CTO explains how changes outside the company affect our technology.", 50, [35, 30], 26),
      ],
      outwardFell,
    ),
    sampleDimension("Communication", 58, 75, [
      sampleItem("The CTO explains the reasons behind important technical decisions.", 58, [25, 30]),
    ]),
    sampleDimension("Innovation: culture and voice", 63, 63, [
      sampleItem("The CTO encourages us to propose ambitious ideas.", 68, [15, 25]),
      sampleItem("The CTO presents our engineers' ideas to top management.", 58, null, "5–19"),
      withheldItem("The CTO presents our engineers' ideas to people outside the company."),
    ]),
  ],
  patterns: samplePatterns(),
  overall: sampleItem("Overall, how effective is the CTO in this role?", 66, [10, 30]),
  comments: { kind: "shown" },
};

export const sampleComments: ReadComment[] = [
  {
    id: "c1",
    flag: null,
    seat: "cto",
    question: "start",
    text: "Come back from customer visits and tell us what you heard.",
  },
  {
    id: "c2",
    flag: null,
    seat: "cto",
    question: "start",
    text: "Say which decisions are ours. I often wait because I am not sure.",
  },
  { id: "c3", flag: null, seat: "cto", question: "stop", text: "Changing the direction in the hallway." },
  {
    id: "c4",
    flag: null,
    seat: "cto",
    question: "continue",
    text: "You check if a thing can be built before you promise it. Keep that.",
  },
  {
    id: "c5",
    flag: null,
    seat: "cto",
    question: "continue",
    text: "The long-term picture is clear to me. That was not so a year ago.",
  },
];

export const sampleSummary = [
  "Your engineers see technical judgement and vision and culture as your strongest areas: this happens often.",
  "Outward view fell from 59 to 46 (change −13, likely between −21 and −5). In the other four areas there is no clear change; with 27 answers only changes above about 9 points can be seen.",
  "About 30 % of your engineers often meet holds every decision. You see this more rarely than they do.",
];
