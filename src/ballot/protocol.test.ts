import { constants, generateKeyPairSync, type KeyObject, privateDecrypt, verify } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { beforeAll, expect, test } from "vitest";
import type { BallotAnswers } from "@/domain/answers";
import { castInput, unpadAnswers, withdrawInput } from "@/domain/ballot";
import { type Bytes, concat, toBase64Url } from "@/domain/bytes";
import { credentialMessage, issuerKeyId } from "@/domain/credential";
import {
  associatedData,
  castMessage,
  encapsulatedKeyLength,
  hpkeInfo,
  leafOf,
  nullifierOf,
  withdrawMessage,
} from "@/domain/envelope";
import { ballotKeyOf, newBallotSeed, portableBallotKey } from "./ballot-key";
import {
  blind,
  candidateNullifiers,
  castInputOf,
  finalize,
  pinnedIssuerKey,
  revise,
  seal,
  UntrustedIssuer,
  withdraw,
} from "./protocol";

type Issuer = { spki: Bytes; keyId: Bytes; sign: (blinded: Bytes) => Bytes };

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
let issuer: Issuer;
let tally: { privateKey: CryptoKey; manifest: { tallyKey: string } };

const spkiOf = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: "spki", format: "der" }));

async function newIssuer(modulusLength = 3072, publicExponent = 65537): Promise<Issuer> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength, publicExponent });
  const spki = spkiOf(publicKey);
  const sign = (blinded: Bytes) =>
    new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded));
  return { spki, keyId: await issuerKeyId(spki), sign };
}

const answers: BallotAnswers = {
  format: "tandem/ballot/1",
  seats: ["cto"],
  items: { cto_vision: 4, cto_culture: null },
  activities: { wdw_culture: "both", wdw_next: null },
  comments: { cto: { start: "Explain the why – “früher”." }, vpe: {} },
};

async function opened(envelope: Bytes, aad: Bytes): Promise<BallotAnswers> {
  const plain = await suite.open(
    { recipientKey: tally.privateKey, enc: envelope.slice(0, encapsulatedKeyLength), info: hpkeInfo },
    envelope.slice(encapsulatedKeyLength),
    aad,
  );
  return unpadAnswers(new Uint8Array(plain));
}

/** Checks an Ed25519 signature with OpenSSL, not with the code under test. */
async function signedBy(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const key = { kty: "OKP", crv: "Ed25519", x: toBase64Url(publicKey) };
  return verify(null, message, { key, format: "jwk" }, signature);
}

beforeAll(async () => {
  issuer = await newIssuer();
  const pair = await suite.kem.generateKeyPair();
  const raw = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  tally = { privateKey: pair.privateKey, manifest: { tallyKey: toBase64Url(raw) } };
});

test("a credential signed blindly by OpenSSL verifies under the issuer's key over the ballot key", async () => {
  const { state, blindedMessage } = await blind(issuer.spki, issuer.keyId);
  const credential = await finalize(state, issuer.sign(blindedMessage));
  const key = await ballotKeyOf(state.seed);
  const message = concat(credential.messagePrefix, credentialMessage(issuer.keyId, key.publicKey));
  const issuerKey = await pinnedIssuerKey(issuer.spki, issuer.keyId);
  const algorithm = { name: "RSA-PSS", saltLength: 48 };
  expect(await crypto.subtle.verify(algorithm, issuerKey, credential.signature, message)).toBe(true);
});

test("two credentials of one person share nothing that was sent", async () => {
  const [first, second] = [await blind(issuer.spki, issuer.keyId), await blind(issuer.spki, issuer.keyId)];
  expect(first.blindedMessage).not.toEqual(second.blindedMessage);
  expect(first.state.seed).not.toEqual(second.state.seed);
});

test("the same saved state finalizes the same answer again, so a lost reply costs nothing", async () => {
  const { state, blindedMessage } = await blind(issuer.spki, issuer.keyId);
  const signed = issuer.sign(blindedMessage);
  expect(await finalize(state, signed)).toEqual(await finalize(state, signed));
});

test("a signature by another key, or with one bit changed, is refused", async () => {
  const { state, blindedMessage } = await blind(issuer.spki, issuer.keyId);
  const signed = issuer.sign(blindedMessage);
  const changed = signed.slice();
  changed[100] = (changed[100] ?? 0) ^ 1;
  await expect(finalize(state, changed)).rejects.toThrow(UntrustedIssuer);
  await expect(finalize(state, signed.slice(1))).rejects.toThrow(UntrustedIssuer);
  const stranger = await newIssuer();
  const foreign = await blind(stranger.spki, stranger.keyId);
  await expect(finalize(state, stranger.sign(foreign.blindedMessage))).rejects.toThrow(UntrustedIssuer);
});

test("a key other than the announced one never gets a blinded message", async () => {
  const stranger = await newIssuer();
  await expect(blind(stranger.spki, issuer.keyId)).rejects.toThrow(UntrustedIssuer);
});

