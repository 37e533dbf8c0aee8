import type { CycleAddress } from "./ballot-store";
import { appClient } from "./client";

/** claimed · closed: not open now · unknown: no such invitation · foreign: another group's key · conflict: claimed before with another message. */
export type ClaimStatus = "claimed" | "closed" | "unknown" | "foreign" | "conflict";

export type Claim = CycleAddress & {
  invitationHash: Uint8Array<ArrayBuffer>;
  /** The rater group whose issuer key is asked to sign. */
  group: string;
  blindedMessageHash: Uint8Array<ArrayBuffer>;
};

/** Marks one roster entry as claimed in one indivisible step; the same message again is claimed and changes nothing. */
export async function markClaimed(claim: Claim, now: Date): Promise<ClaimStatus> {
  const { companyId, cycleId, invitationHash, group, blindedMessageHash } = claim;
  const rows = await appClient().$queryRaw<{ status: ClaimStatus }[]>`
    select claim_credential(${companyId}::uuid, ${cycleId}::uuid, ${invitationHash}, ${group}, ${blindedMessageHash},
                            ${now}::timestamptz at time zone 'UTC') as status`;
  const status = rows[0]?.status;
  if (!status) throw new Error("the database gave no answer");
  return status;
}
