import { type Commitment, commitmentKinds } from "./commitment";
import { type CommitmentVoice, stateSentence, voiceSentence } from "./commitment-voice";
import { type ExportRow, plainRow } from "./export-row";
import type { Seat } from "./seat";

type Told = Commitment & { label: string; voice: CommitmentVoice };
type Plan = {
  quarter: string;
  seat: Seat;
  plan: Record<Commitment["kind"], Told | null>;
  earlier: readonly Told[];
  returned: readonly string[];
};

/** The plan below a leader's report, line by line: this quarter's commitments, the earlier ones, and patterns that came back. */
export function planRows({ quarter, seat, plan, earlier, returned }: Plan): ExportRow[] {
  const current = commitmentKinds.flatMap((kind) => plan[kind] ?? []);
  return [
    ...[...earlier, ...current].flatMap((told) => {
      const at = { quarter: told.quarter, subject: seat, section: "plan", key: told.kind, label: told.label };
      return [
        plainRow(at, "action", told.action),
        plainRow(at, "due", told.dueOn),
        plainRow(at, "state", told.state, stateSentence(told)),
        plainRow(at, "what engineers say", voiceSentence(told.voice)),
      ];
    }),
    ...returned.map((sentence, index) =>
      plainRow(
        { quarter, subject: seat, section: "returned-patterns", key: String(index + 1), label: "" },
        "sentence",
        sentence,
      ),
    ),
  ];
}
