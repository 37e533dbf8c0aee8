import { domainOf, emailSchema } from "./member";

/** An address as it should be, or what is wrong with it and, where it can be guessed, the address that was meant. */
export type AddressVerdict = { kind: "good"; email: string } | { kind: "bad"; cause: string; repair: string | null };

const isAddress = (text: string): boolean => emailSchema.safeParse(text).success;

/** Takes away what mail programs put around an address: "Ada <ada@…>", mailto:, quotes, invisible characters. */
export function bareAddress(written: string): string {
  const text = written
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replaceAll("\u00a0", " ")
    .trim();
  const inBrackets = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  return inBrackets.replace(/^mailto:/i, "").replaceAll(/^["']+|["']+$/g, "").trim(); // biome-ignore format: one thought
}

/** Edits (insert, delete, replace) from one word to another, stopped above 2. */
function editsBetween(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 3;
}

const withoutAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll("ø", "o")
    .replaceAll("Ø", "O")
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae");

const tidy = (text: string): string =>
  withoutAccents(text)
    .replaceAll(/\s*[([]\s*at\s*[)\]]\s*/gi, "@")
    .replaceAll(/\s+at\s+/gi, "@")
    .replaceAll(/\s*[([]?\s+dot\s+[)\]]?\s*/gi, ".")
    .replaceAll(/\s+/g, "")
    .replaceAll(/,+/g, ".")
    .replaceAll(/@+/g, "@")
    .replaceAll(/\.{2,}/g, ".")
    .replaceAll(/\.*@\.*/g, "@")
    .replaceAll(/^[.;:]+|[.;:>]+$/g, "")
    .toLowerCase();

/** The allowed domain that was most likely meant: the one written within two letters, or the only one where none was. */
function domainMeant(tidied: string, domains: readonly string[]): string | undefined {
  if (!tidied.includes("@")) return domains.length === 1 ? domains[0] : undefined;
  const domain = domainOf(tidied);
  return domains.includes(domain) ? domain : domains.find((allowed) => editsBetween(domain, allowed) <= 2);
}

/** The allowed address that a wrong one most likely meant, or null: one that would be taken exactly as it is suggested. */
function guess(written: string, domains: readonly string[]): string | null {
  const tidied = tidy(written);
  const domain = domainMeant(tidied, domains);
  const local = tidied.includes("@") ? tidied.slice(0, tidied.lastIndexOf("@")) : tidied;
  if (domain === undefined) return null;
  const repaired = bareAddress(`${local}@${domain}`);
  return isAddress(repaired) ? repaired : null;
}

const causes: readonly (readonly [RegExp, string])[] = [
  [/@.*[\s;,].*@/, "The cell holds more than one address."],
  [/,/, "The address has a comma in place of a dot."],
  [/^[^@]*$/, "The address has no @."],
  [/@.*@/, "The address has more than one @."],
  [/\s/, "The address has a space in it."],
  [/\.\./, "The address has two dots in a row."],
  [/[^\u0020-\u007e]/, "The address has a letter that mail addresses cannot have."],
];

/** Judges one address cell against the company's mail domains (lower case, exact: a subdomain is another domain). */
export function judgeAddress(written: string, domains: readonly string[]): AddressVerdict {
  const bare = bareAddress(written);
  if (bare === "") return { kind: "bad", cause: "This row has no address.", repair: null };
  const parsed = emailSchema.safeParse(bare);
  if (!parsed.success) {
    const cause = causes.find(([pattern]) => pattern.test(bare))?.[1] ?? "This is not a complete mail address.";
    return { kind: "bad", cause, repair: /@.*[\s;,].*@/.test(bare) ? null : guess(bare, domains) };
  }
  if (domains.includes(domainOf(parsed.data))) return { kind: "good", email: parsed.data };
  const cause = `Only addresses at ${domains.join(" or ")} can take part. This keeps outsiders out of the count.`;
  const repair = guess(parsed.data, domains);
  return { kind: "bad", cause, repair };
}

/** A readable name from an address: "ada.lovelace@…" → "Ada Lovelace". For files that hold addresses only. */
export const nameFromAddress = (email: string): string =>
  email
    .slice(0, email.lastIndexOf("@"))
    .split(/[._+-]+/)
    .filter((part) => part !== "")
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(" ");
