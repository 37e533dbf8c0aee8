import type { Subject } from "@/domain/board-page";
import type { Agreement, ItemResult } from "@/domain/report";
import { AxisHeader } from "@/ui/chart/axis-header";
import { AxisWords } from "@/ui/chart/axis-words";
import { FrequencyBar } from "@/ui/chart/frequency-bar";
import { IntervalDot } from "@/ui/chart/interval-dot";
import { allowsShares, answersText, scoreText } from "@/ui/chart/score-words";
import type { Hue } from "@/ui/chart/subject-color";
import { Withheld } from "@/ui/chart/withheld";

export type StatementGroup = { key: string; title: string; hue: Hue; items: readonly ItemResult[] };

const agreementWord: Record<Agreement, string> = {
  strong: "strong agreement",
  good: "good agreement",
  mixed: "mixed views",
  split: "split views",
};

/** What the three shades of a share bar stand for. */
export function ShareLegend() {
  return (["low", "mid", "high"] as const).map((bin) => (
    <span key={bin}>
      <svg width="10" height="10" aria-hidden="true">
        <rect width="10" height="10" rx="2" fill={`var(--freq-${bin})`} />
      </svg>
      {bin === "low" ? "never, rarely" : bin === "mid" ? "sometimes" : "often, almost always"}
    </span>
  ));
}

/** Every statement in instrument order: mean with interval, and from 20 answers how often. */
export function Statements({ groups, caption }: { groups: readonly StatementGroup[]; caption: string }) {
  return (
    <>
      <AxisWords />
      <table className="chart-table statements">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <AxisHeader width={240} words={false} />
            <th scope="col" className="right">
              Mean
            </th>
            <th scope="col" className="shares-cell">
              Share of answers, in steps of 5&nbsp;%
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {group.title}
              </th>
            </tr>
            {group.items.map((item) => (
              <StatementRow key={item.key} hue={group.hue} item={item} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

function StatementRow({ hue, item }: { hue: Subject | Hue; item: ItemResult }) {
  const { score } = item;
  if (score.kind === "withheld")
    return (
      <tr>
        <th scope="row">{item.text}</th>
        <td className="withheld-span" colSpan={3}>
          <Withheld why={score.why} of="item" />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        {item.text}
        {item.littleVisible ? <small>Little visible: more than 40&nbsp;% could not observe this.</small> : null}
      </th>
      <td className="plot-cell">
        <IntervalDot of={hue} score={score} />
      </td>
      <td className="right value num">
        <b>{scoreText(score)}</b> <span>{answersText(score)}</span>
      </td>
      <td className="shares-cell">
        <FrequencyBar score={score} distribution={item.distribution} />
        {allowsShares(score) && item.agreement ? (
          <small className="agreement">{agreementWord[item.agreement]}</small>
        ) : null}
      </td>
    </tr>
  );
}
