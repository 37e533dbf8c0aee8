import type { ComponentProps } from "react";
import { Field, type FieldText, fieldControl } from "./field";

export type SelectOption = { value: string; label: string };

/** A native list to choose from. */
export function Select({
  id,
  label,
  hint,
  error,
  options,
  className = "",
  ...rest
}: Omit<ComponentProps<"select">, "children"> & FieldText & { options: readonly SelectOption[] }) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select className={`control ${className}`} {...rest} {...fieldControl({ id, hint, error })}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
