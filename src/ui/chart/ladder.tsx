import { useId } from "react";
import { pixel } from "./scale";

const levels = [
  { at: 5, word: "scores" },
  { at: 10, word: "comments" },
  { at: 20, word: "distributions" },
] as const;

/** The number of ballots a step stands for, as the law counts it: rounded down, never below 5. */
const ballotsAt = (invited: number, percent: number): number => Math.max(5, Math.floor((percent * invited) / 100));

/** What the ladder says in words; participation is in steps of 5 %, and without one at least 5 ballots or fewer (D1). */
export function ladderTitle(invited: number, percent: number | null, enough = false): string {
  if (enough)
    return `At least 5 of ${invited} ballots collected. Scores need 5 answers, comments 10, a distribution 20: at this level scores can be released.`;
  if (percent === null) return `Fewer than 5 of ${invited} ballots collected. Scores need 5 answers.`;
  const about = ballotsAt(invited, percent);
  const reached = levels.filter(({ at }) => about >= at).map(({ word }) => word);
  const open = reached.length === levels.length ? "all three" : reached.join(" and ");
  return `About ${percent} percent of ${invited} ballots collected, about ${about}. Scores need 5 answers, comments 10, a distribution 20: at this level ${open || "nothing"} can be released.`;
}

type Look = {
  width: number;
  /** Whether the marks' words fit under them; otherwise they are one line below. */
  words: boolean;
  numbers: boolean;
};

/** Participation in 20 segments, with what each number of answers would allow; drawn once for wide and once for narrow places. */
export function Ladder({
  invited,
  percent,
  enough = false,
}: {
  invited: number;
  percent: number | null;
  /** At least 5, and no step is told. */
  enough?: boolean;
}) {
  return (
    <div className="ladder-box">
      <LadderPicture
        invited={invited}
        percent={percent}
        enough={enough}
        className="ladder wide"
        look={{ width: 620, words: invited <= 40, numbers: invited <= 40 }}
      />
      <LadderPicture
        invited={invited}
        percent={percent}
        enough={enough}
        className="ladder narrow"
        look={{ width: 330, words: false, numbers: invited <= 90 }}
      />
    </div>
  );
}

function LadderPicture({
  invited,
  percent,
  enough,
  className,
  look: { width, words, numbers },
}: {
  invited: number;
  percent: number | null;
  enough: boolean;
  className: string;
  look: Look;
}) {
  const id = useId();
  const filled = percent === null ? 0 : Math.round(percent / 5);
  const end = (filled / 20) * width;
  const about = percent === null ? null : ballotsAt(invited, percent);
  const marks = levels.filter(({ at }) => at < invited);
  return (
    <svg viewBox={`0 0 ${width} 112`} width="100%" className={className} role="img" aria-labelledby={id}>
      <title id={id}>{ladderTitle(invited, percent, enough)}</title>
      {percent === null ? (
        <>
          <rect
            x="0"
            y="44"
            width={width}
            height="14"
            rx="2"
            fill="url(#hatch)"
            stroke="var(--line-strong)"
            strokeDasharray="3 3"
          />
          {enough ? <rect x="0" y="44" width={pixel((5 / invited) * width)} height="14" fill="var(--accent)" /> : null}
          <text x="0" y="32" fontSize="12" fontWeight="600" fill={enough ? "var(--accent)" : "var(--ink-2)"}>
            {enough ? "At least 5 ballots collected." : "Fewer than 5 ballots collected."}
          </text>
        </>
      ) : (
        <Segments width={width} filled={filled} />
      )}
      {marks.map(({ at, word }) => {
        const x = pixel((at / invited) * width);
        // Near the right edge the word would run into "invited", where that stands on the same line.
        const crowded = words && x > width - 80;
        const text = { x: crowded ? Math.min(x + 8, width - 60) : x, textAnchor: crowded ? "end" : "middle" } as const;
        return (
          <g key={at}>
            <line x1={x} x2={x} y1="40" y2="72" stroke="var(--ink)" strokeWidth="1.2" />
            {numbers ? (
              <text {...text} y="86" fontSize="12" fontWeight="600" fill="var(--ink)">
                {at}
              </text>
            ) : null}
            {words ? (
              <text {...text} y="102" fontSize="12" fill="var(--ink-3)">
                {word}
              </text>
            ) : null}
          </g>
        );
      })}
      {words ? null : (
        <text x="0" y="104" fontSize={width < 400 ? "11" : "12"} fill="var(--ink-3)">
          {numbers ? "" : "Marks: "}
          {marks.map(({ at, word }) => `${at} ${word}`).join(", ")}
        </text>
      )}
      <text x={width} y={words ? 86 : 104} textAnchor="end" fontSize="12" fontWeight="600" fill="var(--ink)">
        {words ? invited : `${invited} invited`}
      </text>
      {words ? (
        <text x={width} y="102" textAnchor="end" fontSize="12" fill="var(--ink-3)">
          invited
        </text>
      ) : null}
      {about === null ? null : (
        <text
          x={end < 200 ? 0 : pixel(end)}
          y="32"
          textAnchor={end < 200 ? "start" : "end"}
          fontSize="12"
          fontWeight="600"
          fill="var(--accent)"
        >
          about {about} ballots collected
        </text>
      )}
    </svg>
  );
}

function Segments({ width, filled }: { width: number; filled: number }) {
  return Array.from({ length: 20 }, (_, index) => {
    const from = (index / 20) * width + (index === 0 ? 0 : 1);
    const to = ((index + 1) / 20) * width - (index === 19 ? 0 : 1);
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: twenty fixed segments
        key={index}
        x={pixel(from)}
        y="44"
        width={pixel(to - from)}
        height="14"
        rx="2"
        {...(index < filled ? { fill: "var(--accent)" } : { fill: "var(--line)", className: "rest" })}
      />
    );
  });
}
