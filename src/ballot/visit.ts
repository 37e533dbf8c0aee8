import { fromBase64Url, toHex } from "@/domain/bytes";
import { issuerKeyId } from "@/domain/credential";
import { rosterRoot } from "@/domain/ledger";
import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import { type Window, windowAt } from "@/domain/windows";
import type { DeviceRecord, DeviceRecords } from "./device-record";
import { allMatch, cycleInPath, fingerprintOf, manifestIn, readFragment } from "./fingerprint";
import { deviceNameOf } from "./protocol";
import { ownSlices } from "./slices";
import { type RosterName, type Wire, WireError } from "./wire";

/** What is known about the cycle once its manifest has been read. */
export type CyclePage = {
  manifest: Manifest;
  manifestHash: string;
  phase: "open" | "closed" | "released";
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: number;
};

/** How a visit begins. Only "invited" and "returning" may answer, and only while the cycle is open. */
export type Opening =
  | { kind: "mismatch"; contact: string | null }
  | { kind: "bad-link" }
  | { kind: "unreachable" }
  | { kind: "visitor"; cycle: CyclePage }
  /** The second of two windows, and this device has no ballot: none can be collected any more. */
  | { kind: "too-late"; cycle: CyclePage }
  | { kind: "returning"; cycle: CyclePage; deviceName: string; record: DeviceRecord }
  | {
      kind: "invited";
      cycle: CyclePage;
      deviceName: string;
      record: DeviceRecord;
      group: RaterGroup;
      claimedElsewhere: boolean;
      roster: readonly RosterName[];
    };

type Address = { path: string; fragment: string };

const contactIn = (text: string, cycle: string): string | null => {
  try {
    return manifestIn(text, cycle).company.contact;
  } catch {
    return null;
  }
};

/** The groups of a manifest must name their own keys; anything else is not a manifest to trust. */
async function namesItsKeys(manifest: Manifest): Promise<boolean> {
  const ids = await Promise.all(manifest.groups.map(async (group) => issuerKeyId(fromBase64Url(group.issuerKey))));
  return ids.every((id, index) => toHex(id) === manifest.groups[index]?.issuerKeyId);
}

/** The roster shown must be the one that was announced; a long one is not sent, and is looked at elsewhere. */
async function isRosterOf(manifest: Manifest, group: RaterGroup, roster: readonly RosterName[]): Promise<boolean> {
  const announced = manifest.groups.find((candidate) => candidate.group === group);
  return roster.length === 0 || toHex(await rosterRoot(roster)) === announced?.rosterRoot;
}

/** The moment by the server's clock. */
export const momentNow = ({ ahead }: CyclePage): Date => new Date(Date.now() + ahead);

/** The window that the server is in at this moment. */
export const windowNow = (cycle: CyclePage): Window => windowAt(cycle.manifest.windows, momentNow(cycle));

/**
 * Opens the page: fetches the manifest with the invitation and without any, and lets nothing through unless both have the
 * fingerprint that the mail's link carried. A later visit without a fragment goes by the record on this device.
 */
export async function openVisit(wire: Wire, records: DeviceRecords, address: Address): Promise<Opening> {
  const cycle = cycleInPath(address.path);
  if (cycle === null) return { kind: "bad-link" };
  const fragment = address.fragment.replace(/^#/, "");
  const link = readFragment(fragment);
  if (fragment !== "" && !link) return { kind: "bad-link" };
  const found = await records.find(cycle, link ? await deviceNameOf(link.invitation) : undefined);
  const kept = found?.record;
  const invitation = link?.invitation ?? kept?.invitation;
  const expected = link?.manifestHash ?? kept?.manifestHash;
  try {
    const common = await wire.ballot.manifest({ cycle });
    const page = async (): Promise<CyclePage> => ({
      manifest: manifestIn(common.manifest, cycle),
      manifestHash: await fingerprintOf(common.manifest),
      phase: common.phase,
      ahead: Date.parse(common.at) - Date.now(),
    });
    const stop = (): Opening => ({ kind: "mismatch", contact: contactIn(common.manifest, cycle) });
    if (expected === undefined) return { kind: "visitor", cycle: await page() };
    if (kept && kept.manifestHash !== expected) return stop();
    if (!(await allMatch(expected, [common.manifest]))) return stop();
    const open = await page();
    if (!(await namesItsKeys(open.manifest))) return stop();
    if (found && (found.record.cast || found.record.pending)) return { kind: "returning", cycle: open, ...found };
    if (open.phase !== "open" || invitation === undefined) return { kind: "visitor", cycle: open };
    // The claim router is not asked once the credential is here, nor when it gives none any more: no reason to name the
    // person then, and in the second of two windows nobody is named at all.
    const { group } = kept ?? {};
    if (found && kept?.credential && group) {
      const { roster = [] } = kept;
      return { kind: "invited", cycle: open, ...found, group, claimedElsewhere: false, roster };
    }
    if (windowNow(open) === "casts") return { kind: "too-late", cycle: open };
    const mine = await wire.claim.manifest({ cycle, invitation });
    if (!(await allMatch(expected, [mine.manifest]))) return stop();
    if (!(await isRosterOf(open.manifest, mine.person.group, mine.roster))) return stop();
    const fresh: DeviceRecord = kept ?? {
      cycle,
      manifestHash: expected,
      invitation,
      group: mine.person.group,
      slices: ownSlices(open.manifest, mine.slices),
    };
    const record = { ...fresh, roster: mine.roster };
    const deviceName = await deviceNameOf(invitation);
    // A record that is there already may be another tab's by now: not written over.
    if (!kept) await records.save(deviceName, record);
    return {
      kind: "invited",
      cycle: open,
      deviceName,
      record,
      group: mine.person.group,
      claimedElsewhere: mine.claimed && !record.blinding,
      roster: mine.roster,
    };
  } catch (error) {
    if (error instanceof WireError && ["NOT_FOUND", "UNAUTHORIZED", "FORBIDDEN"].includes(error.code)) {
      return { kind: "bad-link" };
    }
    return { kind: "unreachable" };
  }
}
