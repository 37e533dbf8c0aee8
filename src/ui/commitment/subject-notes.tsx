import { Button } from "@/ui/kit/button";
import type { PlanChoice } from "./plan-choice";

/** Ready-made actions for a pattern, each one tap away from the text; for a responsibility, what engineers were asked. */
export function SubjectNotes({ choice, onUse }: { choice: PlanChoice; onUse: (remedy: string) => void }) {
  const { remedies, statements } = choice;
  if (remedies.length === 0) {
    return (
      <div className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">
        <p className="font-medium">Engineers were asked</p>
        <ul className="mt-1 grid gap-1">
          {statements.map((statement) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">
      <p className="font-medium">What helps</p>
      <ul className="mt-1 grid gap-2.5">
        {remedies.map((remedy) => (
          <li key={remedy} className="grid justify-items-start gap-1.5">
            {remedy}
            <Button aria-label={`Use it: ${remedy}`} onClick={() => onUse(remedy)}>
              Use it
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
