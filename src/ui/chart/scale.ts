/** Horizontal pixel of a value on 0–100: never cut, never zoomed. */
export const horizontal = (value: number, width: number, pad = 8): number =>
  pixel(pad + (Math.min(100, Math.max(0, value)) / 100) * (width - 2 * pad));

/** Vertical pixel of a value on 0–100 between `top` (100) and `bottom` (0). */
export const vertical = (value: number, top: number, bottom: number): number =>
  pixel(bottom - (Math.min(100, Math.max(0, value)) / 100) * (bottom - top));

/** One decimal is enough for a screen and keeps the markup small. */
export const pixel = (value: number): number => Math.round(value * 10) / 10;

/** The words of the answer scale at their places on 0–100. */
export const ticks = [
  { value: 0, word: "Never" },
  { value: 25, word: "Rarely" },
  { value: 50, word: "Sometimes" },
  { value: 75, word: "Often" },
  { value: 100, word: "Almost always" },
] as const;

/** Edges of the pattern bands on 0–100 (instrument: Low, Watch, Elevated, High). */
export const patternEdges = [20, 35, 50] as const;
