import type { DimensionResult, PatternResult, SliceReport, SliceValueReport } from "@/domain/report";
import { listed } from "@/domain/report-words";
import type { Seat } from "@/domain/seat";
import { sliceLabel } from "@/domain/slice-plan";
import { AxisHeader } from "@/ui/chart/axis-header";
import { AxisWords } from "@/ui/chart/axis-words";
import { Dumbbell } from "@/ui/chart/dumbbell";
import { changeWords, rangeText, scoreText } from "@/ui/chart/score-words";
import type { Hue } from "@/ui/chart/subject-color";
import { Withheld } from "@/ui/chart/withheld";
import { Fold } from "@/ui/kit/fold";
import { Section } from "./section";

type Area = Pick<DimensionResult, "key" | "label" | "score">;
type Shown = { dimensions: readonly DimensionResult[]; patterns: readonly PatternResult[] };

/** One declared dimension, never crossed with another: each area as the people of each value see it. */
export function SliceSection({ of, slice, report }: { of: Seat; slice: SliceReport; report: Shown }) {
  const { one, by } = sliceLabel[slice.name];
  const areas = slice.values.flatMap((value) => value.areas);
  const heldBack = areas.some(({ change }) => change.kind === "held-back");
  const groups = [
    ...report.dimensions.map((area) => ({ area, hue: of as Hue, title: area.label })),
    ...report.patterns.map((area) => ({
      area,
      hue: "pattern" as Hue,
      title: `Early warning: ${area.neutralLabel.toLowerCase()} (here less often is better)`,
    })),
  ];
  return (
    <Section
      title={by}
      notes={
        <>
          <p>
            <b>Order</b> is by name, never by score. Small differences between two bands that overlap are chance.
          </p>
          <p>
            Scores only, from 5 answers. Where a score could be found by subtracting the others from the whole, it is
            withheld with the next smallest.
          </p>
          {heldBack ? (
            <p>Where 1 to 4 people joined or left a {one}, its change is held back, because it could point to them.</p>
          ) : null}
          <p>Only you read this. The board page never has it.</p>
        </>
      }
    >
      <p className="mb-3 max-w-measure">{foldedSentence(slice)}</p>
      <Fold summary={`Each area ${by.toLowerCase()}`}>
        <AxisWords />
        <table className="chart-table profile">
          <caption className="sr-only">
            {by}: engineers’ score with 95 percent interval for each area and each {one}, in order of name.
          </caption>
          <thead>
            <tr>
              <th scope="col">People invited below each name</th>
              <AxisHeader width={400} words={false} />
              <th scope="col" className="right">
                Engineers
              </th>
            </tr>
          </thead>
          {groups.map(({ area, hue, title }) => (
            <tbody key={area.key}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {title}
                  <small className="num">{wholeText(area)}</small>
                </th>
              </tr>
              {slice.values.map((value) => (
                <ValueRow key={value.value} of={hue} area={area.key} value={value} />
              ))}
            </tbody>
          ))}
        </table>
      </Fold>
    </Section>
  );
}

/** What the fold holds: whom it tells apart, and how many changes are marked, so that none is missed. */
function foldedSentence({ values }: SliceReport): string {
  const names = listed(values.map(({ value }) => value));
  const areas = values[0]?.areas.length ?? 0;
  const marked = values.flatMap((value) => value.areas).filter(({ change }) => change.kind === "marked").length;
  const changes = marked === 0 ? "" : ` ${marked === 1 ? "One change is" : `${marked} changes are`} marked.`;
  return `${names}, in each of ${areas} areas.${changes}`;
}

const wholeText = ({ score }: Area): string =>
  score.kind === "shown"
    ? `All engineers: ${scoreText(score)}, ${rangeText(score)}`
    : "All engineers: withheld, fewer than 5 answers";

function ValueRow({ of, area, value }: { of: Hue; area: string; value: SliceValueReport }) {
  const result = value.areas.find(({ key }) => key === area);
  const score = result?.score ?? { kind: "withheld", why: "not-asked" };
  const name = (
    <th scope="row" className="font-normal">
      {value.value}
      <small className="num">
        {value.invited} invited
        {result && score.kind === "shown" && result.change.kind !== "first" ? `, ${changeWords(result.change)}` : ""}
      </small>
    </th>
  );
  if (score.kind === "withheld")
    return (
      <tr>
        {name}
        <td className="withheld-span" colSpan={2}>
          <Withheld why={score.why} />
        </td>
      </tr>
    );
  return (
    <tr>
      {name}
      <td className="plot-cell">
        <Dumbbell of={of} score={score} self={null} height={34} />
      </td>
      <td className="right value num">
        <b>{scoreText(score)}</b> <span>{rangeText(score)}</span>
      </td>
    </tr>
  );
}
