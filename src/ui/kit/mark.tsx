/** ○–●: self and others, joined. */
export function Mark({ width = 30 }: { width?: number | undefined }) {
  return (
    <svg viewBox="0 0 30 12" width={width} height={(width * 12) / 30} aria-hidden="true" className="shrink-0">
      <line x1="10.5" y1="6" x2="19" y2="6" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="24" cy="6" r="5.4" fill="currentColor" />
    </svg>
  );
}
