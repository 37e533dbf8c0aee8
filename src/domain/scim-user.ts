import { z } from "zod";
import { nameFromAddress } from "./roster-address";
import { matchesScimFilter, parseScimFilter, plainPath } from "./scim-filter";
import { type PatchOperation, parsePatchPath, soleValue } from "./scim-patch";
import { badRequest, scimText } from "./scim-refusal";

export const userSchemaUrn = "urn:ietf:params:scim:schemas:core:2.0:User";
/** Extensions, the standard's own and a company's: none of what they hold is kept. */
const extensionUrn = /^urn:ietf:params:scim:schemas:extension:/i;
/** Says what the directory wants and an admin has not decided on yet. */
export const waitingUrn = "urn:tandem:params:scim:schemas:waiting:1.0:User";

const mailShape = z.object({ value: z.string(), type: z.string().optional(), primary: z.boolean().optional() });
type Mail = z.infer<typeof mailShape>;

/** DirectoryPerson.said: the attributes of a user that are kept, and nothing else of what a directory sends. */
export const saidUserSchema = z.object({
  userName: z.string(),
  externalId: z.string().optional(),
  displayName: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  formatted: z.string().optional(),
  /** The one address that counts: the primary one, else the one for work, else the first. */
  mail: mailShape.optional(),
  timezone: z.string().optional(),
  active: z.boolean(),
});
export type SaidUser = z.infer<typeof saidUserSchema>;

/** Attributes of the standard that are known, taken and not kept (lower case). */
const passedOver = [
  "schemas", "nickname", "profileurl", "title", "usertype", "preferredlanguage", "locale", "password", "phonenumbers", "ims",
  "photos", "addresses", "entitlements", "roles", "x509certificates", "groups",
]; // biome-ignore format: a list reads better packed
const readOnly = ["id", "meta"];
/** Attributes a filter may name. */
const filterAttributes = ["id", "externalid", "username", "displayname", "name", "emails", "active", "timezone", "groups", "meta"]; // biome-ignore format: a list
/** Whether a filter may name an attribute (lower case); one that is taken and not kept has no value of anybody. */
export const isUserFilterAttribute = (path: string): boolean =>
  extensionUrn.test(path) || [...filterAttributes, ...passedOver, "manager"].includes(path.split(".")[0] ?? "");

function text(attribute: string, written: unknown): string | undefined {
  const value = soleValue(written);
  if (value === null || value === undefined) return undefined;
  const plain = scimText(attribute, value);
  return plain === "" ? undefined : plain;
}

/** true and false, also as the strings that Entra sends. */
function truth(attribute: string, written: unknown): boolean {
  const value = soleValue(written);
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (word === "true" || word === "false") return word === "true";
  throw badRequest("invalidValue", `${attribute} must be true or false.`);
}

function mailsOf(written: unknown): Mail[] {
  if (written === null || written === undefined) return [];
  const list = Array.isArray(written) ? written : [written];
  return list.map((each: unknown): Mail => {
    if (typeof each === "string") return { value: each };
    if (typeof each !== "object" || each === null) throw badRequest("invalidValue", "emails must hold addresses.");
    const { value, type, primary } = each as Record<string, unknown>;
    const address = text("emails.value", value);
    const kind = text("emails.type", type);
    return {
      value: address ?? "",
      ...(kind === undefined ? {} : { type: kind.toLowerCase() }),
      ...(primary === undefined || primary === null ? {} : { primary: truth("emails.primary", primary) }),
    };
  });
}

const bestMail = (mails: readonly Mail[]): Mail | undefined => {
  const filled = mails.filter(({ value }) => value !== "");
  return filled.find(({ primary }) => primary) ?? filled.find(({ type }) => type === "work") ?? filled[0];
};

/** The draft with an attribute set, or without it. */
function set(user: SaidUser, key: Exclude<keyof SaidUser, "active" | "userName">, value: unknown): SaidUser {
  const { [key]: _before, ...rest } = user;
  return value === undefined ? (rest as SaidUser) : { ...rest, [key]: value };
}

