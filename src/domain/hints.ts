/** What in a comment could point to a person; found on the rater's own device, never sent anywhere. */
type HintKind = "address" | "link" | "name" | "code" | "date" | "only";

/** A stretch of the text (UTF-16 offsets, end exclusive), why it could identify someone, and words to put in its place. */
export type Hint = { start: number; end: number; kind: HintKind; explanation: string; replacement: string };

type Rule = { kind: HintKind; pattern: RegExp; explanation: string; replacement: string };

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const weekday = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const day = "(?:3[01]|[12]\\d|0?[1-9])";

const rules: readonly Rule[] = [
  {
    kind: "address",
    pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
    explanation: "is a mail address.",
    replacement: "a colleague",
  },
  {
    kind: "link",
    pattern:
      /(?:https?:\/\/|www\.)[^\s<>"”)]*[^\s<>"”).,;:!?]|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|io|dev|net|org|eu|se|de|app|co)(?:\/[^\s<>"”)]*[^\s<>"”).,;:!?])?(?![\p{L}\d])/giu,
    explanation: "is a link that only some people know.",
    replacement: "a page",
  },
  {
    kind: "code",
    pattern: /\b[A-Z][A-Z\d]{1,9}-\d{1,6}\b|(?<![\p{L}\d])#\d{2,6}\b/gu,
    explanation: "is a ticket code; it can show who worked on it.",
    replacement: "a task",
  },
  {
    kind: "code",
    pattern: /\b(?:[Pp]roject|[Oo]peration|[Cc]ode ?name|[Ii]nitiative)\s+[“"']?\p{Lu}[\p{L}\d-]*[”"']?/gu,
    explanation: "is a code name; few people may have been part of it.",
    replacement: "a project",
  },
  {
    kind: "date",
    pattern: new RegExp(
      [
        `(?:\\bon )?(?:\\b${weekday},? )?(?:\\bthe )?\\b${day}(?:st|nd|rd|th)?(?: of)? ${month}\\b(?:,? \\d{4}\\b)?`,
        `(?:\\bon )?(?:\\b${weekday},? )?\\b${month} ${day}(?:st|nd|rd|th)?\\b(?:,? \\d{4}\\b)?`,
        "(?:\\bon )?\\b\\d{4}-\\d{2}-\\d{2}\\b",
        "(?:\\bon )?\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b",
        `(?:\\b(?:on|last|this|next) )?\\b${weekday}\\b`,
      ].join("|"),
      "giu",
    ),
    explanation: "is a date; few people may have been there.",
    replacement: "recently",
  },
  {
    kind: "only",
    pattern:
      /\b(?:as|being) the (?:only|sole|first|newest|youngest|oldest)\b(?:\s+[\p{L}\d'’-]+){0,5}|\bI(?:['’]m| am) the (?:only|sole|newest|youngest|oldest)\b(?:\s+[\p{L}\d'’-]+){0,5}/giu,
    explanation: "describes one person.",
    replacement: "as one of us",
  },
];

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** One pattern for every word of every name (three letters or more, written with a capital), and runs of them. */
function namePattern(people: readonly { name: string; email: string }[]): RegExp | undefined {
  const words = new Set<string>();
  for (const { name, email } of people) {
    for (const word of name.split(/[\s,]+/)) {
      if ([...word].length >= 3 && /^\p{Lu}/u.test(word)) words.add(word);
    }
    const handle = email.split("@")[0] ?? "";
    if (handle.length >= 4 && /[._\d]/.test(handle)) words.add(handle);
  }
  if (words.size === 0) return undefined;
  const any = `(?:${[...words]
    .sort((left, right) => right.length - left.length)
    .map(literal)
    .join("|")})`;
  return new RegExp(`@?(?<![\\p{L}\\d])${any}(?:\\s+${any})*(?![\\p{L}\\d])`, "gu");
}

/**
 * What in the text could identify its writer or a colleague, in order, never overlapping: names of the given people, mail
 * addresses, links, ticket codes and code names, dates, and "as the only …". A hint is a suggestion; it never blocks.
 */
export function identifyingHints(text: string, people: readonly { name: string; email: string }[]): Hint[] {
  const names = namePattern(people);
  const all: Rule[] = names
    ? [...rules, { kind: "name", pattern: names, explanation: "looks like a name.", replacement: "a colleague" }]
    : [...rules];
  const found = all.flatMap(({ pattern, ...rule }) =>
    [...text.matchAll(pattern)].map(
      (match): Hint => ({ start: match.index, end: match.index + match[0].length, ...rule }),
    ),
  );
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Hint[] = [];
  for (const hint of found) {
    if (hint.start >= (kept.at(-1)?.end ?? 0)) kept.push(hint);
  }
  return kept;
}

/** The text with the hint's words put in; a capital if they begin a sentence. */
export function withReplacement(text: string, hint: Hint): string {
  const before = text.slice(0, hint.start);
  const begins = /(?:^|[.!?]\s+|\n)$/.test(before);
  const words = begins ? hint.replacement.charAt(0).toUpperCase() + hint.replacement.slice(1) : hint.replacement;
  return before + words + text.slice(hint.end);
}
