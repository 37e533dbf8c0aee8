import type { Commitment } from "./commitment";
import { commitmentKey } from "./commitment-statement";
import { dayInWords } from "./day-words";
import { quarterLabel } from "./quarter";
import type { CommitmentResult, SeatReport } from "./report";
import { frequencyWord, scoreText, whole } from "./report-words";

/** A cycle opened after a commitment: what it asked, and what came of it once it is released to the reader. */
export type LaterCycle = { quarter: string; asked: readonly string[]; report: SeatReport | null };

/** What engineers say about a commitment, or why they have not said anything. There is no sixth case. */
export type CommitmentVoice =
  | { kind: "draft" }
  | { kind: "next-cycle" }
  | { kind: "being-asked"; quarter: string }
  | { kind: "counted"; quarter: string; result: CommitmentResult | null }
  | { kind: "not-asked" };

/** Finds what engineers said in the cycles after a commitment's own, oldest first; those still counting or unreleased have no report. */
export function commitmentVoice(commitment: Commitment, later: readonly LaterCycle[]): CommitmentVoice {
  if (commitment.state === "draft") return { kind: "draft" };
  const key = commitmentKey(commitment.quarter, commitment.seat, commitment.kind);
  const asking = later.find(({ quarter, asked }) => quarter > commitment.quarter && asked.includes(key));
  if (asking !== undefined) {
    const { quarter, report } = asking;
    if (report === null) return { kind: "being-asked", quarter };
    const results = report.kind === "shown" ? (report.commitments ?? []) : [];
    return { kind: "counted", quarter, result: results.find((result) => result.key === key) ?? null };
  }
  const missed = later.some(({ quarter }) => quarter > commitment.quarter);
  return missed || commitment.state === "dropped" ? { kind: "not-asked" } : { kind: "next-cycle" };
}

/** One sentence on what engineers say: a score with its interval, withheld, or when they are asked. */
export function voiceSentence(voice: CommitmentVoice): string {
  switch (voice.kind) {
    case "draft":
      return "A draft: nobody but you reads it.";
    case "next-cycle":
      return "Engineers are asked in the next cycle, anonymously, whether it happened.";
    case "being-asked":
      return `Engineers are asked in ${quarterLabel(voice.quarter)}; what they say appears with its report.`;
    case "not-asked":
      return "Engineers were not asked about it.";
    case "counted": {
      const score = voice.result?.score;
      if (score?.kind !== "shown")
        return `${quarterLabel(voice.quarter)}: withheld, fewer than 5 engineers could observe this.`;
      return `Engineers in ${quarterLabel(voice.quarter)}: it happened ${frequencyWord(score.value)}, ${scoreText(score)} (${whole(score.low)}–${whole(score.high)}).`;
    }
  }
}

/** Where a commitment stands, by its leader's own word: announced and due, kept, or dropped. */
export function stateSentence({ state, dueOn, closedAt }: Commitment): string {
  const closed = closedAt === null ? "" : ` on ${dayInWords(closedAt.toISOString())}`;
  if (state === "kept") return `Marked as kept by the leader${closed}; it was due ${dayInWords(dueOn)}.`;
  if (state === "dropped") return `Dropped by the leader${closed}; it was due ${dayInWords(dueOn)}.`;
  return `Due ${dayInWords(dueOn)}.`;
}
