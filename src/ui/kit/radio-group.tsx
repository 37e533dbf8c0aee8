import type { ComponentProps } from "react";
import { FieldError } from "./field";
import { figures } from "./figures";

export type RadioOption = { value: string; label: string; hint?: string | undefined };

/** A question with one answer: native radios in a fieldset. */
export function RadioGroup({
  id,
  legend,
  hint,
  error,
  options,
  defaultValue,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
}) {
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <fieldset className="grid gap-1.5" {...(describedBy ? { "aria-describedby": describedBy } : {})}>
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-xs leading-snug text-ink-3">
          {hint}
        </p>
      ) : null}
      {options.map((option, index) => (
        <label
          key={option.value}
          className="flex items-start gap-2.5 rounded-md border border-line bg-surface px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            className="mt-[3px] size-4 shrink-0 accent-accent"
            {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value })}
            {...rest}
            // Named by its words alone; what they mean follows as its description.
            aria-labelledby={`${id}-${index}-label`}
            {...(option.hint ? { "aria-describedby": `${id}-${index}-hint` } : {})}
            value={option.value}
          />
          <span>
            <span id={`${id}-${index}-label`} className="font-medium">
              {option.label}
            </span>
            {option.hint ? (
              <span id={`${id}-${index}-hint`} className="block text-xs leading-snug text-ink-2">
                {figures(option.hint)}
              </span>
            ) : null}
          </span>
        </label>
      ))}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
