import type { ChangeKind } from "./directory-breaker";
import type { GroupName } from "./directory-mapping";
import type { PresentMember, WantedPerson } from "./roster";
import { plainPath } from "./scim-filter";
import { groupSchemaUrn } from "./scim-group";
import { badRequest } from "./scim-refusal";
import { nameOfUser, type SaidUser, userSchemaUrn, waitingUrn } from "./scim-user";

/** A user of the directory: what it said, what is in force, and what of it waits. */
export type UserStanding = {
  said: SaidUser;
  member: PresentMember;
  wanted: WantedPerson;
  groups: readonly GroupName[];
  /** Differences between the two; declined ones are not asked about again. */
  kinds: readonly ChangeKind[];
  declined: boolean;
};

const withValues = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/**
 * A user as the standard shows one. Address and active are what is in force; where the directory wants something else
 * that waits for an admin, the extension says so. Everything else is what the directory said.
 */
export function userView(standing: UserStanding, base: string) {
  const { said, member, wanted, groups, kinds, declined } = standing;
  const { userName, externalId, displayName, givenName, familyName, formatted, timezone, active } = said;
  const waits = kinds.length > 0;
  const name = nameOfUser(said, wanted.email);
  return {
    schemas: [userSchemaUrn, ...(waits ? [waitingUrn] : [])],
    id: member.id,
    ...withValues({ externalId }),
    userName,
    displayName: displayName ?? name,
    name: withValues({ formatted: formatted ?? name, givenName, familyName }),
    emails: [{ value: member.email, type: "work", primary: true }],
    active: active || kinds.includes("leave"),
    ...withValues({ timezone }),
    groups: groups.map(({ id, displayName: display }) => ({ value: id, display, $ref: `${base}/Groups/${id}` })),
    ...(waits && {
      [waitingUrn]: {
        state: declined ? "declined" : "waiting",
        changes: kinds.map((kind) => ({ leave: "leave", identity: "address", move: "place" })[kind]),
        ...(kinds.includes("identity") ? { address: wanted.email } : {}),
        ...(kinds.includes("leave") ? { active } : {}),
      },
    }),
    meta: { resourceType: "User", location: `${base}/Users/${member.id}` },
  };
}

export type GroupRow = {
  id: string;
  displayName: string;
  externalId: string | null;
  members: { id: string; name: string }[];
};

/** A group as the standard shows one. */
export const groupView = ({ id, displayName, externalId, members }: GroupRow, base: string) => ({
  schemas: [groupSchemaUrn],
  id,
  ...(externalId === null ? {} : { externalId }),
  displayName,
  members: members.map((person) => ({
    value: person.id,
    display: person.name,
    type: "User",
    $ref: `${base}/Users/${person.id}`,
  })),
  meta: { resourceType: "Group", location: `${base}/Groups/${id}` },
});

/** Most resources of one page, and how many there are when nobody asks. */
export const scimPageMax = 200;
const scimPageUsual = 100;

/** What a list asks for: filter, page from 1, and which attributes. */
export type ScimListInput = { filter: string | null; startIndex: number; count: number };

function whole(name: string, written: string | null, usual: number): number {
  if (written === null || written === "") return usual;
  if (!/^-?\d{1,9}$/.test(written)) throw badRequest("invalidValue", `${name} must be a whole number.`);
  return Number(written);
}

/** Reads the parameters of a list; numbers out of range are brought into it, as the standard asks. */
export function scimListInput(query: URLSearchParams): ScimListInput {
  const filter = query.get("filter");
  return {
    filter: filter === null || filter.trim() === "" ? null : filter,
    startIndex: Math.max(1, whole("startIndex", query.get("startIndex"), 1)),
    count: Math.min(scimPageMax, Math.max(0, whole("count", query.get("count"), scimPageUsual))),
  };
}

const attributeNames = (written: string | null): string[] | null =>
  written === null ? null : written.split(",").map((path) => plainPath(path.trim()).split(".")[0] ?? "");

/** Whether a request wants an attribute (lower case) at all. */
export function wantsAttribute(query: URLSearchParams, name: string): boolean {
  const only = attributeNames(query.get("attributes"));
  return only ? only.includes(name) : !attributeNames(query.get("excludedAttributes"))?.includes(name);
}

/** A resource with only the attributes that were asked for; schemas and id are always there. */
export const projected = <Resource extends object>(resource: Resource, query: URLSearchParams): Partial<Resource> =>
  Object.fromEntries(
    Object.entries(resource).filter(
      ([key]) => key === "schemas" || key === "id" || wantsAttribute(query, key.toLowerCase()),
    ),
  ) as Partial<Resource>;

/** The list message of the standard. */
export const listMessage = (total: number, startIndex: number, resources: readonly object[]) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
