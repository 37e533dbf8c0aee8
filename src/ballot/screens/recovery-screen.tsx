import { useId, useState } from "preact/hooks";
import type { FormEvent } from "react";
import type { Bytes } from "@/domain/bytes";
import type { Manifest } from "@/domain/manifest";
import { parseRecoveryCode, recoveryCodeSentence } from "@/domain/recovery-code";
import { Frame } from "./frame";
import { Icon } from "./icon";

type Props = {
  manifest: Manifest;
  heading: string;
  words: string[];
  /** After closing a code checks its ballot; before, it changes it. */
  open: boolean;
  onSeed: (seed: Bytes) => Promise<"found" | "unknown" | "unreachable">;
  onBack: () => void;
};

/** A recovery code, typed on any device. The code itself is never sent. */
export function RecoveryScreen({ manifest, heading, words, open, onSeed, onBack }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const parsed = await parseRecoveryCode(typed);
    if (parsed.kind === "problem") setError(recoveryCodeSentence(parsed.problem));
    else {
      const result = await onSeed(parsed.seed);
      if (result === "unknown")
        setError(
          open
            ? "No ballot of this cycle belongs to this code. Is it the code of another quarter?"
            : "No ballot is stored under this code. It belongs to another quarter, or the ballots were destroyed: then only the receipt can be checked, on the public page.",
        );
      if (result === "unreachable") setError("The server did not answer. The code is right; try again.");
    }
    setBusy(false);
  };
  const footer = (
    <>
      <div className="row">
        <button className="btn big" type="button" onClick={onBack} aria-label="Back">
          <Icon name="back" />
        </button>
        <button className="btn primary big" type="submit" form={`${id}-form`} disabled={busy}>
          {busy ? "Looking…" : "Find my ballot"}
        </button>
      </div>
      <p>The code stays in this browser. Only the name of the ballot is asked for, never yours.</p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <h1 tabIndex={-1}>Your recovery code</h1>
      <p className="lede">14 groups of four. Capital or small letters, with or without spaces.</p>
      <form id={`${id}-form`} className="question" onSubmit={submit} noValidate>
        <label htmlFor={id}>Recovery code</label>
        <textarea
          id={id}
          className="code-box"
          rows={4}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          aria-invalid={error !== null}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setError(null);
          }}
        />
        {error && (
          <p className="failure" role="alert" id={`${id}-error`}>
            {error}
          </p>
        )}
      </form>
      {open && (
        <div className="fingerprint">
          <div>
            Compare these words with your invitation mail before you answer. If they differ, stop and tell{" "}
            {manifest.company.contact}:
            <span className="mono">
              {words.slice(0, 4).join(" ")} · {words.slice(4).join(" ")}
            </span>
          </div>
        </div>
      )}
    </Frame>
  );
}
