import { points } from "@/ui/chart/score-words";
import type { PatternCard } from "./pattern-card";

/** How to read the scale and the band. */
export function ReadingNotes() {
  return (
    <>
      <p>
        <b>How to read the scale.</b> 0 means never, 50 about half of the occasions, 100 almost always.
      </p>
      <p>
        <b>The soft band</b> is the range in which the score would probably lie if other comparable engineers, or the
        same ones next week, had answered.
      </p>
    </>
  );
}

/** Order, bands, and how large a change must be to be seen. */
export function ProfileNotes({
  smallest,
  answers,
  first,
}: {
  smallest: number | null;
  answers: number;
  first: boolean;
}) {
  return (
    <>
      <p>
        <b>Order</b> follows the talk, not the score.
      </p>
      <p>
        <b>Gap</b> below 50, <b>Developing</b> from 50, <b>Solid</b> from 65, <b>Strength</b> from 80.
      </p>
      {first ? <p>A first result: the next quarter can be compared with it.</p> : null}
      {smallest === null ? null : (
        <p>
          With {answers} answers only changes above about {points(smallest)} points can be seen.
        </p>
      )}
    </>
  );
}

/** What is rounded, merged, or not said about statements. */
export function StatementNotes({ answers }: { answers: number }) {
  return (
    <>
      {answers >= 20 ? (
        <p>Shares are rounded to 5&nbsp;%. A share of one or two people is joined to its neighbour.</p>
      ) : (
        <p>Mean only: shares are shown from 20 answers.</p>
      )}
      <p>
        “≤” and “≥” stand where a more exact mean would tell single answers. Not everyone could observe everything, so
        the number of answers differs by statement; below 20 it reads “5–19”.
      </p>
    </>
  );
}

/** Whose names these are, where the bands lie; without cards the names of the talk are hidden. */
export function PatternNotes({ cards }: { cards: readonly PatternCard[] }) {
  return (
    <>
      {cards.length === 0 ? null : (
        <p>
          Names are from the talk by Hoffman and Cantrill. Engineers never saw them; they answered two statements for
          each.
        </p>
      )}
      {cards.map(({ key, deckName, nameNote }) =>
        nameNote ? (
          <p key={key}>
            <b>{deckName}:</b> {nameNote}
          </p>
        ) : null,
      )}
      <p>
        Marks at 20, 35 and 50 divide <b>Low, Watch, Elevated, High</b>. The ring is your own answer.
      </p>
    </>
  );
}

/** What taking out the general impression means. */
export function OwnProfileNotes() {
  return (
    <p>
      Some people rate everything a little higher, others a little lower. Measured against the mean of your own areas,
      that drops out. It says where your weight lies, not how good you are.
    </p>
  );
}

/** When a change is named, and when a line starts anew. */
export function ChangeNotes({ areas = "ten" }: { areas?: "ten" | "three" }) {
  return (
    <>
      <p>
        A change is named when it passes the test over all {areas} areas (false alarms at most 10&nbsp;%) and is at
        least 5 points. Each comparison is tested by itself.
      </p>
      <p>A changed statement or a new person in the seat starts a new line: nothing is compared across it.</p>
    </>
  );
}
