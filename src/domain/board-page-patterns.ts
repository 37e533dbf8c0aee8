import type { BoardPattern, BoardQuarter } from "./board-page";
import { leaderIn } from "./board-page-areas";
import { quarterLabel } from "./quarter";
import type { PatternBand, PatternResult } from "./report";
import { countWord, listed, scoreText, upperFirst, whole } from "./report-words";
import { type Seat, seatLabel, seats } from "./seat";

const ranks: Record<PatternBand, number> = { low: 0, watch: 1, elevated: 2, high: 3 };
const edges = [20, 35, 50];

const patternsIn = ({ report }: BoardQuarter, seat: Seat): PatternResult[] => {
  const part = report?.[seat];
  return part?.kind === "shown" ? part.patterns : [];
};

/** First quarter of the unbroken run at this band or above, of the same person; null when the run is this quarter alone. */
function sinceWhen(quarters: readonly BoardQuarter[], seat: Seat, key: string, band: PatternBand): string | null {
  const asked = quarters.filter(({ report }) => report !== null);
  const leader = asked.at(-1) && leaderIn(asked.at(-1) as BoardQuarter, seat);
  let since: string | null = null;
  for (const quarter of asked.slice(0, -1).reverse()) {
    const then = patternsIn(quarter, seat).find((pattern) => pattern.key === key)?.band;
    if (leaderIn(quarter, seat) !== leader || then === undefined || then === null || ranks[then] < ranks[band]) break;
    since = quarter.quarter;
  }
  return since;
}

function sentenceOf(seat: Seat, pattern: PatternResult, band: PatternBand, since: string | null): string {
  const { score, neutralLabel, tentative, oftenPercent } = pattern;
  if (score.kind === "withheld") return "";
  const crossed = edges.filter((edge) => score.low < edge && edge <= score.high).map(String);
  const edgeWord = crossed.length === 1 ? "edge" : "edges";
  const doubt = tentative ? `, tentative: the interval crosses the ${edgeWord} at ${listed(crossed)}` : "";
  return [
    `${seatLabel[seat].short}: ${neutralLabel}: ${scoreText(score)} (${whole(score.low)}–${whole(score.high)}), ${band}${doubt}.`,
    ...(oftenPercent === null ? [] : [`About ${oftenPercent} % of the engineers see it often.`]),
    ...(since === null ? [] : [`${upperFirst(band)} since ${quarterLabel(since)}.`]),
  ].join(" ");
}

function others(quiet: number, withheld: number, named: number): string {
  const verb = quiet === 1 ? "is" : "are";
  const low =
    quiet === 0
      ? null
      : `${named === 0 && withheld === 0 ? "All" : "The other"} ${countWord(quiet)} ${verb} low or on watch.`;
  const hidden =
    withheld === 0 ? null : `${upperFirst(countWord(withheld))} ${withheld === 1 ? "is" : "are"} withheld.`;
  return [low, hidden].filter((sentence) => sentence !== null).join(" ");
}

/** The patterns a board should know: elevated or high in the last quarter, by neutral label; the others as one sentence. */
export function boardPatterns(quarters: readonly BoardQuarter[]): { patterns: BoardPattern[]; otherPatterns: string } {
  const last = quarters.at(-1);
  const all =
    last === undefined ? [] : seats.flatMap((seat) => patternsIn(last, seat).map((pattern) => ({ seat, pattern })));
  const patterns = all.flatMap(({ seat, pattern }): BoardPattern[] => {
    const { key, band, neutralLabel, score, tentative, oftenPercent } = pattern;
    if (band !== "elevated" && band !== "high") return [];
    const since = sinceWhen(quarters, seat, key, band);
    const sentence = sentenceOf(seat, pattern, band, since);
    return [{ subject: seat, neutralLabel, score, band, tentative, oftenPercent, since, sentence }];
  });
  const withheld = all.filter(({ pattern }) => pattern.band === null).length;
  return { patterns, otherPatterns: others(all.length - patterns.length - withheld, withheld, patterns.length) };
}
