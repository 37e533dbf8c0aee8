import type { ReactNode } from "react";
import { Icon } from "./icon";

const looks = {
  info: "border-line bg-surface",
  caution: "border-transparent bg-caution-soft",
  error: "border-transparent bg-error-soft",
} as const;
const iconLooks = { info: "text-ink-2", caution: "text-caution", error: "text-error" } as const;

/** A fact the reader needs here. Errors are announced. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: keyof typeof looks | undefined;
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      {...(tone === "error" ? { role: "alert" } : {})}
      className={`flex items-start gap-3 rounded-md border px-4 py-3 leading-normal ${looks[tone]}`}
    >
      <span className={`mt-[3px] ${iconLooks[tone]}`}>
        <Icon name={tone === "info" ? "info" : "warning"} />
      </span>
      <div className="min-w-0 flex-1 text-ink-2">
        {title ? <p className="font-semibold text-ink">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
