import type { Subject } from "@/domain/board-page";
import type { Score } from "@/domain/report";

/** One step from an idea to a product; `lines` say in two short lines what happens there. */
export type ChainStation = {
  key: string;
  label: string;
  carrier: Subject;
  lines: readonly [string, string];
  score: Score;
};

/** Who carries a station, in words: the hue alone never says it. */
export const carrierWords = { cto: "the CTO", vpe: "the VPoE", pair: "both" } as const;

/**
 * The station to name: the lowest, and only if its 95 % interval does not contain the mean of the
 * other shown stations (0–100); otherwise null: "No station stands out."
 */
export function lowestStation(stations: readonly ChainStation[]): ChainStation | null {
  const shown = stations.flatMap((station) =>
    station.score.kind === "shown" ? [{ station, score: station.score }] : [],
  );
  const lowest = shown.toSorted((a, b) => a.score.value - b.score.value)[0];
  if (!lowest || shown.length < 3) return null;
  const others = shown.filter((entry) => entry !== lowest);
  const mean = others.reduce((sum, entry) => sum + entry.score.value, 0) / others.length;
  return mean >= lowest.score.low && mean <= lowest.score.high ? null : lowest.station;
}
