"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useId, useState } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { TextInput } from "./text-input";

/** Asks before something that cannot be undone; with `typedWord`, only after the word is typed. */
export function ConfirmDialog({
  trigger,
  triggerVariant,
  title,
  children,
  confirmLabel,
  confirmVariant = "primary",
  typedWord,
  onConfirm,
  disabled = false,
}: {
  trigger: ReactNode;
  triggerVariant?: ButtonLook["variant"];
  title: string;
  children: ReactNode;
  confirmLabel: string;
  confirmVariant?: ButtonLook["variant"];
  typedWord?: string | undefined;
  onConfirm: () => void | Promise<void>;
  disabled?: boolean | undefined;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [working, setWorking] = useState(false);
  const ready = typedWord === undefined || typed.trim().toLowerCase() === typedWord.toLowerCase();

  const change = (next: boolean) => {
    setOpen(next);
    if (next) setTyped("");
  };
  const confirm = async () => {
    setWorking(true);
    try {
      await onConfirm();
      setOpen(false);
    } finally {
      setWorking(false);
    }
  };

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Trigger className={buttonClass({ variant: triggerVariant })} disabled={disabled}>
        {trigger}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="text-md leading-snug font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="grid gap-2 text-ink-2">
            {children}
          </AlertDialog.Description>
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (ready && !working) void confirm();
            }}
          >
            {typedWord === undefined ? null : (
              <TextInput
                id={id}
                label={`Type “${typedWord}” to confirm`}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <AlertDialog.Close className={buttonClass({ variant: "quiet" })}>Cancel</AlertDialog.Close>
              <button type="submit" className={buttonClass({ variant: confirmVariant })} disabled={!ready || working}>
                {working ? "Working…" : confirmLabel}
              </button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
