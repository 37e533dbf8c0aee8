import type { ComponentProps } from "react";
import { FieldError, type FieldText, fieldControl } from "./field";

/** One yes-or-no, label at its right. */
export function Checkbox({ id, label, hint, error, ...rest }: ComponentProps<"input"> & FieldText) {
  return (
    <div className="grid">
      <label htmlFor={id} className="flex items-start gap-2.5 py-1">
        <input
          type="checkbox"
          className="mt-[3px] size-4 shrink-0 accent-accent"
          {...rest}
          {...fieldControl({ id, hint, error })}
        />
        <span className="font-medium">{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-0.5 pb-1 pl-[26px] text-xs leading-snug text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}
