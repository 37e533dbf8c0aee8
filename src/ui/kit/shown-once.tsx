"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { Notice } from "./notice";

const words = { not: "Copy", done: "Copied", failed: "Selected: copy it by keyboard" } as const;

/** A secret at the one time it is shown: brought into view, selected, with a button to copy it. */
export function ShownOnce({
  title,
  label,
  value,
  children,
}: {
  title: ReactNode;
  label: string;
  value: string;
  children?: ReactNode;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<keyof typeof words>("not");
  const select = () => {
    field.current?.focus();
    field.current?.select();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another secret is another one to copy
  useEffect(() => {
    setCopied("not");
    select();
    field.current?.scrollIntoView({ block: "center" });
  }, [value]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied("done");
    } catch {
      // A browser keeps the clipboard from pages that came without https.
      select();
      setCopied("failed");
    }
  };
  return (
    <Notice title={title}>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <input
          ref={field}
          readOnly
          aria-label={label}
          className="control min-w-0 flex-[1_1_14rem] font-mono"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>{words[copied]}</Button>
      </div>
      {children}
    </Notice>
  );
}
