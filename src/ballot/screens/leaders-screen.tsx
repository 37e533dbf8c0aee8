import type { Manifest } from "@/domain/manifest";
import { type Seat, seatLabel } from "@/domain/seat";
import type { Draft } from "../draft";
import { heldSeats } from "../wording";
import { Frame } from "./frame";
import { PageFoot } from "./page-foot";
import { PageTop } from "./page-top";

type Props = {
  manifest: Manifest;
  heading: string;
  draft: Draft;
  count: number;
  minutes: number;
  nextLabel: string;
  failure: string | null;
  onChange: (seats: Seat[]) => void;
  onBack: () => void;
  onNext: () => void;
};

/** Which of the two leaders this rater has seen at work. */
export function LeadersScreen(props: Props) {
  const { manifest, draft, failure } = props;
  const toggle = (seat: Seat, chosen: boolean) =>
    props.onChange(chosen ? [...draft.seats, seat] : draft.seats.filter((other) => other !== seat));
  const note =
    draft.seats.length === 2
      ? "Both leaders: about 7 minutes."
      : draft.seats.length === 1
        ? "One leader: about 4 minutes."
        : heldSeats(manifest).length === 2
          ? "Choose one or both."
          : "Choose the leader to go on.";
  return (
    <Frame
      heading={props.heading}
      top={<PageTop index={0} count={props.count} detail="" minutes={props.minutes} />}
      footer={
        <PageFoot note={note} label={props.nextLabel} failure={failure} onBack={props.onBack} onNext={props.onNext} />
      }
    >
      <h1 tabIndex={-1} className="small">
        Which leaders can you rate?
      </h1>
      <p className="lede">
        You need not have worked closely; “I can’t observe this” is on every statement.
        {manifest.seats.onePerson && " One person holds both seats; rate each as a job of its own."}
      </p>
      <fieldset className="choices">
        <legend className="vh">Leaders</legend>
        {draft.order.map((seat) => {
          const state = manifest.seats[seat];
          const vacant = state.kind === "vacant";
          return (
            <label key={seat} className={`choice ${seat} ${vacant ? "vacant" : ""}`}>
              <input
                type="checkbox"
                disabled={vacant}
                checked={draft.seats.includes(seat)}
                onChange={(event) => toggle(seat, event.currentTarget.checked)}
              />
              <span>
                <b>{seatLabel[seat].title}</b>
                <span>{vacant ? "Nobody holds this seat now." : `${state.name}, ${seatLabel[seat].long}`}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <p className="quiet-box">There are no right answers. Leave out what you can’t see. Nothing is compulsory.</p>
    </Frame>
  );
}
