import { horizontal, ticks } from "./scale";

/** Hairlines at 0, 25, 50, 75 and 100, drawn per row so that they join. */
export function GridLines({ width, height }: { width: number; height: number }) {
  return ticks.map(({ value }) => {
    const x = horizontal(value, width);
    return <line key={value} x1={x} x2={x} y1={0} y2={height} stroke="var(--grid)" />;
  });
}
