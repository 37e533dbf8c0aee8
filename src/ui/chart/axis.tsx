import { horizontal, ticks } from "./scale";

/** Words (where there is room) and digits above a plot column. */
export function Axis({ width, words, digits = true }: { width: number; words: boolean; digits?: boolean | undefined }) {
  const height = (words ? 16 : 0) + (digits ? 15 : 0);
  // Under 400 px the last word would touch "Often": it is centred on its tick and runs over the edge.
  const roomy = width >= 400;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="axis" aria-hidden="true">
      {ticks.map(({ value, word }) => (
        <g key={value} fill="var(--axis)">
          {words ? (
            <text
              x={value === 0 ? 0 : value === 100 && roomy ? width : horizontal(value, width)}
              y="11"
              fontSize="11.5"
              textAnchor={value === 0 ? "start" : value === 100 && roomy ? "end" : "middle"}
            >
              {word}
            </text>
          ) : null}
          {digits && (words || value % 50 === 0) ? (
            <text x={horizontal(value, width)} y={height - 4} fontSize="11" textAnchor="middle">
              {value}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
