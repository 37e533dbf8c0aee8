import { z } from "zod";
import { type BallotAnswers, ballotAnswersSchema } from "./answers";
import { type Bytes, fromBase64Url } from "./bytes";
import { messagePrefixLength, signatureLength } from "./credential";
import { envelopeLength, MalformedBallot, paddedLength } from "./envelope";

export {
  associatedData,
  castMessage,
  encapsulatedKeyLength,
  hpkeInfo,
  leafOf,
  nullifierOf,
  withdrawMessage,
} from "./envelope";

/** Reads what padChecked made; throws MalformedBallot for what holds no ballot. What a rater seals for themself need not be canonical. */
export function unpadAnswers(padded: Uint8Array): BallotAnswers {
  if (padded.length !== paddedLength) throw new MalformedBallot("wrong length");
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (length + 4 > paddedLength) throw new MalformedBallot("wrong length");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(padded.subarray(4, 4 + length));
    return ballotAnswersSchema.parse(JSON.parse(text));
  } catch {
    throw new MalformedBallot("not a ballot");
  }
}

const bytesOf = (length: number) =>
  z
    .string()
    .length(Math.ceil((length * 8) / 6))
    .transform((text, context): Bytes => {
      try {
        const bytes = fromBase64Url(text);
        if (bytes.length === length) return bytes;
      } catch {}
      context.addIssue({ code: "custom", message: `must be ${length} bytes in base64url` });
      return z.NEVER;
    });

/** A cycle's public name: company slug and quarter, for example norrvik-2026-q2. */
export const cycleNameSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?-\d{4}-q[1-4]$/);

/** What a browser sends to claim its credential (claim router). */
export const claimInput = z.strictObject({
  cycle: cycleNameSchema,
  invitation: z.string().min(20).max(100),
  keyId: bytesOf(32),
  blindedMessage: bytesOf(signatureLength),
});

const castVersion = z.number().int().min(1).max(1_000_000);

/** What a browser sends to cast or revise a ballot. A first cast carries the credential; a revision is proved by the ballot key alone. */
export const castInput = z.strictObject({
  cycle: cycleNameSchema,
  keyId: bytesOf(32),
  ballotPublicKey: bytesOf(32),
  credential: z
    .strictObject({ messagePrefix: bytesOf(messagePrefixLength), signature: bytesOf(signatureLength) })
    .optional(),
  version: castVersion,
  envelope: bytesOf(envelopeLength),
  signature: bytesOf(64),
});

/** What a browser sends to take its ballot back. */
export const withdrawInput = z.strictObject({
  cycle: cycleNameSchema,
  keyId: bytesOf(32),
  ballotPublicKey: bytesOf(32),
  version: castVersion,
  signature: bytesOf(64),
});

/** What a browser sends to learn at which version its ballot stands. */
export const ballotStateInput = z.strictObject({ cycle: cycleNameSchema, nullifier: bytesOf(32) });
