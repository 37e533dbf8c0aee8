export type Phase = { key: string; label: string; detail: string };

/** Where something stands in a fixed order of phases; `progress` is 0–1 of the current one. */
export function PhaseBar({
  phases,
  current,
  progress = 1,
  label,
}: {
  phases: readonly Phase[];
  current: string;
  progress?: number | undefined;
  label: string;
}) {
  const at = phases.findIndex((phase) => phase.key === current);
  return (
    <ol className="phases" aria-label={label}>
      {phases.map((phase, index) => {
        const done = index < at ? 1 : index === at ? Math.min(1, Math.max(0.04, progress)) : 0;
        return (
          <li
            key={phase.key}
            data-percent={Math.round(done * 20) * 5}
            {...(index === at ? { "aria-current": "step" as const } : {})}
          >
            <b>{phase.label}</b>
            {phase.detail}
          </li>
        );
      })}
    </ol>
  );
}
