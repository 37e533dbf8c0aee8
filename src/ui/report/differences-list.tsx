import type { Seat } from "@/domain/seat";
import { Axis } from "@/ui/chart/axis";
import { AxisWords } from "@/ui/chart/axis-words";
import { Dumbbell } from "@/ui/chart/dumbbell";
import { points } from "@/ui/chart/score-words";
import { Tag } from "@/ui/kit/tag";
import type { Difference } from "./difference";

/** Where the leader's view and the engineers' view part, as sentences first. */
export function DifferencesList({
  of,
  differences,
  compared,
}: {
  of: Seat;
  differences: readonly Difference[];
  /** Whether any area has both an answer of the leader and a score. */
  compared: boolean;
}) {
  if (!compared) return <p>There is nothing to compare: no area has both your own answer and a score.</p>;
  if (differences.length === 0) return <p>Nowhere do you and your engineers differ clearly.</p>;
  return (
    <>
      <AxisWords />
      <div className="differences-axis">
        <Axis width={300} words digits={false} />
      </div>
      <ul className="differences">
        {differences.map((difference) => (
          <li key={difference.key}>
            <div>
              <b>{difference.label}</b>
              <p>{difference.sentence}</p>
              {difference.hiddenStrength ? <p className="text-xs">They see you more kindly than you do.</p> : null}
            </div>
            <Dumbbell
              of={difference.pattern ? "pattern" : of}
              score={difference.score}
              self={difference.self}
              width={300}
              height={34}
            />
            <span className="size num">
              <Tag>
                {points(difference.points)} points{difference.large ? ", large" : ""}
              </Tag>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
