type Value = string | number;
type Point<T extends Value> = { value: T; label: string; hint?: string };
/** The focus stays in the statement whose "Clear" has just gone away. */
function focusFirst(button: HTMLElement): void {
  button.closest("fieldset")?.querySelector("input")?.focus();
}

type Props<T extends Value> = {
  name: string;
  text: string;
  points: readonly Point<T>[];
  naLabel: string;
  /** undefined: left open; null: cannot tell. */
  value: T | null | undefined;
  onChange: (value: T | null | undefined) => void;
};

/** One statement: a radio group of the answer words and "cannot tell", and a way to leave it open again. */
export function Statement<T extends Value>({ name, text, points, naLabel, value, onChange }: Props<T>) {
  const hint = points.find((point) => point.value === value)?.hint;
  return (
    <fieldset className="item" data-statement={name}>
      <legend>{text}</legend>
      <div className="scale-box">
        <div className={`scale of${points.length}`}>
          {points.map((point) => (
            <label key={point.value}>
              <input
                type="radio"
                name={name}
                value={point.value}
                checked={value === point.value}
                onChange={() => onChange(point.value)}
              />
              <span>{point.label}</span>
            </label>
          ))}
        </div>
      </div>
      <div className="under">
        <span className="hint">{hint}</span>
        {value !== undefined && (
          <button
            className="clear"
            type="button"
            aria-label={`Clear: ${text}`}
            onClick={(event) => {
              focusFirst(event.currentTarget);
              onChange(undefined);
            }}
          >
            Clear
          </button>
        )}
        <label className="na">
          <input type="radio" name={name} value="NA" checked={value === null} onChange={() => onChange(null)} />
          <i aria-hidden="true" />
          {naLabel}
        </label>
      </div>
    </fieldset>
  );
}
