import type { PatternBand, Score } from "@/domain/report";
import { patternEdges, pixel } from "./scale";
import { betweenText, patternBandWord, points, scoreText, withheldSentence } from "./score-words";

const width = 130;
const place = (value: number): number => pixel((Math.min(70, Math.max(0, value)) / 70) * width);

/** One early-warning pattern: names, number, band word, and its place between the band edges. */
export function PatternCell({
  name,
  label,
  score,
  band,
  tentative,
  self,
}: {
  /** Name in the talk; null where a company shows neutral labels only. */
  name: string | null;
  label: string;
  score: Score;
  band: PatternBand | null;
  tentative: boolean;
  self: number | null;
}) {
  const heading = (
    <>
      <span className="pattern-name">{name ?? label}</span>
      <span className="pattern-label">{name === null ? "" : label}</span>
    </>
  );
  if (score.kind === "withheld" || band === null)
    return (
      <span className="pattern-cell withheld-cell">
        {heading}
        <span className="pattern-withheld">
          {score.kind === "withheld" ? withheldSentence(score.why) : "No band this quarter."}
        </span>
      </span>
    );
  const low = place(score.low);
  return (
    <span className={`pattern-cell ${band}${tentative ? " tentative" : ""}`}>
      {heading}
      <span className="pattern-value num">
        <b>{scoreText(score)}</b> {patternBandWord[band]}
        {tentative ? ", tentative" : ""}
      </span>
      <svg
        viewBox={`-6 0 ${width + 12} 16`}
        width="100%"
        height="16"
        preserveAspectRatio="xMinYMid meet"
        aria-hidden="true"
      >
        <line x1="0" x2={width} y1="8" y2="8" stroke="currentColor" strokeOpacity="0.28" />
        {patternEdges.map((edge) => (
          <line
            key={edge}
            x1={place(edge)}
            x2={place(edge)}
            y1="4"
            y2="12"
            stroke="currentColor"
            strokeOpacity="0.45"
          />
        ))}
        <rect
          x={low}
          y="4"
          width={pixel(place(score.high) - low)}
          height="8"
          rx="4"
          fill="currentColor"
          fillOpacity="0.28"
        />
        <circle className="mark" cx={place(score.value)} cy="8" r="5" fill="currentColor" />
        {self === null ? null : (
          <circle
            className="ring"
            cx={place(self)}
            cy="8"
            r="4.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
        )}
      </svg>
      <span className="pattern-range num">
        {betweenText(score)}
        {self === null ? null : <span className="sr-only">, you {points(self)}</span>}
      </span>
    </span>
  );
}
