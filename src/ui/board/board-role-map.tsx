import type { RoleMap } from "@/domain/report";
import { points, withheldSentence } from "@/ui/chart/score-words";
import { figures } from "@/ui/kit/figures";

const word = (value: number): string =>
  value < 15 ? "clear below 15" : value <= 30 ? "some overlap" : "unclear above 30";

/** The three numbers of the role map beside the pair's panels. */
export function BoardRoleMap({ map, sentence }: { map: RoleMap; sentence: string | null }) {
  return (
    <div className="who-does-what num">
      <h3>Who mostly does what{map.kind === "shown" ? `, ${map.answers} engineers` : ""}</h3>
      {map.kind === "withheld" ? (
        <p>{withheldSentence(map.why)}</p>
      ) : (
        <dl>
          {[
            { term: "CTO acts as VPoE", value: map.ctoActsAsVpe },
            { term: "VPoE acts as CTO", value: map.vpeActsAsCto },
            { term: "role confusion", value: map.roleConfusion },
          ].map(({ term, value }) => (
            <div key={term}>
              <dt>
                {term} ({word(value)})
              </dt>
              <dd>{points(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {sentence ? <p>{figures(sentence)}</p> : null}
    </div>
  );
}
