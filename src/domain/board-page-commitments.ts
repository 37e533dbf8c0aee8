import type { BoardQuarter } from "./board-page";
import type { Commitment } from "./commitment";
import { commitmentKey } from "./commitment-statement";
import { commitmentLabel } from "./commitment-subject";
import { dayAndMonth } from "./day-words";
import { frequencyWord, lowerFirst, scoreText, whole } from "./report-words";
import { returnedPatterns, type SeatQuarter } from "./returned-pattern";
import { type Seat, seatLabel, seats } from "./seat";

/** One line of "What the leaders do about it", by neutral label. */
export type BoardCommitment = { subject: Seat; label: string; sentence: string };

/** Lines per seat: the page is one sheet. */
const linesPerSeat = 2;
const shortLength = 60;

/** The first sentence of an action, or as many of its words as fit on a line of the board page. */
export function shortAction(action: string): string {
  const [first = action] = action.split(/(?<=[.!?])\s/);
  if (first.length <= shortLength) return first.replace(/\.$/, "");
  const cut = first.slice(0, shortLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), shortLength / 2)).replace(/[,;:]$/, "")} …`;
}

const stateWords: Record<"shared" | "kept" | "dropped", string> = {
  shared: "",
  kept: ", kept",
  dropped: ", dropped",
};

/** What engineers said in the page's own quarter, or that they are asked next. */
function voiceIn(last: BoardQuarter, commitment: Commitment): string {
  if (commitment.quarter === last.quarter) {
    return commitment.state === "dropped" ? "" : " Asked of engineers in the next cycle.";
  }
  const report = last.report?.[commitment.seat];
  const key = commitmentKey(commitment.quarter, commitment.seat, commitment.kind);
  const result = report?.kind === "shown" ? report.commitments?.find((candidate) => candidate.key === key) : undefined;
  if (result === undefined) return report?.kind === "withheld" ? " Engineers: withheld, fewer than 5 answers." : "";
  const { score } = result;
  if (score.kind === "withheld") return " Engineers: withheld, fewer than 5 could observe this.";
  return ` Engineers: ${frequencyWord(score.value)}, ${scoreText(score)} (${whole(score.low)}–${whole(score.high)}).`;
}

function lineOf(last: BoardQuarter, commitment: Commitment): BoardCommitment {
  const { seat, action, dueOn, state } = commitment;
  const label = commitmentLabel(commitment);
  const standing = state === "draft" ? "" : stateWords[state];
  const sentence = `${seatLabel[seat].short}, ${lowerFirst(label)}: “${shortAction(action)}”, due ${dayAndMonth(dueOn)}${standing}.${voiceIn(last, commitment)}`;
  return { subject: seat, label, sentence };
}

/**
 * What the leaders do about it, at most two lines per seat: the status of one commitment of the quarter before (or one
 * still open) and one new one, then whichever is left. Only what was shared, and only of the person the page is about.
 */
export function boardCommitments(
  quarters: readonly BoardQuarter[],
  commitments: readonly Commitment[],
): BoardCommitment[] {
  const last = quarters.at(-1);
  if (last === undefined) return [];
  const before = quarters.slice(0, -1).findLast(({ report }) => report !== null)?.quarter;
  return seats.flatMap((seat) => {
    const report = last.report?.[seat];
    if (report === undefined || report.kind === "vacant") return [];
    const own = commitments
      .filter((it) => it.seat === seat && it.state !== "draft" && it.leaderId === report.leaderId)
      .toSorted((left, right) => (left.kind < right.kind ? 1 : -1));
    const fresh = own.filter(({ quarter }) => quarter === last.quarter);
    const earlier = own
      .filter(({ quarter, state }) => quarter === before || (quarter < last.quarter && state === "shared"))
      .toSorted((left, right) => (left.quarter < right.quarter ? 1 : -1));
    const told = earlier.slice(0, linesPerSeat - Math.min(fresh.length, 1));
    return [...told, ...fresh.slice(0, linesPerSeat - told.length)].map((it) => lineOf(last, it));
  });
}

/** The sentences about patterns that returned after a commitment, for both seats of the page's last quarter. */
export function boardReturns(quarters: readonly BoardQuarter[], commitments: readonly Commitment[]): string[] {
  return seats.flatMap((seat) => {
    const history = quarters.flatMap(({ quarter, closesOn, report }): SeatQuarter[] =>
      report === null ? [] : [{ quarter, closedAt: new Date(closesOn), report: report[seat] }],
    );
    return returnedPatterns(history, commitments).map((sentence) => `${seatLabel[seat].short}: ${sentence}`);
  });
}
