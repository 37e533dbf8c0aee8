import type { KeyObject } from "node:crypto";
import type { z } from "zod";
import type { claimInput } from "@/domain/ballot";
import { equalBytes, fromHex, sha256, toBase64Url } from "@/domain/bytes";
import { checkClaimWindow } from "@/domain/cycle";
import { Refusal } from "@/domain/errors";
import type { RaterGroup } from "@/domain/rater-group";
import { findPublicCycle, type PublicCycle } from "@/server/cycle/public-cycle";
import { markClaimed } from "@/server/db/claim-store";
import { invitationHash } from "@/server/invitation/token";
import { keyStore } from "@/server/keys/keys";
import { blindSign, isSignable, readIssuerKey } from "./issuer";

const signingKeys = new Map<string, KeyObject>();
/** A key that was destroyed, by whichever process, is gone from the memory of every process within this time. */
const keptMilliseconds = 600_000;

async function getSigningKey(cycle: PublicCycle, group: RaterGroup): Promise<KeyObject> {
  const cacheKey = `${cycle.cycleId}/${group}`;
  const cached = signingKeys.get(cacheKey);
  if (cached) return cached;
  const pkcs8 = await keyStore().find(cycle, `issuer-${group}`);
  if (!pkcs8) throw new Refusal("too-late", "The keys of this cycle were destroyed.");
  const key = readIssuerKey(pkcs8);
  signingKeys.set(cacheKey, key);
  setTimeout(() => signingKeys.delete(cacheKey), keptMilliseconds).unref();
  return key;
}

const refusals = {
  unknown: () => new Refusal("not-found", "This invitation is not valid. Use the link in your latest mail."),
  closed: () => new Refusal("too-late", "This cycle is closed."),
  foreign: () => new Refusal("invalid", "This key is not the one of your group.", "keyId"),
  conflict: () => new Refusal("conflict", "A ballot was collected in your name already."),
} as const;

/**
 * Signs one blinded message for one invited person, once; the same message is answered again, another is refused. Only
 * what can be signed is marked as claimed, and a failure after that is made good by asking again.
 */
export async function claimCredential(
  input: z.output<typeof claimInput>,
  now: Date,
): Promise<{ blindSignature: string }> {
  const cycle = await findPublicCycle(input.cycle);
  if (!cycle) throw new Refusal("not-found", "There is no such ballot.");
  checkClaimWindow(cycle.manifest.windows, now, cycle.manifest.clocks?.timeZone);
  const issuer = cycle.issuerKeys.find((candidate) => equalBytes(fromHex(candidate.keyIdHex), input.keyId));
  if (!issuer) throw refusals.foreign();
  if (!isSignable(issuer.key, input.blindedMessage)) {
    throw new Refusal("invalid", "The blinded message is not a valid one.", "blindedMessage");
  }
  const key = await getSigningKey(cycle, issuer.group);
  const status = await markClaimed(
    {
      companyId: cycle.companyId,
      cycleId: cycle.cycleId,
      invitationHash: invitationHash(input.invitation),
      group: issuer.group,
      blindedMessageHash: await sha256(input.blindedMessage),
    },
    now,
  );
  if (status !== "claimed") throw refusals[status]();
  return { blindSignature: toBase64Url(blindSign(key, input.blindedMessage)) };
}
