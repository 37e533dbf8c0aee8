/** A still placeholder of the same height; no shimmer. */
export function Skeleton({ height, label = "Loading" }: { height: number; label?: string | undefined }) {
  return (
    <div aria-busy="true" className="rounded-lg border border-line bg-sunken" style={{ height }}>
      <span className="sr-only">{label}</span>
    </div>
  );
}