test.each([
  ["2048 bits", 2048, 65537],
  ["4096 bits", 4096, 65537],
  ["3080 bits", 3080, 65537],
  ["exponent 3", 3072, 3],
])("an issuer key with %s is refused even if the manifest names it", async (_, bits, exponent) => {
  const odd = await newIssuer(bits, exponent);
  await expect(blind(odd.spki, odd.keyId)).rejects.toThrow(UntrustedIssuer);
});

test("an elliptic curve key or an even modulus is not an issuer key", async () => {
  const curve = spkiOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey);
  await expect(pinnedIssuerKey(curve, await issuerKeyId(curve))).rejects.toThrow(UntrustedIssuer);
  const even = issuer.spki.slice();
  const lastOfModulus = even.length - 6;
  even[lastOfModulus] = (even[lastOfModulus] ?? 0) & 0xfe;
  await expect(pinnedIssuerKey(even, await issuerKeyId(even))).rejects.toThrow(UntrustedIssuer);
});

test("a sealed ballot passes the law's schema, its signature verifies and the tally key opens it", async () => {
  const { state, blindedMessage } = await blind(issuer.spki, issuer.keyId);
  const credential = await finalize(state, issuer.sign(blindedMessage));
  const key = await ballotKeyOf(state.seed);
  const ballot = await seal(answers, tally.manifest, issuer.keyId, key, 1);
  const cast = castInput.parse(castInputOf("norrvik-2026-q2", ballot, credential));
  const nullifier = await nullifierOf(key.publicKey, issuer.keyId);
  const message = await castMessage(issuer.keyId, nullifier, 1, cast.envelope);
  expect(await signedBy(cast.ballotPublicKey, message, cast.signature)).toBe(true);
  expect(ballot.leaf).toEqual(await leafOf(nullifier, 1, cast.envelope));
  expect(await opened(cast.envelope, associatedData(issuer.keyId, nullifier, 1))).toEqual(answers);
});

test("an envelope copied to another ballot or another version does not open", async () => {
  const [mine, other] = [await ballotKeyOf(newBallotSeed()), await ballotKeyOf(newBallotSeed())];
  const ballot = await seal(answers, tally.manifest, issuer.keyId, mine, 1);
  const nullifier = await nullifierOf(mine.publicKey, issuer.keyId);
  const foreign = await nullifierOf(other.publicKey, issuer.keyId);
  await expect(opened(ballot.envelope, associatedData(issuer.keyId, foreign, 1))).rejects.toThrow();
  await expect(opened(ballot.envelope, associatedData(issuer.keyId, nullifier, 2))).rejects.toThrow();
});

test("every sealed ballot has the same length, whatever it says", async () => {
  const key = await ballotKeyOf(newBallotSeed());
  const long = "x".repeat(600);
  const full = { ...answers, comments: { cto: { start: long, stop: long }, vpe: { continue: long } } };
  const empty = { ...answers, items: {}, activities: {}, comments: { cto: {}, vpe: {} } };
  const lengths = await Promise.all(
    [full, empty].map(async (said) => (await seal(said, tally.manifest, issuer.keyId, key, 1)).envelope.length),
  );
  expect(new Set(lengths).size).toBe(1);
});

test("a revision needs the seed alone, carries the next version and no credential", async () => {
  const seed = newBallotSeed();
  const ballot = await revise(answers, tally.manifest, { seed, keyId: issuer.keyId, version: 3 });
  const cast = castInput.parse(castInputOf("norrvik-2026-q2", ballot));
  expect(cast.version).toBe(4);
  expect(cast.credential).toBeUndefined();
  expect(cast.ballotPublicKey).toEqual((await ballotKeyOf(seed)).publicKey);
});

test("a withdrawal is signed as the next version and names no one", async () => {
  const seed = newBallotSeed();
  const request = withdrawInput.parse(await withdraw("norrvik-2026-q2", { seed, keyId: issuer.keyId, version: 1 }));
  const nullifier = await nullifierOf(request.ballotPublicKey, issuer.keyId);
  const message = withdrawMessage(issuer.keyId, nullifier, 2);
  expect(request.version).toBe(2);
  expect(await signedBy(request.ballotPublicKey, message, request.signature)).toBe(true);
});

test("a recovered seed is asked for under every issuer key of the cycle", async () => {
  const seed = newBallotSeed();
  const { publicKey } = await ballotKeyOf(seed);
  const [candidate] = await candidateNullifiers(seed, [issuer.keyId]);
  expect(candidate?.nullifier).toEqual(await nullifierOf(publicKey, issuer.keyId));
});

test("the portable Ed25519 key is the platform's key", async () => {
  const seed = newBallotSeed();
  const [platform, portable] = [await ballotKeyOf(seed), await portableBallotKey(seed)];
  const message = new Uint8Array([1, 2, 3]);
  expect(portable.publicKey).toEqual(platform.publicKey);
  expect(await portable.sign(message)).toEqual(await platform.sign(message));
});
