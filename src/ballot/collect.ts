import { fromBase64Url, fromHex, toBase64Url } from "@/domain/bytes";
import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import type { DeviceRecord } from "./device-record";
import { blind, finalize } from "./protocol";
import type { Wire } from "./wire";

/**
 * Collects the credential of one invitation. The blinding state is saved before anything is sent, so that a lost answer, a
 * reload or a second tap asks for the same signature again. Throws WireError CONFLICT if another device was first.
 */
export async function collect(
  wire: Wire,
  record: DeviceRecord,
  manifest: Manifest,
  group: RaterGroup,
  save: (record: DeviceRecord) => Promise<void>,
): Promise<DeviceRecord> {
  if (record.credential) return record;
  const issuer = manifest.groups.find((candidate) => candidate.group === group);
  if (!issuer || record.invitation === undefined) throw new Error("This ballot has no issuer key for its group.");
  let blinded = record;
  if (!blinded.blinding) {
    blinded = { ...record, group, blinding: await blind(fromBase64Url(issuer.issuerKey), fromHex(issuer.issuerKeyId)) };
    await save(blinded);
  }
  const { blinding } = blinded;
  if (!blinding) throw new Error("The blinding state is missing.");
  const { blindSignature } = await wire.claim.claim({
    cycle: record.cycle,
    invitation: record.invitation,
    keyId: toBase64Url(blinding.state.keyId),
    blindedMessage: toBase64Url(blinding.blindedMessage),
  });
  const collected = { ...blinded, credential: await finalize(blinding.state, fromBase64Url(blindSignature)) };
  await save(collected);
  return collected;
}
