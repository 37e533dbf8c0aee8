import { minimumDistribution } from "./disclosure";
import { dimensionsOf } from "./instrument";
import { isConcentratedScores, raterScores } from "./report-dimension";
import { isPublished } from "./report-item";
import type { Seat } from "./seat";
import { type GroupTally, itemsOfDimension } from "./tally-counter";
import { correlationOf, pairOf } from "./tally-together";

/** A mean correlation above this says that raters had one impression rather than several. */
const oneImpression = 0.8;
/** With fewer areas a mean of correlations says little. */
const fewestAreas = 3;

/**
 * Methods 3.3: is the mean correlation between a seat's responsibilities, over the engineers who rated both of a pair,
 * above .80? Only areas whose spread may be known count (D2: 20 raters of each pair, D6: every statement published, never
 * all or all but two in one bin); of these it needs three.
 */
export function isGeneralImpression(seat: Seat, tally: GroupTally): boolean {
  const areas = dimensionsOf(seat)
    .map(({ key }) => ({ key, items: itemsOfDimension(seat, key, "engineer") }))
    .filter(({ key, items }) => {
      const scores = raterScores(tally, items, key, 1);
      return items.every((item) => isPublished(tally, item.key)) && !isConcentratedScores(scores);
    });
  const correlations = areas.flatMap(({ key }, index) =>
    areas.slice(index + 1).flatMap((other) => {
      const together = tally.together.get(pairOf(key, other.key));
      return together === undefined || together.raters < minimumDistribution ? [] : [correlationOf(together)];
    }),
  );
  if (correlations.length < (fewestAreas * (fewestAreas - 1)) / 2) return false;
  const known = correlations.filter((correlation) => correlation !== null);
  if (known.length < correlations.length) return false;
  return known.reduce((sum, correlation) => sum + correlation, 0) / known.length > oneImpression;
}
