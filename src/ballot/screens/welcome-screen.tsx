import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import type { RosterName } from "../wire";
import { dayOf, groupSize, groupWord, heldSeats, leadersPhrase, sealingOf } from "../wording";
import { Frame } from "./frame";
import { Icon } from "./icon";
import { RosterFold } from "./roster-fold";

type Props = {
  manifest: Manifest;
  heading: string;
  words: string[];
  group: RaterGroup;
  collected: boolean;
  lasting: boolean;
  roster: readonly RosterName[];
  busy: boolean;
  failure: string | null;
  onBegin: () => void;
};

/** The promise and its limits, before anything is asked. */
export function WelcomeScreen(props: Props) {
  const { manifest, heading, words, group, collected, lasting, roster, busy, failure, onBegin } = props;
  const two = manifest.windows.kind === "two-windows";
  const company = manifest.company.name;
  const invited = groupSize(manifest, group);
  const label = busy ? "Collecting…" : collected ? "Continue" : "Collect my ballot and begin";
  const footer = (
    <>
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <button className="btn primary big" type="button" onClick={onBegin} disabled={busy || (two && !lasting)}>
        {label} {!busy && <Icon name="forward" />}
      </button>
      <p>
        {collected
          ? "You collected your ballot on this device before. Your answers so far are still here."
          : "Everything stays on this device until you seal it. Nothing is compulsory."}
      </p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <h1 tabIndex={-1}>Tell your technical leaders how it is going, without your name.</h1>
      <p className="lede">
        {company} asks its {invited} {groupWord(group)} about {leadersPhrase(manifest)}.{" "}
        {heldSeats(manifest).length === 2
          ? "It takes about 7\u00a0minutes, or 4 if you rate one of them."
          : "It takes about 4\u00a0minutes."}
      </p>
      {two && (
        <p className="lede">
          In two visits: collect your ballot until {sealingOf(manifest)}, and answer when you like. From then on you
          seal and send it, in this same browser. So the order of visits tells nothing.
        </p>
      )}
      <ul className="promises">
        <li>
          <Icon name="lock" />
          <div>
            <b>Nothing we keep links your answers to you.</b>
            <p>
              Your browser seals them on this device. Neither {company} nor Tandem keeps anything that could match a
              ballot to a name, so there is nothing to hand over.
            </p>
          </div>
        </li>
        <li>
          <Icon name="people" />
          <div>
            <b>Nobody sees single answers.</b>
            <p>
              Only group results are kept, and only from 5 answers. With fewer, the result is withheld and the answers
              are destroyed.
            </p>
          </div>
        </li>
        <li>
          <Icon name="eye" />
          <div>
            <b>What {company} does see.</b>
            <p>
              How many ballots were collected, in steps of 5&nbsp;%. Not who sent one, and no result before closing on{" "}
              {dayOf(manifest.cycle.closesAt)}.
            </p>
          </div>
        </li>
      </ul>
      <div className="fingerprint">
        <Icon name="check" />
        <div>
          <b>This is the same ballot your colleagues have.</b> Compare these words with your invitation mail:
          <span className="mono">
            {words.slice(0, 4).join(" ")} · {words.slice(4).join(" ")}
          </span>
        </div>
      </div>
      <RosterFold manifest={manifest} group={group} roster={roster} />
      <details>
        <summary>What this cannot protect you from</summary>
        <ul className="limits">
          <li>Someone who can see your screen.</li>
          <li>Words only you would use.</li>
          <li>A changed version of this page served to you alone: compare the eight words.</li>
          <li>
            Someone who watches our servers live, at the moment you send: we store no time and no address, but the
            moment exists.
          </li>
          <li>Very small groups: {invited} people were invited.</li>
        </ul>
      </details>
      {!lasting && (
        <p className="notice">
          This browser does not let the page keep anything.{" "}
          {two
            ? "Open your link in another browser, not in a private window: here your ballot would be lost."
            : "Finish in one go and leave this page open until you have your receipt."}
        </p>
      )}
    </Frame>
  );
}
