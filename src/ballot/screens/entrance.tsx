import { useEffect, useState } from "preact/hooks";
import type { Bytes } from "@/domain/bytes";
import { recover } from "../cast";
import { type BallotCheck, checkBallot } from "../check-ballot";
import type { DeviceRecord } from "../device-record";
import { wordsOf } from "../fingerprint";
import { momentNow, type Opening } from "../visit";
import type { Wire } from "../wire";
import { closedSentence, closingOf, headingOf, sealingOf } from "../wording";
import { CheckedScreen } from "./checked-screen";
import { RecoveryScreen } from "./recovery-screen";
import { StopScreen } from "./stop-screen";

type Props = {
  wire: Wire;
  opening: Opening;
  onRetry: () => void;
  onRecovered: (record: DeviceRecord) => Promise<void>;
};

/** Visits that cannot begin a ballot here: wrong or broken links, closed cycles, ballots collected elsewhere, recovery. */
export function Entrance({ wire, opening, onRetry, onRecovered }: Props) {
  const [recovering, setRecovering] = useState(false);
  const [checked, setChecked] = useState<BallotCheck | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading changes with it
  useEffect(() => {
    document.querySelector("h1")?.focus();
  }, [recovering, checked]);

  if (opening.kind === "mismatch") {
    return (
      <StopScreen heading="" title="This is not the ballot your colleagues have.">
        <p className="lede">Do not answer. Tell {opening.contact ?? "the person who sent you the invitation"}.</p>
        <p className="explain">
          The page you were given differs from what your invitation mail announced. Nothing was sent. Reach them by a
          way you know, not by a link from this page.
        </p>
      </StopScreen>
    );
  }
  if (opening.kind === "bad-link") {
    return (
      <StopScreen heading="" title="This link does not open a ballot.">
        <p className="lede">
          Use the whole link from your invitation mail, up to its last character. If it has been replaced by a newer
          mail, use that one.
        </p>
      </StopScreen>
    );
  }
  if (opening.kind === "unreachable") {
    const footer = (
      <>
        <button className="btn primary big" type="button" onClick={onRetry}>
          Try again
        </button>
        <p>Nothing was sent, and nothing on this device was changed.</p>
      </>
    );
    return (
      <StopScreen heading="" title="The ballot did not load." footer={footer}>
        <p className="lede">The server did not answer. Check your connection.</p>
      </StopScreen>
    );
  }

  const { manifest, manifestHash, phase } = opening.cycle;
  const heading = headingOf(manifest);
  const words = wordsOf(manifestHash);
  const open = phase === "open";
  const onSeed = async (seed: Bytes) => {
    try {
      if (!open) {
        const check = await checkBallot(wire, manifest, seed);
        if (check.kind !== "unknown") setChecked(check);
        return check.kind === "unknown" ? ("unknown" as const) : ("found" as const);
      }
      const record = await recover(wire, manifest, manifestHash, seed);
      if (!record) return "unknown" as const;
      await onRecovered(record);
      return "found" as const;
    } catch {
      return "unreachable" as const;
    }
  };
  if (checked && checked.kind !== "unknown") {
    return <CheckedScreen manifest={manifest} heading={heading} check={checked} />;
  }
  if (recovering) {
    return (
      <RecoveryScreen
        manifest={manifest}
        open={open}
        heading={heading}
        words={words}
        onSeed={onSeed}
        onBack={() => setRecovering(false)}
      />
    );
  }
  if (!open) {
    const checkFooter = (
      <>
        <button className="btn big" type="button" onClick={() => setRecovering(true)}>
          Check my ballot with the recovery code
        </button>
        <p>This device computes your receipt from it and looks for it in the published list.</p>
      </>
    );
    return (
      <StopScreen heading={heading} title="This cycle is closed." footer={checkFooter}>
        <p className="lede">
          {closedSentence(manifest, momentNow(opening.cycle))} No ballot can be collected or changed any more, and it
          never reopens.
        </p>
        <p className="explain">
          <a href={`/verify/${manifest.cycle.name}`}>Public page of this cycle</a>: counts, fingerprint and every
          receipt.
        </p>
      </StopScreen>
    );
  }
  const footer = (
    <>
      <button className="btn primary big" type="button" onClick={() => setRecovering(true)}>
        I have a recovery code
      </button>
      <p>With it you can change or withdraw your ballot until {closingOf(manifest)}.</p>
    </>
  );
  if (opening.kind === "too-late") {
    return (
      <StopScreen heading={heading} title="Collecting is over." footer={footer}>
        <p className="lede">Ballots could be collected until {sealingOf(manifest)}, and this browser has none.</p>
        <p className="lede">If you collected yours elsewhere, open your link there: your answers are only there.</p>
      </StopScreen>
    );
  }
  return opening.kind === "invited" ? (
    <StopScreen heading={heading} title="A ballot was collected in your name." footer={footer}>
      <p className="lede">
        It was collected on another device or in another browser. Go on there: the answers so far are only there.
      </p>
      <p className="lede">If that was not you, tell {manifest.company.contact}.</p>
    </StopScreen>
  ) : (
    <StopScreen heading={heading} title="Open your ballot from the invitation mail." footer={footer}>
      <p className="lede">
        This page has no ballot of yours. The link in your mail carries the right to collect one; after sealing, a
        recovery code does.
      </p>
    </StopScreen>
  );
}
