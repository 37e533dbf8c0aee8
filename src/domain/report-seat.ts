import type { AttributedAnswers } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import { minimumAnswers, minimumComments } from "./disclosure";
import { isGeneralImpression } from "./general-impression";
import { dimensionsOf, itemsAbout, patternDimension, patternsOf } from "./instrument";
import type { Change, DimensionResult, FrozenReport, PatternResult, SeatReport } from "./report";
import { changesOf, type YearBefore } from "./report-change";
import { type DimensionVoices, dimensionBase, type Voice } from "./report-dimension";
import { commitmentResult, itemResult } from "./report-item";
import { sliceReports } from "./report-slices";
import { patternBand, responsibilityBand } from "./score";
import type { Seat } from "./seat";
import type { DeclaredSlice, SlicedTally } from "./tally-slices";

/** Who sits in a seat while the cycle runs; the id tells whether it is the same person as a quarter ago. */
export type TallySeat = { kind: "held"; name: string; leaderId: string } | { kind: "vacant" };

export type SeatInput = {
  seat: Seat;
  quarter: string;
  state: TallySeat;
  engineers: Voice;
  /** Null when executives were not asked or too few answered. */
  executives: Voice | null;
  self: AttributedAnswers | null;
  partner: AttributedAnswers | null;
  /** What this seat's leader announced and this cycle asked about. */
  commitments: readonly AskedCommitment[];
  previous: FrozenReport | null;
  yearBefore: YearBefore | null;
  response: FrozenReport["response"];
  slices: { declared: readonly DeclaredSlice[]; sliced: SlicedTally };
};

const pending = { kind: "first" } as const;

function dimensionsFor(seat: Seat, voices: DimensionVoices): DimensionResult[] {
  return dimensionsOf(seat).map(({ key, label }) => {
    const { oftenPercent: _, ...base } = dimensionBase(voices, key, 1);
    return {
      key,
      label,
      ...base,
      band: base.score.kind === "shown" ? responsibilityBand(base.score.value) : null,
      change: pending,
    };
  });
}

function patternsFor(seat: Seat, voices: DimensionVoices): PatternResult[] {
  return patternsOf(seat).map(({ key, deck_name: deckName, neutral_label: neutralLabel }) => {
    const base = dimensionBase(voices, patternDimension(key), -1);
    const shown = base.score.kind === "shown" ? base.score : null;
    return {
      key,
      label: neutralLabel,
      deckName,
      neutralLabel,
      ...base,
      band: shown === null ? null : patternBand(shown.value),
      tentative: shown !== null && patternBand(shown.low) !== patternBand(shown.high),
      change: pending,
    };
  });
}

/** The areas of a seat's report before this one, or null when it was not shown. */
const areasBefore = (report: SeatReport): (DimensionResult | PatternResult)[] | null =>
  report.kind === "shown" ? [...report.dimensions, ...report.patterns] : null;

/** One seat's frozen report: withheld below 5 engineers who answered about it, every part by its own rule. */
export function seatReport(input: SeatInput): SeatReport {
  const { seat, quarter, state, engineers, previous, yearBefore, response } = input;
  const header = { format: "tandem/report/1", seat, quarter, invited: engineers.invited } as const;
  if (state.kind === "vacant") return { ...header, kind: "vacant" };
  const leader = { leaderName: state.name, leaderId: state.leaderId };
  const answers = engineers.tally.answersAbout[seat];
  if (response.kind === "too-few" || answers < minimumAnswers) return { ...header, kind: "withheld", ...leader };
  const voices: DimensionVoices = { ...input, subject: seat };
  const dimensions = dimensionsFor(seat, voices);
  const patterns = patternsFor(seat, voices);
  const since = (report: FrozenReport, rosterChange: number | null): Change[] => {
    const before = report[seat];
    const samePeople = before.kind !== "vacant" && before.leaderId === state.leaderId;
    const then = { response: report.response, samePeople, areas: areasBefore(before), rosterChange };
    return changesOf([...dimensions, ...patterns], { response, previous: then });
  };
  const changes = previous === null ? [] : since(previous, response.rosterChange);
  const yearChanges = yearBefore === null ? [] : since(yearBefore.report, yearBefore.rosterChange);
  const changed = (index: number): { change: Change; yearChange?: Change } => {
    const yearChange = yearChanges[index];
    return { change: changes[index] ?? pending, ...(yearChange === undefined ? {} : { yearChange }) };
  };
  const before = previous?.[seat];
  const slices = sliceReports({
    seat,
    ...input.slices,
    whole: engineers.tally,
    areas: [...dimensions, ...patterns],
    response,
    previous:
      previous === null || before === undefined
        ? null
        : {
            response: previous.response,
            report: before,
            sameLeader: before.kind !== "vacant" && before.leaderId === state.leaderId,
          },
  });
  const [overall] = itemsAbout(seat, { group: "engineer", tier: "core" }).filter(
    ({ dimension }) => dimension === "overall",
  );
  if (overall === undefined) throw new Error("The questionnaire has no overall question.");
  const circle = { invited: engineers.invited, answers };
  const commitments = input.commitments.map((commitment) => commitmentResult(commitment, engineers.tally, circle));
  return {
    ...header,
    kind: "shown",
    ...leader,
    answers,
    dimensions: dimensions.map((dimension, index) => ({ ...dimension, ...changed(index) })),
    patterns: patterns.map((pattern, index) => ({ ...pattern, ...changed(dimensions.length + index) })),
    overall: itemResult(overall, engineers.tally, circle, input.self),
    ...(isGeneralImpression(seat, engineers.tally) && { generalImpression: true as const }),
    ...(commitments.length === 0 ? {} : { commitments }),
    ...(slices.length > 0 && { slices }),
    comments: answers >= minimumComments ? { kind: "shown" } : { kind: "withheld", answers },
  };
}
