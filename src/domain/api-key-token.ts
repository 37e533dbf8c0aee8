/** What every key begins with, so that scanners for secrets know one when it lies in a repository. */
const prefix = "tnd_";
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const companyBytes = 16;
export const secretBytes = 32;
/** Characters of base 62 that hold 16, 32 and 4 bytes. */
const width = { company: 22, secret: 43, check: 6 } as const;

/** What a text is that claims to be a key: one of a company, one with a slip in it, or none at all. */
export type ParsedToken = { kind: "token"; companyId: string } | { kind: "mistyped" } | { kind: "none" };

function toBase62(value: bigint, characters: number): string {
  let text = "";
  for (let rest = value; text.length < characters; rest /= 62n) text = `${alphabet[Number(rest % 62n)]}${text}`;
  return text;
}

const fromBase62 = (text: string): bigint =>
  [...text].reduce((value, character) => value * 62n + BigInt(alphabet.indexOf(character)), 0n);

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** CRC-32 as in zip and PNG (polynomial 0xEDB88320): finds every slip of up to 32 neighbouring bits. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const character of text) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * A key as it is shown once: prefix, company, 256 secret bits and a checksum, 75 characters in all. The company in it lets
 * it be looked up in that company's rows alone. Throws RangeError for a secret of another length.
 */
export function apiKeyToken(companyId: string, secret: Uint8Array): string {
  if (secret.length !== secretBytes) throw new RangeError("a key has 32 secret bytes");
  const company = toBase62(BigInt(`0x${companyId.replaceAll("-", "")}`), width.company);
  const body = `${prefix}${company}${toBase62(numberOf(secret), width.secret)}`;
  return `${body}${toBase62(BigInt(crc32(body)), width.check)}`;
}

/** Reads a key as it was sent. Anything but 75 of its characters in a row is none; a wrong checksum is a slip. */
export function parseApiKeyToken(text: string): ParsedToken {
  if (!/^tnd_[0-9A-Za-z]{71}$/.test(text)) return { kind: "none" };
  const body = text.slice(0, -width.check);
  const company = fromBase62(body.slice(prefix.length, prefix.length + width.company));
  const sound =
    BigInt(crc32(body)) === fromBase62(text.slice(-width.check)) && company >> BigInt(companyBytes * 8) === 0n;
  if (!sound) return { kind: "mistyped" };
  const hex = company.toString(16).padStart(companyBytes * 2, "0");
  return { kind: "token", companyId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}
