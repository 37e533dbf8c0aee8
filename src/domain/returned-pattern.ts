import type { Commitment } from "./commitment";
import { quarterLabel } from "./quarter";
import type { PatternBand, SeatReport } from "./report";
import { scoreText, upperFirst, whole } from "./report-words";

const ranks: Record<PatternBand, number> = { low: 0, watch: 1, elevated: 2, high: 3 };

/** One released quarter of one seat; `closedAt` is when its cycle closed. */
export type SeatQuarter = { quarter: string; closedAt: Date; report: SeatReport };

type Lower = { quarter: string; band: PatternBand };

/** The last quarter after the commitment in which the pattern stood in a lower band than now, with the same leader. */
function lastLower(
  { quarter: since, leaderId, subject }: Commitment,
  history: readonly SeatQuarter[],
  now: PatternBand,
): Lower | null {
  const lower = history.flatMap(({ quarter, report }): Lower[] => {
    if (quarter <= since || report.kind !== "shown" || report.leaderId !== leaderId) return [];
    const band = report.patterns.find(({ key }) => key === subject)?.band ?? null;
    return band !== null && ranks[band] < ranks[now] ? [{ quarter, band }] : [];
  });
  return lower.at(-1) ?? null;
}

/**
 * Names each pattern of a seat that is elevated or high in the last quarter although the same leader closed a commitment
 * about it as kept before that cycle closed, and it stood in a lower band in a released quarter since. Oldest quarter first.
 */
export function returnedPatterns(history: readonly SeatQuarter[], commitments: readonly Commitment[]): string[] {
  const last = history.at(-1);
  if (last === undefined || last.report.kind !== "shown") return [];
  const { leaderId, seat, patterns } = last.report;
  return patterns.flatMap(({ key, band, score, tentative, neutralLabel }) => {
    if ((band !== "elevated" && band !== "high") || score.kind === "withheld") return [];
    const kept = commitments.filter(
      (commitment) =>
        commitment.seat === seat &&
        commitment.kind === "pattern" &&
        commitment.subject === key &&
        commitment.leaderId === leaderId &&
        commitment.quarter < last.quarter &&
        commitment.state === "kept" &&
        commitment.closedAt !== null &&
        commitment.closedAt < last.closedAt,
    );
    const found = kept
      .flatMap((commitment) => {
        const lower = lastLower(commitment, history.slice(0, -1), band);
        return lower === null ? [] : [{ commitment, lower }];
      })
      .at(-1);
    if (found === undefined) return [];
    const doubt = tentative ? ", tentative" : "";
    return [
      `${upperFirst(neutralLabel)} is back: ${band} in ${quarterLabel(last.quarter)}, ${scoreText(score)} (${whole(score.low)}–${whole(score.high)})${doubt}, after ${found.lower.band} in ${quarterLabel(found.lower.quarter)}. The commitment of ${quarterLabel(found.commitment.quarter)} about it was closed as kept.`,
    ];
  });
}
