import { type Hue, hue } from "@/ui/chart/subject-color";

/** What the marks of a dumbbell stand for. */
export function ChartLegend({ of, self, executives = false }: { of: Hue; self: boolean; executives?: boolean }) {
  return (
    <>
      <span>
        <svg width="34" height="16" aria-hidden="true">
          <rect className="band" x="0" y="2" width="34" height="12" rx="6" fill={hue[of].band} />
          <circle className="mark" cx="17" cy="8" r="5.5" fill={hue[of].mark} />
        </svg>
        Engineers, with 95&nbsp;% interval
      </span>
      {self ? (
        <span>
          <svg width="14" height="16" aria-hidden="true">
            <circle cx="7" cy="8" r="5.2" fill="var(--surface)" stroke="var(--self)" strokeWidth="1.8" />
          </svg>
          Yourself
        </span>
      ) : null}
      {executives ? (
        <span>
          <svg width="4" height="16" aria-hidden="true">
            <rect x="1" y="2" width="2" height="12" fill="var(--ink)" />
          </svg>
          Executives
        </span>
      ) : null}
    </>
  );
}
