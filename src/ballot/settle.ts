import { ledgerIsWhole } from "@/domain/ledger";
import { refreshed } from "./cast";
import type { DeviceRecord } from "./device-record";
import type { Wire } from "./wire";

/** What became of a sealed ballot that was still on its way when its cycle closed, and what this device holds of it then. */
export type Settled = {
  /** counted: it had arrived. earlier: the version before it counts. missed: no ballot of this device does. */
  kind: "counted" | "earlier" | "missed";
  record: DeviceRecord;
};

/**
 * Looks a ballot that waits here up in the published list of a closed cycle, because the answer to an earlier try may have
 * been lost. Null while there is no list that gives its root. The list is asked for whole: nobody learns what is looked for.
 */
export async function settle(wire: Wire, { pending, ...rest }: DeviceRecord): Promise<Settled | null> {
  const ledger = await wire.ledger(rest.cycle);
  if (!pending || !ledger || !(await ledgerIsWhole(ledger))) return null;
  const isListed = (leaf: string | null) => leaf !== null && ledger.leaves.includes(leaf);
  if (isListed(pending.cast.leaf)) return { kind: "counted", record: { ...rest, cast: pending.cast } };
  const { cast, ...without } = rest;
  const earlier = cast && (isListed(cast.leaf) ? cast : await refreshed(wire, rest.cycle, cast));
  return earlier && !earlier.withdrawn
    ? { kind: "earlier", record: { ...without, cast: earlier } }
    : { kind: "missed", record: without };
}
