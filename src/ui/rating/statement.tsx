import type { Value } from "./answers-state";
import type { AnswerWords } from "./sections";

/** The longest word fits its fifth of the row; with wider letter spacing it breaks instead of running under its neighbour. */
const optionClass =
  "relative grid min-h-12 place-items-center border-t border-line py-1.5 text-center text-[length:min(var(--text-xs),3.55cqi)] leading-tight wrap-anywhere text-ink-2 first:border-t-0 first:rounded-t-md last:rounded-b-md has-checked:forced-color-adjust-none has-checked:bg-accent has-checked:font-semibold has-checked:text-on-accent has-focus-visible:z-1 min-[22rem]:border-t-0 min-[22rem]:border-l min-[22rem]:first:border-l-0 min-[22rem]:first:rounded-l-md min-[22rem]:first:rounded-tr-none min-[22rem]:last:rounded-r-md min-[22rem]:last:rounded-bl-none";

/** One statement with its answer words as native radios, and a way to leave it open again. */
export function Statement({
  name,
  text,
  words,
  value,
  onChange,
}: {
  name: string;
  text: string;
  words: AnswerWords;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const hint = words.points.find((point) => point.value === value)?.hint;
  return (
    <fieldset className="min-w-0 border-b border-line pt-5 pb-2 last:border-b-0">
      <legend className="float-left w-full pb-3 text-md leading-snug font-medium text-pretty">{text}</legend>
      <div className="@container clear-both grid rounded-md border border-line-strong bg-surface min-[22rem]:auto-cols-fr min-[22rem]:grid-flow-col">
        {words.points.map((point) => (
          <label key={point.value} className={optionClass}>
            <input
              type="radio"
              className="absolute inset-0 m-0 size-full opacity-0"
              name={name}
              value={point.value}
              checked={value === point.value}
              onChange={() => onChange(point.value as Value)}
            />
            <span>
              {value === point.value ? <span aria-hidden="true">✓ </span> : null}
              {point.label}
            </span>
          </label>
        ))}
      </div>
      <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-4 text-ink-2">
        <span className="text-xs text-ink-3">{hint}</span>
        <span className="ml-auto flex items-center gap-4">
          {value === undefined ? null : (
            <button
              type="button"
              className="min-h-11 text-xs underline underline-offset-3"
              aria-label={`Leave open: ${text}`}
              onClick={() => onChange(undefined)}
            >
              Clear
            </button>
          )}
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              className="size-4 accent-accent"
              name={name}
              value="NA"
              checked={value === null}
              onChange={() => onChange(null)}
            />
            {words.na}
          </label>
        </span>
      </div>
    </fieldset>
  );
}
