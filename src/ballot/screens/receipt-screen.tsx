import { useState } from "preact/hooks";
import type { Manifest } from "@/domain/manifest";
import { closingOf, dayOf, daysAfter, receiptFileText, shortReceipt } from "../wording";
import { Frame } from "./frame";
import { Icon } from "./icon";

type Props = { manifest: Manifest; heading: string; code: string; leaf: string; version: number; onDone: () => void };

function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The recovery code (private), the receipt (public), and what happens next. */
export function ReceiptScreen({ manifest, heading, code, leaf, version, onDone }: Props) {
  const [saved, setSaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState("");
  const { closesAt, name } = manifest.cycle;
  const destroyed = dayOf(daysAfter(closesAt, manifest.disputeDays));
  const keep = (how: string) => {
    setSaved(true);
    setSaid(how);
  };
  const copy = async (text: string, how: string, isCode: boolean) => {
    try {
      await navigator.clipboard.writeText(text);
      if (isCode) keep(how);
      else setSaid(how);
    } catch {
      setSaid("Copying did not work. Save the file or write the code down.");
    }
  };
  const done = () => (saved || asked ? onDone() : setAsked(true));
  const footer = (
    <>
      {asked && !saved && (
        <p className="failure" role="alert">
          You have not copied, saved or printed it here. Without the code only this browser can change your ballot.
        </p>
      )}
      <button className="btn primary big" type="button" onClick={done}>
        {asked && !saved ? "I wrote it down, or I don’t need it" : "I have saved my code"}
      </button>
      <p>You can close this page. Nothing about this visit stays in your account.</p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <div className="seal">
        <Icon name="check" />
      </div>
      <h1 tabIndex={-1}>Sealed and counted.</h1>
      <p className="lede">
        {version > 1 ? `Your changed ballot is in the box, as version ${version}.` : "Your ballot is in the box."} It
        carries no name, and it cannot be opened before closing.
      </p>
      <div className="box">
        <div>
          <div className="label">
            <span>Recovery code</span>
            <span>keep it private</span>
          </div>
          <div className="code">
            {code.split(" ").map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is its position
              <span key={index}>{group} </span>
            ))}
          </div>
          <div className="acts">
            <button className="btn" type="button" onClick={() => copy(code, "Code copied.", true)}>
              <Icon name="copy" />
              Copy
            </button>
            <button
              className="btn"
              type="button"
              onClick={() => {
                saveFile(`tandem-${name}.txt`, receiptFileText(manifest, code, leaf, version));
                keep("File saved.");
              }}
            >
              <Icon name="save" />
              Save file
            </button>
            <button
              className="btn"
              type="button"
              onClick={() => {
                keep("Sent to the printer.");
                print();
              }}
            >
              <Icon name="print" />
              Print
            </button>
          </div>
          <p className="said" role="status">
            {said}
          </p>
          <p className="explain">
            With it you can change or withdraw your answers until {closingOf(manifest)}, on any device. We have no copy
            and cannot send it again.
          </p>
        </div>
        <div>
          <div className="label">
            <span>Receipt</span>
            <span>safe to compare</span>
          </div>
          <div className="receipt">{shortReceipt(leaf)}</div>
          <p className="explain">
            After closing, look for it on the <a href={`/verify/${name}`}>public page of this cycle</a>. If it is
            listed, your ballot was counted unchanged.{" "}
            <button className="inline" type="button" onClick={() => copy(leaf, "Receipt copied.", false)}>
              Copy all 64 digits
            </button>
          </p>
        </div>
      </div>
      <section className="next">
        <h2>What happens next</h2>
        <ul>
          <li>
            <span>{dayOf(closesAt)}</span>
            <span>The box closes. Nobody has seen a result before.</span>
          </li>
          <li>
            <span>{dayOf(closesAt)}</span>
            <span>
              Group results are computed, then single ballots are kept sealed for {manifest.disputeDays} days in case of
              a dispute.
            </span>
          </li>
          <li>
            <span>{destroyed}</span>
            <span>
              Sealed ballots and their keys are destroyed. The two leaders read their reports, then the board.
            </span>
          </li>
        </ul>
      </section>
    </Frame>
  );
}
