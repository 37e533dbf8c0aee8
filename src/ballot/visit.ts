import { fromBase64Url, toHex } from "@/domain/bytes";
import { issuerKeyId } from "@/domain/credential";
import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import type { DeviceRecord, DeviceRecords } from "./device-record";
import { allMatch, cycleInPath, fingerprintOf, manifestIn, readFragment } from "./fingerprint";
import { deviceNameOf } from "./protocol";
import { type RosterName, type Wire, WireError } from "./wire";

/** What is known about the cycle once its manifest has been read. */
export type CyclePage = { manifest: Manifest; manifestHash: string; phase: "open" | "closed" | "released" };

/** How a visit begins. Only "invited" and "returning" may answer, and only while the cycle is open. */
export type Opening =
  | { kind: "mismatch"; contact: string | null }
  | { kind: "bad-link" }
  | { kind: "not-invited"; cycle: CyclePage }
  | { kind: "unreachable" }
  | { kind: "visitor"; cycle: CyclePage }
  | { kind: "returning"; cycle: CyclePage; deviceName: string; record: DeviceRecord }
  | {
      kind: "invited";
      cycle: CyclePage;
      deviceName: string;
      record: DeviceRecord;
      group: RaterGroup;
      claimedElsewhere: boolean;
      roster: RosterName[];
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
    });
    const stop = (): Opening => ({ kind: "mismatch", contact: contactIn(common.manifest, cycle) });
    if (expected === undefined) return { kind: "visitor", cycle: await page() };
    if (kept && kept.manifestHash !== expected) return stop();
    if (!(await allMatch(expected, [common.manifest]))) return stop();
    const open = await page();
    if (!(await namesItsKeys(open.manifest))) return stop();
    // The claim router is not asked once the ballot is cast or the cycle is closed: no reason to name the person then.
    if (found && (found.record.cast || found.record.pending)) return { kind: "returning", cycle: open, ...found };
    if (open.phase !== "open" || invitation === undefined) return { kind: "visitor", cycle: open };
    const mine = await wire.claim.manifest({ cycle, invitation });
    if (!(await allMatch(expected, [mine.manifest]))) return stop();
    const record: DeviceRecord = kept ?? { cycle, manifestHash: expected, invitation, group: mine.person.group };
    const deviceName = await deviceNameOf(invitation);
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
