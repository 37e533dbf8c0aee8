import { type Bytes, concat, fromBase64Url, fromHex } from "@/domain/bytes";
import { PrimitivesMissing } from "./load-primitives";

/** A ballot's own Ed25519 key pair. The seed (32 bytes) is the whole secret: whoever has it can revise or withdraw the ballot. */
export type BallotKey = { seed: Bytes; publicKey: Bytes; sign: (message: Uint8Array) => Promise<Bytes> };

const seedLength = 32;

/** PKCS #8 in front of an Ed25519 seed (RFC 8410). */
const pkcs8Prefix = fromHex("302e020100300506032b657004220420");

async function platformKey(seed: Bytes): Promise<BallotKey> {
  const pkcs8 = concat(pkcs8Prefix, seed);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  if (x === undefined) throw new Error("The platform did not give the public key.");
  return {
    seed,
    publicKey: fromBase64Url(x),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, message as Bytes)),
  };
}

const loadPortable = () =>
  import("./portable-ed25519").catch(() => {
    throw new PrimitivesMissing("The signing code did not load.");
  });

/** The same key by @noble/ed25519, for browsers whose WebCrypto has no Ed25519. */
export async function portableBallotKey(seed: Bytes): Promise<BallotKey> {
  const { getPublicKeyAsync, signAsync } = await loadPortable();
  const publicKey = await getPublicKeyAsync(seed);
  return {
    seed,
    publicKey: new Uint8Array(publicKey),
    sign: async (message) => new Uint8Array(await signAsync(message, seed)),
  };
}

export async function ballotKeyOf(seed: Bytes): Promise<BallotKey> {
  if (seed.length !== seedLength) throw new RangeError("a ballot seed has 32 bytes");
  try {
    return await platformKey(seed);
  } catch {
    return portableBallotKey(seed);
  }
}

/** Whether a ballot key (32 bytes) signed this message. */
export async function signedByBallotKey(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    const { verifyAsync } = await loadPortable();
    return verifyAsync(signature, message, publicKey);
  }
}

export const newBallotSeed = (): Bytes => crypto.getRandomValues(new Uint8Array(seedLength));
