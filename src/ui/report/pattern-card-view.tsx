import { figures } from "@/ui/kit/figures";
import type { PatternCard } from "./pattern-card";

/** Description, signs, what it feels like, the healthy opposite and three remedies. */
export function PatternCardView({
  card,
  neutralOnly,
  often,
}: {
  card: PatternCard;
  neutralOnly: boolean;
  /** How many engineers see it often, with its interval; null below 20 answers. */
  often: string | null;
}) {
  const name = neutralOnly ? card.neutralLabel : `${card.deckName}: ${card.neutralLabel.toLowerCase()}`;
  return (
    <div className="pattern-card">
      <div>
        <h3>{name}</h3>
        <p>{card.description}</p>
        {often === null ? null : <p className="mt-2">{figures(often)}</p>}
        <h4>Early signs</h4>
        <ul>
          {card.earlySigns.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        {card.nameNote && !neutralOnly ? <p className="source">{card.nameNote}</p> : null}
        <p className="source">{card.sourceLine}</p>
      </div>
      <div>
        <h4>What helps</h4>
        <ol>
          {card.remedies.map((remedy) => (
            <li key={remedy}>{remedy}</li>
          ))}
        </ol>
        <h4>How the team may see it</h4>
        <p>“{card.teamView}”</p>
        <h4>The healthy opposite</h4>
        <p>{card.healthyOpposite}</p>
      </div>
    </div>
  );
}