function patchMail(user: SaidUser, { op, value }: PatchOperation, filter: string | null, sub: string | null): SaidUser {
  if (sub !== null && !["value", "type", "primary", "display"].includes(sub.toLowerCase()))
    throw badRequest("invalidPath", `emails has no “${sub}”.`);
  const present = user.mail;
  if (filter === null && sub === null) {
    if (op === "remove") return set(user, "mail", undefined);
    const mails = mailsOf(value);
    return set(
      user,
      "mail",
      bestMail(op === "add" && present ? [...mails.filter(({ primary }) => primary), present] : mails),
    );
  }
  const parsed = filter === null ? null : parseScimFilter(filter);
  const same = parsed === null || (present !== undefined && matchesScimFilter(parsed, present));
  const forWork = filter !== null && /\btype\s+eq\s+"work"|\bprimary\s+eq\s+"?true/i.test(filter);
  // Another address of the person, such as one at home, is none of ours.
  if (!same && !forWork) return user;
  if (op === "remove")
    return same && (sub === null || sub.toLowerCase() === "value") ? set(user, "mail", undefined) : user;
  if (sub !== null && sub.toLowerCase() !== "value") return user;
  const address = sub === null ? bestMail(mailsOf(value))?.value : text("emails.value", value);
  return set(
    user,
    "mail",
    address === undefined ? undefined : { type: "work", primary: true, ...present, value: address },
  );
}

const nameParts = { givenname: "givenName", familyname: "familyName", formatted: "formatted" } as const;

function patchName(user: SaidUser, { op, value }: PatchOperation, sub: string | null): SaidUser {
  if (sub === null && op !== "remove" && (typeof value !== "object" || value === null || Array.isArray(value)))
    throw badRequest("invalidValue", "name must hold givenName and familyName.");
  const parts =
    sub === null
      ? op === "remove"
        ? { givenName: null, familyName: null, formatted: null }
        : (value as object)
      : { [sub]: op === "remove" ? null : value };
  let changed = user;
  for (const [key, each] of Object.entries(parts)) {
    const known = nameParts[key.toLowerCase() as keyof typeof nameParts];
    if (known) changed = set(changed, known, text(`name.${known}`, each));
    else if (!["middlename", "honorificprefix", "honorificsuffix"].includes(key.toLowerCase()))
      throw badRequest("invalidPath", `name has no “${key.slice(0, 60)}”.`);
  }
  return changed;
}

const singular = { externalid: "externalId", displayname: "displayName", timezone: "timezone" } as const;

/** A user with one operation done; refuses attributes that no user has, and those that are not the directory's to change. */
export function patchUser(user: SaidUser, operation: PatchOperation, inBody = false): SaidUser {
  const path = operation.path ?? "";
  if (extensionUrn.test(path)) return user;
  const { attribute, filter, sub } = parsePatchPath(path);
  const name = plainPath(attribute);
  if (name === "emails") return patchMail(user, operation, filter, sub);
  if (name === "name") return patchName(user, operation, sub);
  if (passedOver.includes(name)) return user;
  if (readOnly.includes(name)) {
    if (inBody) return user;
    throw badRequest("mutability", `${attribute} cannot be changed.`);
  }
  if (sub !== null || filter !== null) throw badRequest("invalidPath", `A user has no “${path.slice(0, 120)}”.`);
  const value = operation.op === "remove" ? undefined : operation.value;
  if (name === "active") return { ...user, active: value === undefined || truth("active", value) };
  if (name === "username") {
    const userName = text("userName", value);
    if (userName === undefined) throw badRequest("invalidValue", "A user needs a userName.");
    return { ...user, userName };
  }
  const key = singular[name as keyof typeof singular];
  if (!key) throw badRequest("invalidPath", `A user has no “${path.slice(0, 120)}”.`);
  return set(user, key, text(key, value));
}

/** Reads the body of a create or a replace; what is unknown in it is passed over, as the standard asks. */
export function parseUser(body: unknown): SaidUser {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("invalidSyntax", "The body is not a user.");
  const known = [...Object.keys(singular), ...readOnly, ...passedOver, "active", "username", "name", "emails"];
  let user: SaidUser = { userName: "", active: true };
  for (const [key, value] of Object.entries(body)) {
    if (!known.includes(plainPath(key))) continue;
    user = patchUser(user, { op: "replace", path: key, value }, true);
  }
  if (user.userName === "") throw badRequest("invalidValue", "A user needs a userName.");
  return user;
}

/** A person's name: as it is displayed, else formatted, else in its parts, else from the address. */
export const nameOfUser = ({ displayName, formatted, givenName, familyName }: SaidUser, email: string): string =>
  displayName ?? formatted ?? ([givenName, familyName].filter(Boolean).join(" ") || nameFromAddress(email));

/** The address a user means: the primary one, else their userName. */
export const addressOfUser = ({ mail, userName }: SaidUser): string => mail?.value ?? userName;
