import { type Ledger, ledgerIsWhole } from "@/domain/ledger";

export type ReceiptCheck =
  /** The receipt is in the list, and the list is the published one. */
  | { kind: "found" }
  | { kind: "not-found" }
  /** The list does not give the published root: it was changed after it was published. */
  | { kind: "wrong-list" }
  /** Typed where a receipt belongs, but made to stay secret: it is checked where nothing else runs. */
  | { kind: "recovery-code" }
  | { kind: "not-a-receipt"; length: number };

/** A receipt as typed or pasted: spaces, hyphens, line breaks and capital letters do not matter. */
const tidyReceipt = (typed: string): string => typed.replaceAll(/[\s\-–·]/g, "").toLowerCase();

/**
 * Looks for a receipt (64 hexadecimal characters) in a ledger after recomputing the ledger's root from its leaves and
 * comparing it with the published one.
 */
export async function checkReceipt(typed: string, ledger: Ledger, publishedRoot: string): Promise<ReceiptCheck> {
  const receipt = tidyReceipt(typed);
  if (/^[0-9a-z]{56}$/.test(receipt)) return { kind: "recovery-code" };
  if (!/^[0-9a-f]{64}$/.test(receipt)) return { kind: "not-a-receipt", length: receipt.length };
  if (ledger.root !== publishedRoot || !(await ledgerIsWhole(ledger))) return { kind: "wrong-list" };
  return { kind: ledger.leaves.includes(receipt) ? "found" : "not-found" };
}
