import type { BallotAnswers } from "@/domain/answers";
import { ballotForm } from "@/domain/ballot-form";
import { seats } from "@/domain/seat";

/** A full ballot that says `step` (1–5) everywhere. */
export function plainBallot(step: 1 | 2 | 3 | 4 | 5, comment?: string): BallotAnswers {
  const held = { kind: "held" as const, name: "x" };
  const form = ballotForm("engineer", { cto: held, vpe: held, onePerson: false });
  const items = [
    ...seats.flatMap((seat) => [
      ...form.responsibilities[seat],
      ...form.behaviours[seat],
      ...(form.overall[seat] ? [form.overall[seat]] : []),
    ]),
    ...form.pair,
  ];
  return {
    format: "tandem/ballot/1",
    seats: [...seats],
    items: Object.fromEntries(items.map((item) => [item.key, step])),
    activities: Object.fromEntries(form.activities.map((activity) => [activity.key, "cto" as const])),
    comments: { cto: comment ? { start: comment } : {}, vpe: {} },
  };
}
