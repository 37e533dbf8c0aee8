import type { ReactNode } from "react";
import { Icon } from "./icon";

const looks = {
  neutral: "bg-sunken text-ink-2",
  ok: "bg-accent-soft text-accent",
  warn: "bg-caution-soft text-caution",
  error: "bg-error-soft text-error",
} as const;

/** A state in a word or two; its tone is never the only sign. */
export function Tag({ tone = "neutral", children }: { tone?: keyof typeof looks | undefined; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full sm:whitespace-nowrap px-2 py-px text-xs leading-[18px] font-medium ${looks[tone]}`}
    >
      {tone === "ok" ? <Icon name="check" /> : null}
      {tone === "warn" || tone === "error" ? <Icon name="warning" /> : null}
      {children}
    </span>
  );
}
