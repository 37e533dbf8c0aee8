import { Axis } from "./axis";

/** Head of a plot column: the axis for the eye, its meaning in words for the ear. */
export function AxisHeader({ width, words }: { width: number; words: boolean }) {
  return (
    <th scope="col" className="plot-cell">
      <span className="sr-only">On the scale from 0 to 100</span>
      <Axis width={width} words={words} />
    </th>
  );
}
