import type { ComponentProps } from "react";
import { Field, type FieldText, fieldControl } from "./field";

/** One line of text with its label, hint and error. */
export function TextInput({ id, label, hint, error, className = "", ...rest }: ComponentProps<"input"> & FieldText) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input type="text" className={`control ${className}`} {...rest} {...fieldControl({ id, hint, error })} />
    </Field>
  );
}
