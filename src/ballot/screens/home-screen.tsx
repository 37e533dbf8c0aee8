import { useRef, useState } from "preact/hooks";
import type { Manifest } from "@/domain/manifest";
import type { CastBallot } from "../device-record";
import { closedSentence, closingOf, shortReceipt } from "../wording";
import { Frame } from "./frame";
import { Icon } from "./icon";

type Props = {
  manifest: Manifest;
  heading: string;
  words: string[];
  cast: CastBallot;
  open: boolean;
  /** The moment by the server's clock. */
  now: Date;
  busy: boolean;
  failure: string | null;
  onRevise: () => void;
  onWithdraw: () => void;
  onReceipt: () => void;
};

/** A ballot that was cast: what can still be done with it, until close. */
export function HomeScreen({ manifest, heading, words, cast, open, now, busy, failure, ...act }: Props) {
  const [asking, setAsking] = useState(false);
  const takingBack = useRef<HTMLElement>(null);
  // The button that was pressed is gone: the focus goes to the one in its place.
  const ask = (next: boolean) => {
    setAsking(next);
    requestAnimationFrame(() => takingBack.current?.querySelector("button")?.focus());
  };
  const { name } = manifest.cycle;
  const title = !open
    ? "This cycle is closed."
    : cast.withdrawn
      ? "Your ballot is withdrawn."
      : "Your ballot is in the box.";
  const footer = open && (
    <>
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <button className="btn primary big" type="button" onClick={act.onRevise} disabled={busy}>
        {cast.withdrawn ? "Answer anew" : "Change my answers"}
      </button>
      <p>Until {closingOf(manifest)}. Your earlier answers are not kept; you begin with an empty form.</p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <div className="seal">
        <Icon name={!open ? "lock" : cast.withdrawn ? "back" : "check"} />
      </div>
      <h1 tabIndex={-1}>{title}</h1>
      <p className="lede">
        {!open
          ? `${closedSentence(manifest, now)} Nothing can be changed any more, and it never reopens.`
          : cast.withdrawn
            ? "It will not be counted. You may answer anew until closing."
            : "It carries no name, and it cannot be opened before closing."}
      </p>
      {cast.leaf && (
        <div className="box">
          <div>
            <div className="label">
              <span>Receipt, version {cast.version}</span>
              <span>safe to compare</span>
            </div>
            <div className="receipt">{shortReceipt(cast.leaf)}</div>
            {open && (
              <p className="explain">
                <button className="inline" type="button" onClick={act.onReceipt}>
                  Show my receipt and recovery code
                </button>
              </p>
            )}
          </div>
        </div>
      )}
      {!cast.leaf && !cast.withdrawn && (
        <p className="explain">
          It stands at version {cast.version}. Its receipt was shown on the device that sent it last.
        </p>
      )}
      <p className="explain">
        <a href={`/verify/${name}`}>Public page of this cycle</a>: counts, fingerprint and, after closing, every
        receipt.
      </p>
      {open && (
        <div className="fingerprint">
          <Icon name="check" />
          <div>
            Before you change anything, compare these words with your invitation mail:
            <span className="mono">
              {words.slice(0, 4).join(" ")} · {words.slice(4).join(" ")}
            </span>
          </div>
        </div>
      )}
      {open && !cast.withdrawn && (
        <section className="offer" ref={takingBack}>
          <h2>Take it back</h2>
          <p>A withdrawn ballot is not counted. That you collected one stays counted, in steps of 5&nbsp;%.</p>
          {asking ? (
            <div className="acts">
              <button className="btn" type="button" onClick={() => ask(false)}>
                Keep it
              </button>
              <button className="btn danger" type="button" onClick={act.onWithdraw} disabled={busy}>
                {busy ? "Withdrawing…" : "Withdraw it"}
              </button>
            </div>
          ) : (
            <button className="btn" type="button" onClick={() => ask(true)}>
              Withdraw my ballot
            </button>
          )}
        </section>
      )}
    </Frame>
  );
}
