import type { Manifest } from "@/domain/manifest";
import type { BallotCheck } from "../check-ballot";
import { Frame } from "./frame";
import { Icon } from "./icon";

type Props = { manifest: Manifest; heading: string; check: Exclude<BallotCheck, { kind: "unknown" }> };

const titles = {
  counted: "Your ballot was counted unchanged.",
  withdrawn: "Your ballot was withdrawn.",
  "no-list": "The list is not published yet.",
  "wrong-list": "The list contradicts itself.",
  fault: "Your ballot is not in the list.",
} as const;

/** What a recovery code found out after closing. */
export function CheckedScreen({ manifest, heading, check }: Props) {
  const { contact } = manifest.company;
  const sentences = {
    counted:
      "It carries your own key’s signature, and its receipt, computed on this device, is in the published list of accepted ballots.",
    withdrawn: "It was taken back before closing, so it was not counted.",
    "no-list":
      "Your ballot is there and carries your own key’s signature. The ballots are being counted; look again in a few minutes.",
    "wrong-list": `Its root, recomputed on this device, is not the one it states. Keep this page and tell ${contact}.`,
    fault: `This is evidence of a fault. Keep your code and this page, and tell ${contact}.`,
  } as const;
  return (
    <Frame heading={heading}>
      <div className={check.kind === "counted" ? "seal" : "seal stop"}>
        <Icon name={check.kind === "counted" ? "check" : "stop"} />
      </div>
      <h1 tabIndex={-1}>{titles[check.kind]}</h1>
      <p className="lede">{sentences[check.kind]}</p>
      {"receipt" in check && (
        <div className="box">
          <div>
            <div className="label">
              <span>Receipt</span>
              <span>safe to compare</span>
            </div>
            <div className="receipt">{check.receipt}</div>
          </div>
        </div>
      )}
      <p className="explain">
        <a href={`/verify/${manifest.cycle.name}`}>Public page of this cycle</a>: counts, fingerprint and every receipt.
      </p>
    </Frame>
  );
}
