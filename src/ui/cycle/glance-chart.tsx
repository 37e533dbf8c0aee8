import { useId } from "react";
import type { GlanceQuarter } from "@/domain/glance";
import { pixel } from "@/ui/chart/scale";

const slot = 78;
const left = 34;
const top = 14;
const bottom = 104;

const height = (percent: number): number => pixel(((bottom - top) * percent) / 100);

/** "2026-Q2" → "Q2 26" */
const shortQuarter = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(2, 4)}`;

/** Share of the invited that took part, a bar per quarter: engineers filled, executives outlined, hatched below 5. */
export function GlanceChart({ quarters }: { quarters: readonly GlanceQuarter[] }) {
  const id = useId();
  const width = left + slot * quarters.length;
  return (
    <section
      aria-label="Participation by quarter"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls it must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto"
    >
      <svg viewBox={`0 0 ${width} 124`} width={width} height="124" role="img" aria-labelledby={id}>
        <title id={id}>Participation by quarter, in percent of those invited; every value is in the table below.</title>
        {[0, 50, 100].map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={bottom - height(tick)} y2={bottom - height(tick)} stroke="var(--grid)" />
            <text x={left - 6} y={bottom - height(tick) + 4} textAnchor="end" fontSize="11" fill="var(--axis)">
              {tick}
            </text>
          </g>
        ))}
        {quarters.map(({ quarter, groups }, index) => {
          const from = left + index * slot + 10;
          return (
            <g key={quarter}>
              {groups.map(({ group, participation }, place) => {
                const x = from + place * 28;
                if (participation.kind === "few" || participation.kind === "enough") {
                  return (
                    <rect
                      key={group}
                      x={x}
                      y={bottom - 18}
                      width="24"
                      height="18"
                      fill="url(#hatch)"
                      stroke="var(--line-strong)"
                      strokeDasharray="3 3"
                    />
                  );
                }
                const filled = group === "engineer";
                return (
                  <g key={group}>
                    <rect
                      x={x}
                      y={bottom - height(participation.percent)}
                      width="24"
                      height={height(participation.percent)}
                      fill={filled ? "var(--ink-3)" : "var(--surface)"}
                      stroke="var(--ink-3)"
                      strokeWidth="1.2"
                    />
                    <text
                      x={x + 12}
                      y={bottom - height(participation.percent) - 4}
                      textAnchor="middle"
                      fontSize="11"
                      fill="var(--ink)"
                    >
                      {participation.percent}
                    </text>
                  </g>
                );
              })}
              <text x={from} y="120" fontSize="11" fill="var(--axis)">
                {shortQuarter(quarter)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}
