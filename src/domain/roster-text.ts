/** A file's text, or the reason it is none, in words for the person who chose it. */
export type DecodedSheet = { kind: "text"; text: string; encoding: string } | { kind: "error"; message: string };

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const workbook = "This is an Excel workbook. In Excel, choose Save as, then “CSV UTF-8”, and choose that file here.";
const notText = "This is not a text file. Choose a CSV file, or paste the rows.";
const empty = "The file is empty. It needs one line for each person.";

/** UTF-16 without a mark: in mostly Latin text every other byte is zero. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 2000);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (odd > length * 0.3 && even < length * 0.05) return "utf-16le";
  if (even > length * 0.3 && odd < length * 0.05) return "utf-16be";
  return null;
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  const guess = guessUtf16(bytes);
  if (guess) return guess;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Line ends of one kind, and no byte-order mark: the text that everything else works on. */
export const plainText = (text: string): string => text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");

/** Reads the encodings that spreadsheets write: UTF-8, UTF-16 (with or without a mark) and Windows-1252. Never throws. */
export function decodeSheet(bytes: Uint8Array): DecodedSheet {
  if (bytes.length === 0) return { kind: "error", message: empty };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { kind: "error", message: workbook };
  }
  const encoding = encodingOf(bytes);
  return checkText(new TextDecoder(encoding).decode(bytes), encoding);
}

/** The same checks for text that was pasted. */
export function checkText(written: string, encoding = "text"): DecodedSheet {
  const text = plainText(written);
  if (text.trim() === "") return { kind: "error", message: empty };
  if (text.includes("\0") || text.startsWith("%PDF")) return { kind: "error", message: notText };
  return { kind: "text", text, encoding };
}

/** Counts each separator outside quotation marks, line by line, in the first 40 lines that are not blank. */
function countByLine(text: string): Map<Separator, number[]> {
  const counts = new Map<Separator, number[]>(separators.map((separator) => [separator, []]));
  let quoted = false;
  let current = new Map<string, number>();
  let lines = 0;
  let blank = true;
  for (const character of `${text.slice(0, 200_000)}\n`) {
    if (character === '"') quoted = !quoted;
    if (character === "\n" && !quoted) {
      if (!blank) {
        for (const separator of separators) counts.get(separator)?.push(current.get(separator) ?? 0);
        lines += 1;
      }
      if (lines === 40) break;
      current = new Map();
      blank = true;
    } else if (!quoted) {
      current.set(character, (current.get(character) ?? 0) + 1);
      if (character.trim() !== "") blank = false;
    } else blank = false;
  }
  return counts;
}

/** Share of lines that have the most common count above zero, 0–1. */
function steadiness(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  return counts.length === 0 ? 0 : Math.max(0, ...tally.values()) / counts.length;
}

/**
 * The separator that occurs most evenly in the first lines, outside quotation marks. A comma wins a draw against
 * nothing else, because commas stand in names and the others hardly ever do. Comma when there is none at all.
 */
export function detectSeparator(text: string): Separator {
  const counts = countByLine(text);
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of ["\t", ";", "|", ","] as const) {
    const score = steadiness(counts.get(separator) ?? []);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Excel's own first line "sep=;" names the separator; it is no row. */
export function declaredSeparator(text: string): { separator: Separator; length: number } | null {
  const found = /^"?sep=([,;\t|])"?\n/i.exec(text);
  const separator = separators.find((candidate) => candidate === found?.[1]);
  return found && separator ? { separator, length: found[0].length } : null;
}
