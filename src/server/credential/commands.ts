import type { KeyObject } from "node:crypto";
import type { z } from "zod";
import type { claimInput } from "@/domain/ballot";
import { equalBytes, fromHex, sha256, toBase64Url } from "@/domain/bytes";
import { Refusal } from "@/domain/errors";
import { type RaterGroup, raterGroupSchema } from "@/domain/rater-group";
import { findPublicCycle, type PublicCycle } from "@/server/cycle/public-cycle";
import { lockCycleShared } from "@/server/db/cycle-lock";
import { withCompany } from "@/server/db/with-company";
import { invitationHash } from "@/server/invitation/token";
import { keyStore } from "@/server/keys/keys";
import { blindSign, readIssuerKey, UnsignableMessage } from "./issuer";

const signingKeys = new Map<string, KeyObject>();
const signingKeysLimit = 100;

async function getSigningKey(cycle: PublicCycle, group: RaterGroup): Promise<KeyObject> {
  const cacheKey = `${cycle.cycleId}/${group}`;
  const cached = signingKeys.get(cacheKey);
  if (cached) return cached;
  const pkcs8 = await keyStore().find(cycle, `issuer-${group}`);
  if (!pkcs8) throw new Refusal("too-late", "The keys of this cycle were destroyed.");
  const key = readIssuerKey(pkcs8);
  if (signingKeys.size >= signingKeysLimit) signingKeys.clear();
  signingKeys.set(cacheKey, key);
  return key;
}

type RosterRow = { id: string; group: string; claimed: boolean; blinded_message_hash: Uint8Array | null };

/**
 * Signs one blinded message for one invited person, once. The same message is answered again, another is refused;
 * signing happens before the claim is committed, so a failure leaves the person's right untouched.
 */
export async function claimCredential(
  input: z.output<typeof claimInput>,
  now: Date,
): Promise<{ blindSignature: string }> {
  const cycle = await findPublicCycle(input.cycle);
  if (!cycle) throw new Refusal("not-found", "There is no such ballot.");
  const blindedMessageHash = await sha256(input.blindedMessage);
  const tokenHash = invitationHash(input.invitation);
  return withCompany(cycle, async (tx) => {
    await lockCycleShared(tx, cycle);
    const state = await tx.cycle.findUniqueOrThrow({
      where: { companyId_id: { companyId: cycle.companyId, id: cycle.cycleId } },
      select: { phase: true, closesAt: true },
    });
    const [entry] = await tx.$queryRaw<RosterRow[]>`
      select id, "group", claimed, blinded_message_hash from roster_entry
      where company_id = ${cycle.companyId}::uuid and cycle_id = ${cycle.cycleId}::uuid and invitation_hash = ${tokenHash}
      for update`;
    if (!entry) throw new Refusal("not-found", "This invitation is not valid. Use the link in your latest mail.");
    if (state.phase !== "open" || state.closesAt <= now) throw new Refusal("too-late", "This cycle is closed.");
    const group = raterGroupSchema.parse(entry.group);
    const issuer = cycle.issuerKeys.find((candidate) => candidate.group === group);
    if (!issuer || !equalBytes(fromHex(issuer.keyIdHex), input.keyId)) {
      throw new Refusal("invalid", "This key is not the one of your group.", "keyId");
    }
    if (entry.claimed && !(entry.blinded_message_hash && equalBytes(entry.blinded_message_hash, blindedMessageHash))) {
      throw new Refusal("conflict", "A ballot was collected in your name already.");
    }
    const signature = sign(await getSigningKey(cycle, group), input.blindedMessage);
    if (!entry.claimed) {
      await tx.rosterEntry.update({
        where: { companyId_id: { companyId: cycle.companyId, id: entry.id } },
        data: { claimed: true, blindedMessageHash },
      });
    }
    return { blindSignature: toBase64Url(signature) };
  });
}

function sign(key: KeyObject, blindedMessage: Uint8Array): Buffer {
  try {
    return blindSign(key, blindedMessage);
  } catch (error) {
    if (error instanceof UnsignableMessage) {
      throw new Refusal("invalid", "The blinded message is not a valid one.", "blindedMessage");
    }
    throw error;
  }
}
