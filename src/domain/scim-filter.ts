import { badRequest } from "./scim-refusal";

type Value = string | number | boolean | null;
const comparisons = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;
type Comparison = (typeof comparisons)[number];

/** A filter of RFC 7644 section 3.4.2.2. Paths are lower case and without the schema's own urn. */
export type ScimFilter =
  | { kind: "and" | "or"; left: ScimFilter; right: ScimFilter }
  | { kind: "not"; filter: ScimFilter }
  | { kind: "present"; path: string }
  | { kind: "compare"; path: string; comparison: Comparison; value: Value }
  | { kind: "where"; path: string; filter: ScimFilter };

const maxLength = 2_000;
const maxDepth = 20;
const token =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?![\w.:-]))|([A-Za-z$][\w$.:-]*)|([()[\]])|(\.[A-Za-z$][\w$]*))/y;

const coreUrn = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/;
/** An attribute's path as it is compared here. */
export const plainPath = (written: string): string => written.toLowerCase().replace(coreUrn, "");

const refuse = (detail: string) => badRequest("invalidFilter", `The filter cannot be read: ${detail}`);

function tokensOf(text: string): string[] {
  if (text.length > maxLength) throw refuse(`it is longer than ${maxLength} characters.`);
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw refuse(`there is something unexpected at character ${at + 1}.`);
    tokens.push(found[0].trim());
  }
  return tokens;
}

function literalOf(written: string | undefined): Value {
  if (written === undefined) throw refuse("a value is missing at its end.");
  if (/^["\d-]/.test(written) || ["true", "false", "null"].includes(written)) {
    try {
      const value = JSON.parse(written) as Value;
      if (typeof value !== "string" || !value.includes("\0")) return value;
    } catch {}
  }
  throw refuse(`${written} is not a value. Strings stand in double quotation marks.`);
}

/** Reads a filter; refuses what is not one with the keyword invalidFilter. "and" binds closer than "or". */
export function parseScimFilter(text: string): ScimFilter {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const next = () => tokens[at++];
  const expect = (wanted: string) => {
    if (next() !== wanted) throw refuse(`“${wanted}” is missing.`);
  };
  const either = (depth: number): ScimFilter => {
    if (depth > maxDepth) throw refuse("it is nested too deeply.");
    let left = both(depth);
    while (peek() === "or") {
      at += 1;
      left = { kind: "or", left, right: both(depth) };
    }
    return left;
  };
  const both = (depth: number): ScimFilter => {
    let left = single(depth);
    while (peek() === "and") {
      at += 1;
      left = { kind: "and", left, right: single(depth) };
    }
    return left;
  };
  const inBrackets = (depth: number): ScimFilter => {
    expect("(");
    const filter = either(depth + 1);
    expect(")");
    return filter;
  };
  const single = (depth: number): ScimFilter => {
    if (peek() === "not") {
      at += 1;
      return { kind: "not", filter: inBrackets(depth) };
    }
    if (peek() === "(") return inBrackets(depth);
    const name = next();
    if (name === undefined || !/^[A-Za-z$]/.test(name)) throw refuse("the name of an attribute is missing.");
    const path = plainPath(name);
    if (peek() === "[") {
      at += 1;
      const filter = either(depth + 1);
      expect("]");
      const sub = peek()?.startsWith(".") ? next()?.slice(1) : undefined;
      if (sub === undefined) return { kind: "where", path, filter };
      return { kind: "where", path, filter: { kind: "and", left: filter, right: compared(plainPath(sub)) } };
    }
    return compared(path);
  };
  const compared = (path: string): ScimFilter => {
    const written = next()?.toLowerCase();
    if (written === "pr") return { kind: "present", path };
    const comparison = comparisons.find((known) => known === written);
    if (!comparison) throw refuse(`“${written ?? ""}” is not a comparison.`);
    return { kind: "compare", path, comparison, value: literalOf(next()) };
  };
  const filter = either(0);
  if (at < tokens.length) throw refuse(`“${tokens[at]}” is not expected there.`);
  return filter;
}

/** Every attribute a filter names, with those inside brackets as "emails.type". */
export function filterPaths(filter: ScimFilter): string[] {
  switch (filter.kind) {
    case "and":
    case "or":
      return [...filterPaths(filter.left), ...filterPaths(filter.right)];
    case "not":
      return filterPaths(filter.filter);
    case "where":
      return filterPaths(filter.filter).map((path) => `${filter.path}.${path}`);
    default:
      return [filter.path];
  }
}

/** The string that one attribute must equal, when that is all the filter says; else null. */
export const soleEquality = (filter: ScimFilter, path: string): string | null =>
  filter.kind === "compare" && filter.comparison === "eq" && filter.path === path && typeof filter.value === "string"
    ? filter.value
    : null;

function child(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => child(each, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) => (plainPath(key) === name ? (Array.isArray(it) ? it : [it]) : []));
}

const valuesAt = (resource: unknown, path: string): unknown[] =>
  path.split(".").reduce<unknown[]>((values, name) => child(values, name), [resource]);

/** What is compared: of an attribute with parts its "value". */
const comparable = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? child(value, "value")[0] : value;

const caseExact = ["id", "externalid", "value"];

function compare(actual: unknown, comparison: Comparison, wanted: Value, exact: boolean): boolean {
  const fold = (it: unknown) => (typeof it === "string" && !exact ? it.toLowerCase() : it);
  const [left, right] = [fold(actual), fold(wanted)];
  if (comparison === "eq") return left === right;
  if (typeof left === "number" && typeof right === "number") {
    if (comparison === "gt") return left > right;
    if (comparison === "ge") return left >= right;
    if (comparison === "lt") return left < right;
    return comparison === "le" && left <= right;
  }
  if (typeof left !== "string" || typeof right !== "string") return false;
  if (comparison === "co") return left.includes(right);
  if (comparison === "sw") return left.startsWith(right);
  if (comparison === "ew") return left.endsWith(right);
  if (comparison === "gt") return left > right;
  if (comparison === "ge") return left >= right;
  if (comparison === "lt") return left < right;
  return left <= right;
}

/** Whether a resource matches: any value of a multi-valued attribute is enough; text without regard to case, ids with. */
export function matchesScimFilter(filter: ScimFilter, resource: unknown): boolean {
  switch (filter.kind) {
    case "and":
      return matchesScimFilter(filter.left, resource) && matchesScimFilter(filter.right, resource);
    case "or":
      return matchesScimFilter(filter.left, resource) || matchesScimFilter(filter.right, resource);
    case "not":
      return !matchesScimFilter(filter.filter, resource);
    case "present":
      return valuesAt(resource, filter.path).some((value) => value !== null && value !== undefined && value !== "");
    case "where":
      return valuesAt(resource, filter.path).some((value) => matchesScimFilter(filter.filter, value));
    case "compare": {
      const exact = caseExact.includes(filter.path) && filter.path !== "value";
      const values = valuesAt(resource, filter.path).map(comparable);
      if (filter.comparison === "ne") return !values.some((value) => compare(value, "eq", filter.value, exact));
      return values.some((value) => compare(value, filter.comparison, filter.value, exact));
    }
  }
}
