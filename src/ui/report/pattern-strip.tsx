import type { PatternResult } from "@/domain/report";
import { oftenSentence } from "@/domain/report-words";
import { PatternCell } from "@/ui/chart/pattern-cell";
import { Icon } from "@/ui/kit/icon";
import { cardOf, type PatternCard } from "./pattern-card";
import { PatternCardView } from "./pattern-card-view";

const worthOpening = (pattern: PatternResult): boolean => pattern.band === "elevated" || pattern.band === "high";

/** The pattern to open first: the highest of those that are elevated or high, if any. */
function openFirst(patterns: readonly PatternResult[]): PatternResult | undefined {
  const value = ({ score }: PatternResult): number => (score.kind === "shown" ? score.value : 0);
  return patterns.filter(worthOpening).toSorted((a, b) => value(b) - value(a))[0];
}

/** Five early-warning patterns in slide order; each opens its card, without scripts. */
export function PatternStrip({
  patterns,
  cards,
  neutralOnly,
}: {
  patterns: readonly PatternResult[];
  cards: readonly PatternCard[];
  neutralOnly: boolean;
}) {
  const first = openFirst(patterns);
  return (
    <div className="pattern-strip">
      {patterns.map((pattern) => (
        <PatternEntry
          key={pattern.key}
          pattern={pattern}
          card={cardOf(cards, pattern.key)}
          neutralOnly={neutralOnly}
          open={pattern === first}
        />
      ))}
    </div>
  );
}

function PatternEntry({
  pattern,
  card,
  neutralOnly,
  open,
}: {
  pattern: PatternResult;
  card: PatternCard | undefined;
  neutralOnly: boolean;
  open: boolean;
}) {
  const cell = (
    <PatternCell
      name={neutralOnly ? null : pattern.deckName}
      label={pattern.neutralLabel}
      score={pattern.score}
      band={pattern.band}
      tentative={pattern.tentative}
      self={pattern.self}
    />
  );
  if (card === undefined) return <div>{cell}</div>;
  return (
    <details name="pattern" open={open}>
      <summary>
        {cell}
        <span className="pattern-more">
          Read more <Icon name="chevron-down" />
        </span>
      </summary>
      <PatternCardView
        card={card}
        neutralOnly={neutralOnly}
        often={oftenSentence(pattern.oftenPercent, pattern.score)}
      />
    </details>
  );
}
