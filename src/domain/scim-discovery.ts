import { groupSchemaUrn } from "./scim-group";
import { userSchemaUrn, waitingUrn } from "./scim-user";
import { scimPageMax } from "./scim-view";

type Options = Partial<{ type: string; multiValued: boolean; required: boolean; mutability: string; uniqueness: string; caseExact: boolean; subAttributes: object[] }>; // biome-ignore format: one thought

const attribute = (name: string, description: string, options: Options = {}) => ({
  name,
  type: "string",
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...options,
});

const readOnly = { mutability: "readOnly" };

const schemas = [
  {
    id: userSchemaUrn,
    name: "User",
    description: "A person. Other attributes of the standard are taken and not kept.",
    attributes: [
      attribute("userName", "The directory's own name for the person.", { required: true, uniqueness: "server" }),
      attribute("displayName", "The person's name as it is shown."),
      attribute("name", "The name in its parts.", {
        type: "complex",
        subAttributes: [
          attribute("formatted", "The whole name."),
          attribute("givenName", "First name."),
          attribute("familyName", "Last name."),
        ],
      }),
      attribute("emails", "The primary address is the one that counts; it must be at a mail domain of the company.", {
        type: "complex",
        multiValued: true,
        subAttributes: [
          attribute("value", "The address.", { uniqueness: "server" }),
          attribute("type", "Always work."),
          attribute("primary", "Always true.", { type: "boolean" }),
        ],
      }),
      attribute("timezone", "An IANA name, such as Europe/Berlin, for reminders in the morning."),
      attribute("active", "False takes the person off the roster.", { type: "boolean" }),
      attribute("groups", "Groups of the directory the person is in.", {
        type: "complex",
        multiValued: true,
        ...readOnly,
        subAttributes: [
          attribute("value", "Id of the group.", readOnly),
          attribute("display", "Name of the group.", readOnly),
          attribute("$ref", "Address of the group.", { type: "reference", ...readOnly }),
        ],
      }),
    ],
  },
  {
    id: groupSchemaUrn,
    name: "Group",
    description: "A group. It means something for the roster where the company's mapping names it.",
    attributes: [
      attribute("displayName", "The group's name.", { required: true, uniqueness: "server" }),
      attribute("members", "The people in it.", {
        type: "complex",
        multiValued: true,
        subAttributes: [
          attribute("value", "Id of the user.", { mutability: "immutable" }),
          attribute("$ref", "Address of the user.", { type: "reference", ...readOnly }),
          attribute("display", "Name of the user.", readOnly),
          attribute("type", "Always User.", readOnly),
        ],
      }),
    ],
  },
  {
    id: waitingUrn,
    name: "Waiting",
    description: "What the directory wants of a person and an admin of the company has not agreed to.",
    attributes: [
      attribute("state", "waiting, or declined by an admin.", readOnly),
      attribute("changes", "leave, address or place.", { multiValued: true, ...readOnly }),
      attribute("address", "The address the directory wants.", readOnly),
      attribute("active", "What the directory wants active to be.", { type: "boolean", ...readOnly }),
    ],
  },
];

const schemaUrn = "urn:ietf:params:scim:schemas:core:2.0:Schema";
const typeUrn = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
const configUrn = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

/** The schemas this endpoint knows, with the attributes it keeps. */
export const schemaViews = (base: string) =>
  schemas.map((schema) => ({
    schemas: [schemaUrn],
    ...schema,
    meta: { resourceType: "Schema", location: `${base}/Schemas/${schema.id}` },
  }));

const typeView = (base: string, name: "User" | "Group", schema: string, extensions: object[]) => ({
  schemas: [typeUrn],
  id: name,
  name,
  endpoint: `/${name}s`,
  description: name === "User" ? "People" : "Groups of people",
  schema,
  schemaExtensions: extensions,
  meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${name}` },
});

/** The kinds of resources there are. */
export const resourceTypeViews = (base: string) => [
  typeView(base, "User", userSchemaUrn, [{ schema: waitingUrn, required: false }]),
  typeView(base, "Group", groupSchemaUrn, []),
];

/** What of the standard is spoken here. */
export const serviceProviderConfig = (base: string) => ({
  schemas: [configUrn],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: scimPageMax },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "API key",
      description: "An API key of the company with the scope scim, as a bearer token.",
      primary: true,
    },
  ],
  meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
});
