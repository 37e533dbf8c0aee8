/** A byte array that owns a plain buffer, as WebCrypto wants it. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Joins byte arrays in order. */
export function concat(...parts: Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Reads lower-case or upper-case hex; throws RangeError on anything else. */
export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) throw new RangeError("not hexadecimal");
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const sixBits = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value += 1) sixBits[alphabet.charCodeAt(value)] = value;

/** Node's own coder, ten times as fast as a loop; browsers have none of the name. */
const nodeBuffer = typeof Buffer === "undefined" ? null : Buffer;

/** Reads strict, canonical base64url without padding; throws RangeError on anything else. */
export function fromBase64Url(text: string): Bytes {
  if (nodeBuffer === null) return decodeBase64Url(text);
  const bytes = nodeBuffer.from(text, "base64url");
  // It reads more than the alphabet, and more than one spelling; only the canonical one comes back as it was.
  if (bytes.toString("base64url") !== text) throw new RangeError("not canonical base64url");
  return new Uint8Array(bytes);
}

/** The same without help of the platform, for browsers. */
export function decodeBase64Url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = sixBits[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw new RangeError("not base64url");
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = held >> bits;
    length += 1;
    held &= (1 << bits) - 1;
  }
  // Bits left over could be spelled in more than one way, and six of them are half a byte.
  if (held !== 0 || bits === 6) throw new RangeError("not canonical base64url");
  return bytes;
}

export const equalBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);

/** Orders byte arrays lexicographically, for sorted ledgers. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A four-byte big-endian unsigned integer, 0 … 2³² − 1. */
export function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** SHA-256 by the platform's WebCrypto. */
export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes));
}
