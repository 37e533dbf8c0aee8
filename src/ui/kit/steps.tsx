import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Step = {
  title: ReactNode;
  state: "done" | "now" | "next" | "blocked";
  detail?: ReactNode;
  action?: ReactNode;
};

const spoken = { done: "done", now: "now", next: "not yet", blocked: "needs attention" } as const;

/** A checklist in order, each step with its state and consequence. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are a fixed sequence
          key={index}
          className={step.state}
          {...(step.state === "now" ? { "aria-current": "step" as const } : {})}
        >
          <span className="marker num" aria-hidden="true">
            {step.state === "done" ? <Icon name="check" /> : step.state === "blocked" ? "!" : index + 1}
          </span>
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="leading-[22px] font-medium">
                {step.title}
                <span className="sr-only">, {spoken[step.state]}</span>
              </p>
              {step.detail ? <div className="text-xs leading-normal text-ink-3">{step.detail}</div> : null}
            </div>
            {step.action}
          </div>
        </li>
      ))}
    </ol>
  );
}
