/** The one hatch pattern of a page; every chart that draws a withheld quarter refers to it. Render once per page. */
export function HatchDefinition() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--hatch-bg)" />
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="0.9" />
        </pattern>
      </defs>
    </svg>
  );
}
