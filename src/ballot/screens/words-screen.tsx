import type { CommentQuestion } from "@/domain/answers";
import type { BallotForm } from "@/domain/ballot-form";
import { identifyingHints } from "@/domain/hints";
import { type Seat, seatLabel } from "@/domain/seat";
import type { Draft } from "../draft";
import type { RosterName } from "../wire";
import { CommentBox } from "./comment-box";
import { Frame } from "./frame";
import { PageFoot } from "./page-foot";
import { PageTop } from "./page-top";

type Props = {
  form: BallotForm;
  seats: Seat[];
  index: number;
  count: number;
  minutes: number;
  heading: string;
  draft: Draft;
  roster: readonly RosterName[];
  nextLabel: string;
  onWrite: (seat: Seat, question: CommentQuestion, text: string) => void;
  onBack: () => void;
  onNext: () => void;
};

/** Three optional boxes per leader. */
export function WordsScreen({ form, seats, draft, roster, onWrite, ...props }: Props) {
  const open = seats
    .flatMap((seat) => Object.values(draft.comments[seat]))
    .reduce((sum, text) => sum + identifyingHints(text, roster).length, 0);
  const note =
    open === 0
      ? "You may leave every box empty."
      : `${open} ${open === 1 ? "hint" : "hints"} open. You decide; you may continue without changes.`;
  return (
    <Frame
      heading={props.heading}
      top={<PageTop index={props.index} count={props.count} detail="your own words" minutes={props.minutes} />}
      footer={<PageFoot note={note} label={props.nextLabel} onBack={props.onBack} onNext={props.onNext} />}
    >
      <h1 tabIndex={-1} className="small">
        {seats.length === 2 ? "Three short boxes each, all optional" : "Three short boxes, all optional"}
      </h1>
      <p className="lede">
        Your words are shown as you write them, shuffled, and only if at least 10 people answer. Describe behaviour. Do
        not name colleagues.
      </p>
      {seats.map((seat) => (
        <section key={seat} aria-label={seatLabel[seat].title}>
          <h2 className={`whose ${seat}`}>{seatLabel[seat].title}</h2>
          {form.questions[seat].map(({ key, text }) => (
            <CommentBox
              key={key}
              question={text}
              text={draft.comments[seat][key] ?? ""}
              roster={roster}
              onChange={(words) => onWrite(seat, key, words)}
            />
          ))}
        </section>
      ))}
    </Frame>
  );
}
