import type { BallotAnswers } from "@/domain/answers";
import { type Bytes, concat, equalBytes, fromBase64Url, sha256, toBase64Url } from "@/domain/bytes";
import { credentialMessage, issuerKeyBits, issuerKeyId, messagePrefixLength } from "@/domain/credential";
import {
  associatedData,
  castMessage,
  envelopeLength,
  hpkeInfo,
  leafOf,
  nullifierOf,
  padChecked,
  withdrawMessage,
} from "@/domain/envelope";
import { type BallotKey, ballotKeyOf, newBallotSeed } from "./ballot-key";
import { loadPrimitives } from "./load-primitives";
import type { CastRequest, WithdrawRequest } from "./wire";

/** Everything the browser must keep between blinding and finalizing. Secret: it links the claim to the ballot. */
export type BlindingState = { spki: Bytes; keyId: Bytes; seed: Bytes; preparedMessage: Bytes; inverse: Bytes };

/** The blind-signed right to cast one ballot, in the form the cast carries it. */
export type Credential = { messagePrefix: Bytes; signature: Bytes };

/** A sealed ballot, ready to be sent any number of times. */
export type SealedBallot = {
  keyId: Bytes;
  ballotPublicKey: Bytes;
  version: number;
  envelope: Bytes;
  signature: Bytes;
  leaf: Bytes;
};

/** The issuer's key is not the one the manifest names, or not of the one kind allowed. Never retried under another key. */
export class UntrustedIssuer extends Error {}

const blindSignature = async () => (await loadPrimitives()).RSABSSA.SHA384.PSS.Randomized();
const envelopes = async () => {
  const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await loadPrimitives();
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
};
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** The pinned issuer key: its SHA-256 is keyId, RSA with an odd modulus of exactly 3072 bits and e = 65537. Throws UntrustedIssuer. */
export async function pinnedIssuerKey(spki: Bytes, keyId: Bytes): Promise<CryptoKey> {
  if (!equalBytes(await issuerKeyId(spki), keyId))
    throw new UntrustedIssuer("The key is not the one that was announced.");
  const key = await crypto.subtle
    .importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"])
    .catch(() => {
      throw new UntrustedIssuer("The key is not an RSA key.");
    });
  const { n = "", e } = await crypto.subtle.exportKey("jwk", key);
  const modulus = fromBase64Url(n);
  const sized = modulus.length === issuerKeyBits / 8 && (modulus[0] ?? 0) >= 0x80;
  const odd = ((modulus.at(-1) ?? 0) & 1) === 1;
  if (!sized || !odd || e !== "AQAB") throw new UntrustedIssuer("The key is not RSA 3072 with e = 65537.");
  return key;
}

/** Makes a fresh ballot key and blinds its credential message. Save the state before the blinded message leaves the device. */
export async function blind(spki: Bytes, keyId: Bytes): Promise<{ state: BlindingState; blindedMessage: Bytes }> {
  const issuer = await pinnedIssuerKey(spki, keyId);
  const ballotKey = await ballotKeyOf(newBallotSeed());
  const suite = await blindSignature();
  const preparedMessage = own(suite.prepare(credentialMessage(keyId, ballotKey.publicKey)));
  const { blindedMsg, inv } = await suite.blind(issuer, preparedMessage);
  return {
    state: { spki, keyId, seed: ballotKey.seed, preparedMessage, inverse: own(inv) },
    blindedMessage: own(blindedMsg),
  };
}

/** Unblinds and verifies the issuer's signature under the pinned key. Throws UntrustedIssuer if it does not verify. */
export async function finalize(state: BlindingState, signed: Bytes): Promise<Credential> {
  const issuer = await pinnedIssuerKey(state.spki, state.keyId);
  const suite = await blindSignature();
  try {
    const signature = await suite.finalize(issuer, state.preparedMessage, signed, state.inverse);
    return { messagePrefix: state.preparedMessage.slice(0, messagePrefixLength), signature: own(signature) };
  } catch {
    throw new UntrustedIssuer("The signature does not belong to the announced key.");
  }
}

/** Seals answers to the manifest's tally key and signs the envelope with the ballot key. Version 1 is the first cast. */
export async function seal(
  answers: BallotAnswers,
  manifest: { tallyKey: string },
  keyId: Bytes,
  ballotKey: BallotKey,
  version: number,
): Promise<SealedBallot> {
  const nullifier = await nullifierOf(ballotKey.publicKey, keyId);
  const suite = await envelopes();
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(manifest.tallyKey));
  const sealed = await suite.seal(
    { recipientPublicKey, info: hpkeInfo },
    padChecked(answers),
    associatedData(keyId, nullifier, version),
  );
  const envelope = concat(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct));
  if (envelope.length !== envelopeLength) throw new RangeError("a sealed ballot always has the same length");
  return {
    keyId,
    ballotPublicKey: ballotKey.publicKey,
    version,
    envelope,
    signature: await ballotKey.sign(await castMessage(keyId, nullifier, version, envelope)),
    leaf: await leafOf(nullifier, version, envelope),
  };
}

/** What goes over the wire. The first cast carries the credential; a revision does not. */
export const castInputOf = (cycle: string, ballot: SealedBallot, credential?: Credential): CastRequest => ({
  cycle,
  keyId: toBase64Url(ballot.keyId),
  ballotPublicKey: toBase64Url(ballot.ballotPublicKey),
  version: ballot.version,
  envelope: toBase64Url(ballot.envelope),
  signature: toBase64Url(ballot.signature),
  ...(credential && {
    credential: {
      messagePrefix: toBase64Url(credential.messagePrefix),
      signature: toBase64Url(credential.signature),
    },
  }),
});

/** Seals new answers as the next version of a ballot that was cast before; the seed alone proves the right to do so. */
export async function revise(
  answers: BallotAnswers,
  manifest: { tallyKey: string },
  ballot: { seed: Bytes; keyId: Bytes; version: number },
): Promise<SealedBallot> {
  return seal(answers, manifest, ballot.keyId, await ballotKeyOf(ballot.seed), ballot.version + 1);
}

/** Takes a cast ballot back: signed like a cast, as the next version. */
export async function withdraw(
  cycle: string,
  ballot: { seed: Bytes; keyId: Bytes; version: number },
): Promise<WithdrawRequest> {
  const key = await ballotKeyOf(ballot.seed);
  const version = ballot.version + 1;
  const nullifier = await nullifierOf(key.publicKey, ballot.keyId);
  return {
    cycle,
    keyId: toBase64Url(ballot.keyId),
    ballotPublicKey: toBase64Url(key.publicKey),
    version,
    signature: toBase64Url(await key.sign(withdrawMessage(ballot.keyId, nullifier, version))),
  };
}

/** Which of the cycle's issuer keys a recovered seed belongs to is not in the code: these are the names to ask for. */
export async function candidateNullifiers(seed: Bytes, keyIds: Bytes[]): Promise<{ keyId: Bytes; nullifier: Bytes }[]> {
  const { publicKey } = await ballotKeyOf(seed);
  return Promise.all(keyIds.map(async (keyId) => ({ keyId, nullifier: await nullifierOf(publicKey, keyId) })));
}

/** A name for this invitation on this device only; not the hash the server keeps. */
export const deviceNameOf = async (invitation: string): Promise<string> =>
  toBase64Url(await sha256(new TextEncoder().encode(`tandem/v1 device ${invitation}`)));
