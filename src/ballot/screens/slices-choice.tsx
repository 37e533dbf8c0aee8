import { keptSlices, type OwnSlices } from "../slices";

type Props = { own: OwnSlices; leftOut: readonly string[]; onLeaveOut: (leftOut: string[]) => void };

const listed = (values: readonly string[]): string =>
  values.length < 2 ? (values[0] ?? "") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;

/** Before sealing: for which team, site or tenure the answers count too, and the way to leave that out. */
export function SlicesChoice({ own, leftOut, onLeaveOut }: Props) {
  const kept = Object.values(keptSlices(own, leftOut) ?? {});
  return (
    <section className="offer">
      <h2>
        {kept.length > 0
          ? `Your answers count for ${listed(kept)} too.`
          : "Your answers count for all engineers together only."}
      </h2>
      <p>
        This is what your company’s list says. It is sealed with your answers, and shown for 5 or more people at once:
        scores only, never comments.
      </p>
      <div className="choices">
        {Object.entries(own).map(([name, value]) => (
          <label key={name} className="choice">
            <input
              type="checkbox"
              checked={leftOut.includes(name)}
              onChange={(event) =>
                onLeaveOut(event.currentTarget.checked ? [...leftOut, name] : leftOut.filter((other) => other !== name))
              }
            />
            <span>
              <b>Leave this out: {value}</b>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}

/** With a recovery code, or after it was left out, a ballot counts for no slice; said before it is sealed again. */
export function NoSlices() {
  return (
    <section className="offer">
      <h2>Your answers count for all engineers together only.</h2>
      <p>This page knows no team of yours: a recovery code carries none, and what was left out stays left out.</p>
    </section>
  );
}
