import { minimumAnswers } from "./disclosure";
import { patternDimension } from "./instrument";
import type { DimensionResult, FrozenReport, PatternResult, Score, SeatReport, SliceReport } from "./report";
import { changesOf } from "./report-change";
import { raterScores, scoreOf } from "./report-dimension";
import type { Seat } from "./seat";
import { shownSlices } from "./slice-disclosure";
import { type GroupTally, itemsOfDimension } from "./tally-counter";
import type { DeclaredSlice, SlicedTally, SliceTally } from "./tally-slices";

type Area = DimensionResult | PatternResult;

export type SlicesInput = {
  seat: Seat;
  declared: readonly DeclaredSlice[];
  sliced: SlicedTally;
  /** All engineers together. */
  whole: GroupTally;
  /** The areas of the seat's own report, which the slices are parts of. */
  areas: readonly Area[];
  response: FrozenReport["response"];
  /** The cycle before; null for the first. `sameLeader` is false where another person sat in the seat. */
  previous: { response: FrozenReport["response"]; report: SeatReport; sameLeader: boolean } | null;
};

const isPattern = (area: Area): area is PatternResult => "deckName" in area;

const withheld = (why: Extract<Score, { kind: "withheld" }>["why"]): Score => ({ kind: "withheld", why });

/** The scores of one area, by dimension and value: D4 decides for each measure anew which may be shown. */
function areaScores({ seat, declared, whole }: SlicesInput, atoms: readonly SliceTally[], area: Area): Score[][] {
  if (area.score.kind === "withheld") {
    return declared.map(({ values }) => values.map(() => withheld("too-few-answers")));
  }
  const polarity = isPattern(area) ? -1 : 1;
  const dimension = isPattern(area) ? patternDimension(area.key) : area.key;
  const items = itemsOfDimension(seat, dimension, "engineer");
  const spoken = atoms.map(({ cells, tally }) => ({
    cells,
    answersAbout: tally.answersAbout[seat],
    scores: raterScores(tally, items, dimension, polarity, whole),
  }));
  const shown = shownSlices(
    declared.map(({ values }) => values.length),
    spoken.map(({ cells, scores }) => ({ cells, answers: scores.length })),
  );
  return declared.map(({ values }, slice) =>
    values.map(({ invited }, value) => {
      const own = spoken.filter(({ cells }) => cells[slice] === value);
      // Sorted, so that the mean does not depend on the order in which ballots were opened.
      const scores = own.flatMap((atom) => atom.scores).sort((left, right) => left - right);
      if (!shown[slice]?.[value]) {
        return withheld(scores.length < minimumAnswers ? "too-few-answers" : "would-reveal-another-group");
      }
      const answers = own.reduce((sum, atom) => sum + atom.answersAbout, 0);
      return scoreOf(scores, polarity, { invited, answers });
    }),
  );
}

/**
 * The declared dimensions of one seat, each by itself and never crossed (D3): per value the scores of the report's areas
 * with their changes. A value whose people changed by 1 to 4 is not compared (D8).
 */
export function sliceReports(input: SlicesInput): SliceReport[] {
  const { declared, sliced, areas, response, previous } = input;
  const atoms = [...sliced.values()];
  const scores = areas.map((area) => areaScores(input, atoms, area));
  const before = previous?.report.kind === "shown" ? previous.report : null;
  return declared.map(({ name, values }, slice) => ({
    name,
    values: values.map(({ value, invited, changed }, index) => {
      const own = areas.map(({ key, items }, area) => ({
        key,
        items,
        score: scores[area]?.[slice]?.[index] ?? withheld("too-few-answers"),
      }));
      const earlier = before?.slices
        ?.find((candidate) => candidate.name === name)
        ?.values.find((candidate) => candidate.value === value);
      const areasBefore = earlier?.areas.map(({ key, score }) => {
        const whole = [...(before?.dimensions ?? []), ...(before?.patterns ?? [])].find((area) => area.key === key);
        return { key, score, items: whole?.items ?? [] };
      });
      const changes = changesOf(own, {
        response,
        previous:
          previous && areasBefore && changed !== null
            ? {
                response: previous.response,
                samePeople: previous.sameLeader,
                areas: areasBefore,
                rosterChange: changed,
              }
            : null,
      });
      return {
        value,
        invited,
        areas: own.map(({ key, score }, area) => ({ key, score, change: changes[area] ?? { kind: "first" } })),
      };
    }),
  }));
}
