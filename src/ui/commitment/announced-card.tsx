import { dayInWords } from "@/domain/day-words";
import { quarterLabel } from "@/domain/quarter";
import { seatLabel } from "@/domain/seat";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { Tag } from "@/ui/kit/tag";

export type Announced = Outputs["commitment"]["forEngineers"];
type Entry = Announced["leaders"][number]["announced"][number];

const standing = ({ state, dueOn }: Entry) =>
  state === "kept" ? (
    <Tag tone="ok">Kept, says the leader</Tag>
  ) : state === "dropped" ? (
    <Tag>Dropped by the leader</Tag>
  ) : (
    <Tag>Until {dayInWords(dueOn)}</Tag>
  );

/** What everybody in the company reads after a release: what the leaders heard, what they will do, by when. No scores. */
export function AnnouncedCard({ announced }: { announced: Announced }) {
  const { quarter, leaders } = announced;
  if (quarter === null) return null;
  return (
    <Card title="What we heard, what we will do">
      {leaders.length === 0 ? (
        <p className="text-ink-2">
          The leaders have read what engineers said in {quarterLabel(quarter)}. What they will do about it appears here
          once they share it.
        </p>
      ) : (
        <p className="mb-3 text-ink-2">
          Shared by the leaders, with their names. The next cycle asks you, anonymously, whether it happened.
        </p>
      )}
      {leaders.map(({ seat, name, announced: entries }) => (
        <section key={seat} className="border-t border-line py-3">
          <h3>
            {name}, {seatLabel[seat].short}
          </h3>
          <ul className="mt-1 grid gap-3">
            {entries.map((entry) => (
              <li key={`${entry.quarter}-${entry.kind}`} className="grid justify-items-start gap-1">
                <span className="num text-xs text-ink-3">
                  Heard in {quarterLabel(entry.quarter)}: {entry.label}
                </span>
                <span>“{entry.action}”</span>
                <span className="num">{standing(entry)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
