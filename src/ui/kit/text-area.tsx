import type { ComponentProps } from "react";
import { Field, type FieldText, fieldControl } from "./field";

/** Several lines of text with label, hint and error. */
export function TextArea({ id, label, hint, error, className = "", ...rest }: ComponentProps<"textarea"> & FieldText) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea rows={4} className={`control ${className}`} {...rest} {...fieldControl({ id, hint, error })} />
    </Field>
  );
}
