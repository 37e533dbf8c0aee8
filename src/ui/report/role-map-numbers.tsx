import type { RoleMap } from "@/domain/report";
import { points } from "@/ui/chart/score-words";

type Shown = Extract<RoleMap, { kind: "shown" }>;

/** Below 15 clear, 15–30 some overlap, above 30 unclear. */
export function confusionWord(value: number): string {
  return value < 15 ? "clear, below 15" : value <= 30 ? "some overlap" : "unclear, above 30";
}

/** The three numbers of the role map with their definition in one line. */
export function RoleMapNumbers({ map }: { map: Shown }) {
  const numbers = [
    {
      term: "CTO acts as VPoE",
      value: map.ctoActsAsVpe,
      meaning: "Mean share naming the CTO for the VPoE’s five activities",
    },
    {
      term: "VPoE acts as CTO",
      value: map.vpeActsAsCto,
      meaning: "Mean share naming the VPoE for the CTO’s four activities",
    },
    { term: "Role confusion", value: map.roleConfusion, meaning: "Mean share naming the other leader or neither" },
  ];
  return (
    <dl className="three-numbers">
      {numbers.map(({ term, value, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="num">
            <b>{points(value)}</b>
            <span className="band-word">{confusionWord(value)}</span>
            <p className="meaning">{meaning}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
