"use client";

import { type FormEvent, useState } from "react";
import type { Ledger } from "@/domain/ledger";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { checkReceipt, type ReceiptCheck } from "./receipt-check";

type State = { kind: "idle" | "checking" | "no-list" } | ReceiptCheck;

/** Looks for a receipt in the whole list, on this device. What is typed here is sent nowhere. */
export function CheckReceipt({ cycle, root, contact }: { cycle: string; root: string; contact: string }) {
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<State>({ kind: "idle" });
  const check = async (event: FormEvent) => {
    event.preventDefault();
    setState({ kind: "checking" });
    try {
      // The whole list is fetched, so that nobody learns which receipt is looked for.
      const response = await fetch(`/verify/${cycle}/ledger.json`, { credentials: "omit" });
      if (!response.ok) throw new Error("no list");
      setState(await checkReceipt(typed, (await response.json()) as Ledger, root));
    } catch {
      setState({ kind: "no-list" });
    }
  };
  return (
    <form noValidate className="grid gap-3" onSubmit={check}>
      <TextInput
        id="receipt"
        label="Your receipt"
        hint="64 characters, from the last page of your ballot. It is compared on this device; nothing is sent."
        className="font-mono"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setState({ kind: "idle" });
        }}
        error={
          state.kind === "not-a-receipt"
            ? `A receipt has 64 characters, 0–9 and a–f. This has ${state.length}, or holds other characters.`
            : undefined
        }
      />
      <div>
        <Button type="submit" variant="primary" disabled={state.kind === "checking" || typed.trim() === ""}>
          {state.kind === "checking" ? "Checking…" : "Check my receipt"}
        </Button>
      </div>
      <p className="text-ink-2">
        Only the recovery code at hand? <a href={`/ballot/${cycle}`}>Check your ballot with it</a>.
      </p>
      <noscript>
        <p className="text-ink-2">Without JavaScript: use your browser’s search on the list below.</p>
      </noscript>
      <div role="status">
        {state.kind === "found" ? (
          <Notice title="Your ballot is in the list. It was counted unchanged.">
            <p>The root of the list, recomputed on this device, is the published one.</p>
          </Notice>
        ) : null}
        {state.kind === "recovery-code" ? (
          <Notice title="This is a recovery code, not a receipt.">
            <p>
              Keep it to yourself. <a href={`/ballot/${cycle}`}>The ballot page</a> computes the receipt from it, with
              no other code around.
            </p>
          </Notice>
        ) : null}
        {state.kind === "not-found" ? (
          <Notice tone="caution" title="Not in this list.">
            <p>
              Check the code; if it is right, this is evidence of a fault: <b>{contact}</b>. If you changed your ballot,
              only the newest receipt is in the list; if you withdrew it, none is.
            </p>
          </Notice>
        ) : null}
        {state.kind === "wrong-list" ? (
          <Notice tone="error" title="This list is not the one that was published.">
            <p>
              Its root, recomputed on this device, differs from the published one. Save this page and tell{" "}
              <b>{contact}</b>.
            </p>
          </Notice>
        ) : null}
        {state.kind === "no-list" ? <Notice tone="caution" title="The list did not load. Try again." /> : null}
      </div>
    </form>
  );
}
