import type { BallotForm } from "@/domain/ballot-form";
import { figures } from "@/ui/kit/figures";
import type { Draft } from "../draft";
import { keysOf, openOn, type Page, pageTitle } from "../pages";
import type { OwnSlices } from "../slices";
import { Frame } from "./frame";
import { NoSlices, SlicesChoice } from "./slices-choice";

type Props = {
  form: BallotForm;
  pages: Page[];
  draft: Draft;
  heading: string;
  revising: boolean;
  /** When sealing begins, in words, while it has not; else null. */
  sealsFrom: string | null;
  /** The rater's own values of the declared slices. */
  slices: OwnSlices | undefined;
  /** Does this cycle tell the rater's group apart by anything? */
  declared: boolean;
  busy: boolean;
  failure: string | null;
  onChange: (page: number) => void;
  onActivities: () => void;
  onBack: () => void;
  onLeaveOut: (leftOut: string[]) => void;
  onSeal: () => void;
};

const leaderCount = (draft: Draft): string => (draft.seats.length === 2 ? "both leaders" : "one leader");

function stateOf(page: Page, draft: Draft): string {
  if (page.kind === "leaders") return leaderCount(draft);
  if (page.kind === "words") {
    const written = page.seats
      .flatMap((seat) => Object.values(draft.comments[seat]))
      .filter((text) => text.trim() !== "");
    return `${written.length} of ${page.seats.length * 3} boxes written`;
  }
  const open = openOn(page, draft);
  return open === 0 ? `all ${keysOf(page).length} answered` : `${open} of ${keysOf(page).length} open`;
}

/** Everything once more, and the one button that seals it. */
export function ReviewScreen({ form, pages, draft, heading, revising, sealsFrom, busy, failure, ...props }: Props) {
  const { slices = {}, declared, ...act } = props;
  const owners = Object.keys(draft.activities).length;
  const footer = sealsFrom ? (
    <p>
      <b>You can seal from {sealsFrom}.</b> Your answers wait on this device, in this browser. A mail will tell you.
    </p>
  ) : (
    <>
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <button className="btn primary big" type="button" onClick={act.onSeal} disabled={busy}>
        {busy ? "Sealing…" : "Seal and send"}
      </button>
      <p>After this only your recovery code can change it.</p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <h1 tabIndex={-1}>{sealsFrom ? "Look it over. Sealing comes later." : "Look it over, then seal it."}</h1>
      <p className="lede">
        {revising
          ? "This replaces everything you sent before. Open statements count as not answered."
          : "Open statements are fine: they count as not answered."}
      </p>
      <ul className="review">
        {pages.map((page, index) => (
          <li key={pageTitle(page)}>
            <span>
              <b>{pageTitle(page)}</b>
              <span>{figures(stateOf(page, draft))}</span>
            </span>
            <button type="button" aria-label={`Change: ${pageTitle(page)}`} onClick={() => act.onChange(index)}>
              Change
            </button>
          </li>
        ))}
      </ul>
      <section className="offer">
        <h2>{owners === 0 ? "One more minute?" : "Who does what"}</h2>
        <p>
          {owners === 0
            ? "Ten taps on who does what. It shows duties that two people hold, or nobody."
            : figures(`${owners} of ${form.activities.length} answered. It goes into the same ballot.`)}
        </p>
        <button className="btn" type="button" onClick={act.onActivities}>
          {owners === 0 ? "Ten taps on who does what" : "Change who does what"}
        </button>
      </section>
      {Object.keys(slices).length > 0 ? (
        <SlicesChoice own={slices} leftOut={draft.leftOut ?? []} onLeaveOut={act.onLeaveOut} />
      ) : (
        declared && <NoSlices />
      )}
      <button className="btn quiet" type="button" onClick={act.onBack}>
        Back to the last page
      </button>
    </Frame>
  );
}
