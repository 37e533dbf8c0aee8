import type { ReactNode } from "react";
import { Tag } from "@/ui/kit/tag";
import type { SetupStep } from "./setup-steps";

const words = { done: "Done", now: "Next", next: "Not yet", blocked: "Needs attention" } as const;
const tones = { done: "ok", now: "neutral", next: "neutral", blocked: "warn" } as const;

/** One step of the checklist: its number, its state, its consequence and its controls. */
export function SetupSection({
  step,
  number,
  consequence,
  children,
}: {
  step: SetupStep;
  number: number;
  consequence: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section
      id={step.key}
      aria-labelledby={`${step.key}-title`}
      className="rounded-lg border border-line bg-surface px-5 py-5 sm:px-[22px]"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`${step.key}-title`}>
          <span className="num text-ink-3">{number}.</span> {step.title}
        </h2>
        <Tag tone={tones[step.state]}>{words[step.state]}</Tag>
      </div>
      <p className="mt-1 max-w-measure text-ink-2">{consequence}</p>
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  );
}
