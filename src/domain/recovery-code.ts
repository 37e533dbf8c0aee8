import { type Bytes, concat, sha256, utf8 } from "./bytes";

/** Crockford's base 32: no I, L, O or U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const seedLength = 32;
const seedCharacters = 52;
const checkCharacters = 4;
const codeLength = seedCharacters + checkCharacters;

/** Why a typed code is not one; `group` counts the groups of four from 1. */
export type RecoveryCodeProblem =
  | { kind: "unknown-character"; character: string; group: number }
  | { kind: "wrong-length"; length: number; expected: number }
  | { kind: "mistyped"; group: number | null };

export type ParsedRecoveryCode = { kind: "seed"; seed: Bytes } | { kind: "problem"; problem: RecoveryCodeProblem };

const digitsOf = (bytes: Uint8Array, characters: number): number[] =>
  Array.from({ length: characters }, (_, index) => {
    let digit = 0;
    for (let bit = index * 5; bit < index * 5 + 5; bit += 1) {
      digit = (digit << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    return digit;
  });

function bytesOf(digits: readonly number[]): Bytes {
  const bytes = new Uint8Array(seedLength);
  digits.forEach((digit, index) => {
    for (let bit = 0; bit < 5; bit += 1) {
      const position = index * 5 + bit;
      if (position < seedLength * 8 && (digit >> (4 - bit)) & 1) {
        bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (1 << (7 - (position & 7)));
      }
    }
  });
  return bytes;
}

const checkDigits = async (seed: Uint8Array): Promise<number[]> =>
  digitsOf(await sha256(concat(utf8("tandem/v1 recovery code"), seed)), checkCharacters);

/** True if the digits are a seed, its four spare bits zero, followed by its own check. */
async function isCode(digits: readonly number[]): Promise<boolean> {
  if ((digits[seedCharacters - 1] ?? 0) & 0b1111) return false;
  const check = await checkDigits(bytesOf(digits.slice(0, seedCharacters)));
  return check.every((digit, index) => digit === digits[seedCharacters + index]);
}

/** Where one changed character makes the code right; null if no single one does, or more than one would. */
async function mistypedGroup(digits: readonly number[]): Promise<number | null> {
  const groups = new Set<number>();
  for (let position = 0; position < codeLength; position += 1) {
    for (let digit = 0; digit < 32; digit += 1) {
      if (digit !== digits[position] && (await isCode(digits.with(position, digit)))) groups.add(position >> 2);
    }
  }
  const [only] = groups;
  return groups.size === 1 && only !== undefined ? only + 1 : null;
}

/**
 * A 32-byte seed as 52 characters of Crockford base 32 and 4 check characters (the first 20 bits of a SHA-256 over it),
 * in 14 groups of four. Throws RangeError for another length.
 */
export async function recoveryCode(seed: Uint8Array): Promise<string> {
  if (seed.length !== seedLength) throw new RangeError("a seed has 32 bytes");
  const digits = [...digitsOf(seed, seedCharacters), ...(await checkDigits(seed))];
  const text = digits.map((digit) => alphabet[digit]).join("");
  return (text.match(/.{4}/g) ?? []).join(" ");
}

/**
 * Reads a code as people type it: any case, spaces, hyphens and dots anywhere, O for 0, I and L for 1.
 * A wrong code passes the check once in a million (2^20) times; a single mistyped character is named by its group.
 */
export async function parseRecoveryCode(text: string): Promise<ParsedRecoveryCode> {
  const characters = text
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const digits: number[] = [];
  for (const character of characters) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) {
      return { kind: "problem", problem: { kind: "unknown-character", character, group: (digits.length >> 2) + 1 } };
    }
    digits.push(digit);
  }
  if (digits.length !== codeLength) {
    return { kind: "problem", problem: { kind: "wrong-length", length: digits.length, expected: codeLength } };
  }
  if (await isCode(digits)) return { kind: "seed", seed: bytesOf(digits.slice(0, seedCharacters)) };
  return { kind: "problem", problem: { kind: "mistyped", group: await mistypedGroup(digits) } };
}

/** The sentence a person reads about a code that is not one. */
export function recoveryCodeSentence(problem: RecoveryCodeProblem): string {
  if (problem.kind === "unknown-character") {
    return `“${problem.character}” never occurs in a code. Look at group ${problem.group}.`;
  }
  if (problem.kind === "wrong-length") {
    return `A code has ${problem.expected} characters in 14 groups of four. This one has ${problem.length}.`;
  }
  return problem.group === null
    ? "More than one character is different from the code. Compare every group."
    : `One character is different from the code. Look at group ${problem.group}.`;
}
