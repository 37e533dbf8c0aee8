import type { AttributedAnswers } from "./answers";
import { minimumAnswers } from "./disclosure";
import { dimensionsOf } from "./instrument";
import type { Change, DimensionResult, FrozenReport, PairReport, RoleMap } from "./report";
import { changesOf, type YearBefore } from "./report-change";
import { dimensionBase, type Voice } from "./report-dimension";
import { roleMapOf } from "./report-role-map";
import type { TallySeat } from "./report-seat";
import { responsibilityBand } from "./score";
import { type Seat, seats } from "./seat";

export type PairInput = {
  quarter: string;
  states: Record<Seat, TallySeat> & { onePerson: boolean };
  engineers: Voice;
  executives: Voice | null;
  self: Record<Seat, AttributedAnswers | null>;
  previous: FrozenReport | null;
  yearBefore: YearBefore | null;
  response: FrozenReport["response"];
};

const pending = { kind: "first" } as const;

/** For the pair `self` is what the CTO says and `partner` what the VPoE says, each with their name; nobody has a gap to it. */
function dimensionsFor({ engineers, executives, self }: PairInput): DimensionResult[] {
  return dimensionsOf("pair").map(({ key, label }) => {
    const voices = { subject: "pair", engineers, executives, self: self.cto, partner: self.vpe } as const;
    const { oftenPercent: _, ...base } = dimensionBase(voices, key, 1);
    const band = base.score.kind === "shown" ? responsibilityBand(base.score.value) : null;
    return { key, label, ...base, gap: null, band, change: pending };
  });
}

const sameLeader = (state: TallySeat, before: FrozenReport[Seat]): boolean =>
  state.kind === "held" && before.kind !== "vacant" && before.leaderId === state.leaderId;

/** The two leaders as a pair: three shared dimensions with changes of their own family, and who does what. */
export function pairReport(input: PairInput): PairReport {
  const { quarter, states, engineers, previous, yearBefore, response } = input;
  const header = { format: "tandem/report/1", quarter, invited: engineers.invited } as const;
  const roleMap: RoleMap =
    response.kind === "too-few" ? { kind: "withheld", why: "too-few-answers" } : roleMapOf(engineers.tally, input.self);
  if (seats.some((seat) => states[seat].kind === "vacant")) return { ...header, kind: "vacant", roleMap };
  if (states.onePerson) return { ...header, kind: "one-person", roleMap };
  const answers = engineers.tally.answersAbout.pair;
  if (response.kind === "too-few" || answers < minimumAnswers) return { ...header, kind: "withheld" };
  const dimensions = dimensionsFor(input);
  const since = (report: FrozenReport, rosterChange: number | null): Change[] => {
    const samePeople = seats.every((seat) => sameLeader(states[seat], report[seat]));
    const areas = report.pair.kind === "shown" ? report.pair.dimensions : null;
    const then = { response: report.response, samePeople, areas, rosterChange };
    return changesOf(dimensions, { response, previous: then });
  };
  const changes = previous === null ? [] : since(previous, response.rosterChange);
  const yearChanges = yearBefore === null ? [] : since(yearBefore.report, yearBefore.rosterChange);
  return {
    ...header,
    kind: "shown",
    answers,
    dimensions: dimensions.map((dimension, index) => {
      const yearChange = yearChanges[index];
      return {
        ...dimension,
        change: changes[index] ?? pending,
        ...(yearChange === undefined ? {} : { yearChange }),
      };
    }),
    roleMap,
  };
}
