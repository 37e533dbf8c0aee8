import { useId } from "react";
import type { GlanceQuarter } from "@/domain/glance";
import type { GroupParticipation } from "@/domain/participation";
import { pixel } from "@/ui/chart/scale";

const slot = 78;
const left = 34;
const top = 14;
const bottom = 104;

const height = (percent: number): number => pixel(((bottom - top) * percent) / 100);

/** "2026-Q2" → "Q2 26" */
const shortQuarter = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(2, 4)}`;

/** The share to draw, or null where a hatch says that there is none to tell. */
const percentOf = ({ participation }: GroupParticipation): number | null =>
  participation.kind === "few" || participation.kind === "enough" ? null : participation.percent;

/** Share of the invited that took part, a bar per quarter: engineers filled, executives outlined, hatched below 5. Drawn once for wide and once for narrow places. */
export function GlanceChart({ quarters }: { quarters: readonly GlanceQuarter[] }) {
  return (
    <div className="@container">
      <Columns quarters={quarters} />
      <Rows quarters={quarters} />
    </div>
  );
}

const Hatch = (place: { x: number; y: number; width: number; height: number }) => (
  <rect {...place} fill="url(#hatch)" stroke="var(--line-strong)" strokeDasharray="3 3" />
);

const Bar = ({
  group,
  ...place
}: {
  group: GroupParticipation["group"];
  x: number;
  y: number;
  width: number;
  height: number;
}) => (
  <rect
    {...place}
    fill={group === "engineer" ? "var(--ink-3)" : "var(--surface)"}
    stroke="var(--ink-3)"
    strokeWidth="1.2"
  />
);

const title = "Participation by quarter, in percent of those invited; every value is in the table below.";

function Columns({ quarters }: { quarters: readonly GlanceQuarter[] }) {
  const id = useId();
  const width = left + slot * quarters.length;
  return (
    <svg
      viewBox={`0 0 ${width} 124`}
      width={width}
      height="124"
      role="img"
      aria-labelledby={id}
      className="hidden @min-[41.5rem]:block"
    >
      <title id={id}>{title}</title>
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
            {groups.map((group, place) => {
              const x = from + place * 28;
              const percent = percentOf(group);
              if (percent === null) return <Hatch key={group.group} x={x} y={bottom - 18} width={24} height={18} />;
              const y = bottom - height(percent);
              return (
                <g key={group.group}>
                  <Bar group={group.group} x={x} y={y} width={24} height={height(percent)} />
                  <text x={x + 12} y={y - 4} textAnchor="middle" fontSize="11" fill="var(--ink)">
                    {percent}
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
  );
}

const row = 14;
const gap = 9;
const label = 42;
const most = 208;

/** The same lying down, for columns that would be too thin on a phone: the newest quarter first, as in the table. */
function Rows({ quarters }: { quarters: readonly GlanceQuarter[] }) {
  const id = useId();
  const starts: number[] = [];
  const end = quarters.toReversed().reduce((y, { groups }) => {
    starts.push(y);
    return y + row * Math.max(1, groups.length) + gap;
  }, 0);
  const length = (percent: number): number => pixel((most * percent) / 100);
  return (
    <svg
      viewBox={`0 0 280 ${end + 8}`}
      role="img"
      aria-labelledby={id}
      className="block w-full max-w-[400px] @min-[41.5rem]:hidden"
    >
      <title id={id}>{title}</title>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <line x1={label + length(tick)} x2={label + length(tick)} y1="0" y2={end - gap + 3} stroke="var(--grid)" />
          <text x={label + length(tick)} y={end + 6} textAnchor="middle" fontSize="11" fill="var(--axis)">
            {tick}
          </text>
        </g>
      ))}
      {quarters.toReversed().map(({ quarter, groups }, index) => {
        const from = starts[index] ?? 0;
        return (
          <g key={quarter}>
            <text x="0" y={from + 11} fontSize="11" fill="var(--axis)">
              {shortQuarter(quarter)}
            </text>
            {groups.map((group, place) => {
              const y = from + place * row + 1;
              const percent = percentOf(group);
              if (percent === null) return <Hatch key={group.group} x={label} y={y} width={24} height={row - 3} />;
              return (
                <g key={group.group}>
                  <Bar group={group.group} x={label} y={y} width={length(percent)} height={row - 3} />
                  <text x={label + length(percent) + 6} y={y + 9.5} fontSize="11" fill="var(--ink)">
                    {percent}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
