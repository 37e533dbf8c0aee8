import { createHash, createHmac } from "node:crypto";

/**
 * A person's invitation token: HMAC-SHA256 of their roster entry under the cycle's invitation key. Always the same for
 * one person and cycle, so that a reminder carries the same link; never stored, the database holds its hash only.
 */
export const invitationToken = (invitationKey: Uint8Array, rosterEntryId: string): string =>
  createHmac("sha256", invitationKey).update(`tandem/invitation/1|${rosterEntryId}`).digest("base64url");

export const invitationHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());
