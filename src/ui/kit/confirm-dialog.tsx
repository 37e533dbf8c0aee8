"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";
import type { Question } from "./confirm-popup";

type Popup = typeof import("./confirm-popup").ConfirmPopup;

/**
 * Asks before something that cannot be undone; with `typedWord`, only after the word is typed. The dialog's code comes when
 * the button is reached for, so that pages which are mostly read do not carry it.
 */
export function ConfirmDialog({
  trigger,
  triggerVariant,
  disabled = false,
  ...question
}: Question & { trigger: ReactNode; triggerVariant?: ButtonLook["variant"]; disabled?: boolean | undefined }) {
  const button = useRef<HTMLButtonElement>(null);
  const [popup, setPopup] = useState<{ Popup: Popup } | null>(null);
  const [missing, setMissing] = useState(false);
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  const load = async () => {
    try {
      const { ConfirmPopup } = await import("./confirm-popup");
      setPopup({ Popup: ConfirmPopup });
      setMissing(false);
    } catch {
      setMissing(true);
    }
  };
  const ask = () => {
    setTimes(times + 1);
    setOpen(true);
    void load();
  };
  const reach = () => {
    if (!popup && !missing) void load();
  };
  // What was confirmed may take its own button away: whoever works by keyboard goes on at the top of the page's content.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own === null || own !== document.activeElement) return;
      const content = own.closest("main");
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) content?.focus({ preventScroll: true });
      });
    };
  }, []);
  return (
    <>
      <Button
        ref={button}
        variant={triggerVariant}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={open && popup !== null}
        onPointerEnter={reach}
        onFocus={reach}
        onClick={ask}
      >
        {trigger}
      </Button>
      {missing && open ? (
        <p role="alert" className="text-error">
          This did not load. Nothing was changed. Check your connection and press the button again.
        </p>
      ) : null}
      {popup ? <popup.Popup key={times} {...question} open={open} onOpenChange={setOpen} askedBy={button} /> : null}
    </>
  );
}
