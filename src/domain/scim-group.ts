import { parseScimFilter, plainPath, type ScimFilter } from "./scim-filter";
import { type PatchOperation, parsePatchPath, soleValue } from "./scim-patch";
import { badRequest, scimText } from "./scim-refusal";

export const groupSchemaUrn = "urn:ietf:params:scim:schemas:core:2.0:Group";
/** Whether a filter may name an attribute (lower case). */
export const isGroupFilterAttribute = (path: string): boolean =>
  ["id", "externalid", "displayname", "members", "meta"].includes(path.split(".")[0] ?? "");

/** A group as a directory describes it, whole. */
export type SaidGroup = { displayName: string; externalId: string | null; members: string[] };

/** What a patch does to a group, in order. */
export type GroupStep =
  | { kind: "name"; displayName: string }
  | { kind: "external-id"; externalId: string | null }
  | { kind: "add" | "remove" | "replace"; members: string[] };

const maxMembers = 50_000;
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function nameText(written: unknown): string {
  const name = scimText("displayName", soleValue(written) ?? "");
  if (name === "") throw badRequest("invalidValue", "A group needs a displayName.");
  return name;
}

const externalText = (written: unknown): string | null => scimText("externalId", soleValue(written) ?? "") || null;

/** Ids of users; the standard writes { "value": id }. */
function memberIds(written: unknown): string[] {
  if (written === null || written === undefined) return [];
  const list = Array.isArray(written) ? written : [written];
  if (list.length > maxMembers) throw badRequest("invalidValue", `A group holds at most ${maxMembers} people.`);
  return list.map((each: unknown) => {
    const id = soleValue(each);
    if (typeof id !== "string" || !isId(id)) throw badRequest("invalidValue", "members must hold the ids of users.");
    return id.toLowerCase();
  });
}

/** Reads the body of a create or a replace; what is unknown in it is passed over. */
export function parseGroupBody(body: unknown): SaidGroup {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("invalidSyntax", "The body is not a group.");
  const read = (name: string): unknown => Object.entries(body).find(([key]) => plainPath(key) === name)?.[1];
  return {
    displayName: nameText(read("displayname")),
    externalId: externalText(read("externalid")),
    members: memberIds(read("members")),
  };
}

/** The ids in members[value eq "…" or value eq "…"]. */
function idsOfFilter(filter: ScimFilter): string[] {
  if (filter.kind === "or") return [...idsOfFilter(filter.left), ...idsOfFilter(filter.right)];
  if (
    filter.kind === "compare" &&
    filter.path === "value" &&
    filter.comparison === "eq" &&
    typeof filter.value === "string"
  )
    return [filter.value.toLowerCase()];
  throw badRequest("invalidFilter", 'Members are named by value eq "id".');
}

/** What one operation on a group does; nothing for attributes that are known and not kept. */
export function groupSteps({ op, path, value }: PatchOperation): GroupStep[] {
  const { attribute, filter, sub } = parsePatchPath(path ?? "");
  const name = plainPath(attribute);
  if (name === "members") {
    if (sub !== null && sub !== "value") throw badRequest("invalidPath", `members has no “${sub}”.`);
    if (filter !== null) {
      if (op !== "remove")
        throw badRequest("invalidPath", "Members are added and replaced as a whole, not by a filter.");
      return [{ kind: "remove", members: idsOfFilter(parseScimFilter(filter)).filter(isId) }];
    }
    if (op === "remove" && (value === undefined || value === null)) return [{ kind: "replace", members: [] }];
    return [{ kind: op, members: memberIds(value) }];
  }
  if (sub !== null || filter !== null)
    throw badRequest("invalidPath", `A group has no “${(path ?? "").slice(0, 120)}”.`);
  if (name === "displayname") {
    if (op === "remove") throw badRequest("invalidValue", "A group needs a displayName.");
    return [{ kind: "name", displayName: nameText(value) }];
  }
  if (name === "externalid") return [{ kind: "external-id", externalId: op === "remove" ? null : externalText(value) }];
  // Okta repeats the id beside the name.
  if (name === "id" || name === "schemas" || name === "meta") return [];
  throw badRequest("invalidPath", `A group has no “${(path ?? "").slice(0, 120)}”.`);
}
