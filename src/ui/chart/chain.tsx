import { useId } from "react";
import { Fold } from "@/ui/kit/fold";
import { type ChainStation, carrierWords, lowestStation } from "./chain-station";
import { ChainTable } from "./chain-table";
import { linePath } from "./path";
import { pixel, ticks, vertical } from "./scale";
import { betweenText, scoreText, withheldSentence } from "./score-words";
import { hue } from "./subject-color";

const top = 20;
const bottom = 204;
const at = (index: number): number => pixel(96 + 140.8 * (index + 0.5));

/** Names every station with its number and says which one is lowest, if one stands out. */
export function chainTitle(stations: readonly ChainStation[]): string {
  const list = stations.map(({ label, score }) =>
    score.kind === "shown" ? `${label.toLowerCase()} ${scoreText(score)}` : `${label.toLowerCase()} withheld`,
  );
  const lowest = lowestStation(stations);
  const end = lowest ? `The lowest station is ${lowest.label.toLowerCase()}.` : "No station stands out.";
  return `Innovation chain: ${list.join(", ")}. ${end}`;
}

/** The weakest station by name with its interval, or that none stands out. */
function weakestSentence(stations: readonly ChainStation[]): string {
  const lowest = lowestStation(stations);
  if (lowest === null || lowest.score.kind === "withheld") return "No station stands out.";
  const { score, label, carrier } = lowest;
  return `The weakest station is ${label.toLowerCase()}, carried by ${carrierWords[carrier]}: ${scoreText(score)}, ${betweenText(score)}; the mean of the others lies above that.`;
}

/** How an idea becomes a product: five stations on the common scale, in the hue of who carries them. */
export function Chain({ stations }: { stations: readonly ChainStation[] }) {
  const id = useId();
  const lowest = lowestStation(stations);
  const line = stations.map(({ score }, index) =>
    score.kind === "shown" ? { x: at(index), y: vertical(score.value, top, bottom), low: 0, high: 0 } : null,
  );
  return (
    <section className="chain" aria-label="Innovation chain">
      <svg viewBox="0 0 800 292" width="100%" role="img" aria-labelledby={id}>
        <title id={id}>{chainTitle(stations)}</title>
        {ticks.map(({ value, word }) => (
          <g key={value}>
            <line
              x1="96"
              x2="800"
              y1={vertical(value, top, bottom)}
              y2={vertical(value, top, bottom)}
              stroke="var(--grid)"
            />
            <text x="84" y={vertical(value, top, bottom) + 4} textAnchor="end" fontSize="11.5" fill="var(--axis)">
              {word}
            </text>
          </g>
        ))}
        {stations.map(({ key, carrier, score }, index) =>
          score.kind === "shown" ? (
            <rect
              key={key}
              className="band"
              x={at(index) - 10}
              y={vertical(score.high, top, bottom)}
              width="20"
              height={pixel(vertical(score.low, top, bottom) - vertical(score.high, top, bottom))}
              rx="9"
              fill={hue[carrier].band}
            />
          ) : (
            <rect key={key} x={at(index) - 10} y={top} width="20" height={bottom - top} fill="url(#hatch)" />
          ),
        )}
        <path d={linePath(line)} fill="none" stroke="var(--ink-3)" strokeWidth="1.2" />
        {stations.map((station, index) => (
          <Station
            key={station.key}
            station={station}
            x={at(index)}
            lowest={station === lowest}
            last={index === stations.length - 1}
          />
        ))}
      </svg>
      <p className="text-xs text-ink-3">{weakestSentence(stations)}</p>
      <div className="chain-table">
        <Fold summary="The same as a table">
          <ChainTable stations={stations} />
        </Fold>
      </div>
      <div className="chain-rows">
        <ChainTable stations={stations} />
      </div>
    </section>
  );
}

function Station({ station, x, lowest, last }: { station: ChainStation; x: number; lowest: boolean; last: boolean }) {
  const { score, carrier, label, lines } = station;
  const y = score.kind === "shown" ? vertical(score.value, top, bottom) : 0;
  // The lowest station carries its note below the dot, where the connector leaves room.
  const number = lowest ? y + 19 : y - 9;
  return (
    <g>
      {score.kind === "shown" ? (
        <>
          <circle className="mark" cx={x} cy={y} r="6" fill={hue[carrier].mark} />
          <text
            x={lowest && last ? x - 17 : x + 17}
            y={number}
            textAnchor={lowest && last ? "end" : undefined}
            fontSize="15"
            fontWeight="600"
            fill="var(--ink)"
          >
            {scoreText(score)}
            {lowest ? (
              <tspan dx="8" fontSize="12" fontWeight="400" fill="var(--ink-2)">
                lowest station
              </tspan>
            ) : null}
          </text>
        </>
      ) : (
        <text x={x} y={bottom - 8} textAnchor="middle" fontSize="11.5" fill="var(--ink-2)">
          {withheldSentence(score.why).split(":")[0]}
        </text>
      )}
      <text x={x} y="232" textAnchor="middle" fontSize="13.5" fontWeight="600" fill="var(--ink)">
        {label}
      </text>
      <text x={x} y="250" textAnchor="middle" fontSize="12" fill="var(--ink-2)">
        {carrierWords[carrier]}
      </text>
      {lines.map((text, index) => (
        <text key={text} x={x} y={268 + 15 * index} textAnchor="middle" fontSize="11.5" fill="var(--ink-3)">
          {text}
        </text>
      ))}
    </g>
  );
}
