import type { BoardStatement } from "@/domain/board-page";
import { seatLabel } from "@/domain/seat";

/** What the leaders add in their own words, each with the name. */
export function BoardStatements({ statements }: { statements: readonly BoardStatement[] }) {
  if (statements.length === 0) return null;
  return (
    <section className="board-statements" aria-label="The leaders’ own words">
      {statements.map(({ seat, name, text }) => (
        <div key={seat}>
          <h2>
            {name}, {seatLabel[seat].short}, adds
          </h2>
          <p>{text}</p>
        </div>
      ))}
    </section>
  );
}
