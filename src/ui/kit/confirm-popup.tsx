"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, type RefObject, useId, useState } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { TextInput } from "./text-input";

export type Question = {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  confirmVariant?: ButtonLook["variant"];
  typedWord?: string | undefined;
  onConfirm: () => void | Promise<void>;
};

/** The question itself; a fresh one for every opening. Gives the focus back to the button that asked for it. */
export function ConfirmPopup({
  open,
  onOpenChange,
  askedBy,
  title,
  children,
  confirmLabel,
  confirmVariant = "primary",
  typedWord,
  onConfirm,
}: Question & { open: boolean; onOpenChange: (open: boolean) => void; askedBy: RefObject<HTMLButtonElement | null> }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [working, setWorking] = useState(false);
  const ready = typedWord === undefined || typed.trim().toLowerCase() === typedWord.toLowerCase();

  const confirm = async () => {
    setWorking(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setWorking(false);
    }
  };

  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog" finalFocus={askedBy}>
          <AlertDialog.Title className="text-md leading-snug font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="grid gap-2 text-ink-2">
            {children}
          </AlertDialog.Description>
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              // React lets it rise to the form that the dialog's button stands in, which would be sent too.
              event.stopPropagation();
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
