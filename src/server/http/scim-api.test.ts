import type { Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerFor } from "../../../prisma/factories";
import {
  type DirectoryCompany,
  directoryClock,
  directoryCompany,
  directoryNow,
  patchOf,
  serveDirectory,
} from "../../../prisma/test-directory";

let server: Server;
let origin: string;
let own: DirectoryCompany;
let other: DirectoryCompany;
beforeAll(async () => {
  ({ server, origin } = await serveDirectory());
  own = await directoryCompany("scim-own", origin);
  other = await directoryCompany("scim-other", origin);
  await own.apply();
});
afterAll(() => server.close());

const groupOf = async (local: string) => (await own.member(own.mail(local)))?.group;

test("what Okta does with a person: look, create, push the group, rename, deactivate, reactivate", async () => {
  const name = own.mail("okta.one");
  const looked = await own.call(
    "GET",
    `/Users?filter=userName%20eq%20%22${encodeURIComponent(name)}%22&startIndex=1&count=100`,
  );
  expect(looked.body).toMatchObject({ totalResults: 0, Resources: [] });
  const made = await own.call("POST", "/Users", {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    userName: name,
    name: { givenName: "Olive", familyName: "Okta" },
    emails: [{ primary: true, value: name, type: "work" }],
    displayName: "Olive Okta",
    locale: "en-US",
    externalId: "00ujl29u0le5T6Aj10h7",
    groups: [],
    password: "1mz050nq",
    active: true,
  });
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect(made.headers.get("location")).toBe(made.body.meta.location);
  expect(made.body).toMatchObject({ userName: name, externalId: "00ujl29u0le5T6Aj10h7", active: true });
  expect(JSON.stringify(made.body)).not.toContain("1mz050nq");
  expect(await groupOf("okta.one")).toBeNull();

  const group = await own.push("Engineering", []);
  const add = patchOf({ op: "add", path: "members", value: [{ value: id, display: name }] });
  expect((await own.call("PATCH", `/Groups/${group}`, add)).status).toBe(204);
  expect(await groupOf("okta.one")).toBe("engineer");
  const rename = patchOf({ op: "replace", value: { id: group, displayName: "Engineering" } });
  expect((await own.call("PATCH", `/Groups/${group}`, rename)).status).toBe(204);
  expect(await groupOf("okta.one")).toBe("engineer");

  const replaced = await own.call("PUT", `/Users/${id}`, { ...made.body, displayName: "Olive Oak" });
  expect(replaced.body.displayName).toBe("Olive Oak");
  expect((await own.member(name))?.name).toBe("Olive Oak");
  const off = await own.call("PATCH", `/Users/${id}`, patchOf({ op: "replace", value: { active: false } }));
  expect([off.status, off.body.active]).toEqual([200, false]);
  expect(await groupOf("okta.one")).toBeNull();
  await own.call("PATCH", `/Users/${id}`, patchOf({ op: "replace", value: { active: true } }));
  expect(await groupOf("okta.one")).toBe("engineer");
});

test("what Entra does with a person: strings for booleans, capital letters, paths of other schemas, no path at all", async () => {
  const made = await own.call("POST", "/Users", {
    schemas: [
      "urn:ietf:params:scim:schemas:core:2.0:User",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    ],
    externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
    userName: own.mail("Entra.One"),
    active: true,
    emails: [{ primary: true, type: "work", value: own.mail("entra.one") }],
    meta: { resourceType: "User" },
    name: { formatted: "Enno Entra", familyName: "Entra", givenName: "Enno" },
    roles: [],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "R&D" },
  });
  expect(made.status).toBe(201);
  const { id } = made.body;
  const patch = (...operations: object[]) => own.call("PATCH", `/Users/${id}`, patchOf(...operations));
  const changed = await patch(
    { op: "Replace", path: 'emails[type eq "work"].value', value: own.mail("entra.two") },
    { op: "Replace", path: "name.familyName", value: "Enterprise" },
    { op: "Add", path: 'addresses[type eq "work"].formatted', value: "Street 1" },
    { op: "Add", path: 'emails[type eq "home"].value', value: "enno@home.example" },
    { op: "Add", path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", value: "9" },
    { op: "Add", path: "externalId", value: "next" },
  );
  expect(changed.body).toMatchObject({
    externalId: "next",
    emails: [{ value: own.mail("entra.two"), primary: true }],
    name: { familyName: "Enterprise", givenName: "Enno" },
  });
  expect((await own.member(own.mail("entra.two")))?.id).toBe(id);
  const whole = await patch({
    op: "Replace",
    value: { active: "False", "name.givenName": "Anna", 'emails[type eq "work"].value': own.mail("entra.three") },
  });
  expect(whole.body).toMatchObject({
    active: false,
    name: { givenName: "Anna" },
    emails: [{ value: own.mail("entra.three") }],
  });
  expect((await patch({ op: "Replace", path: "active", value: [{ $ref: null, value: "True" }] })).body.active).toBe(
    true,
  );

  const group = await own.push("Entra people", [id]);
  const members = async () => (await own.call("GET", `/Groups/${group}`)).body.members.length;
  expect(await members()).toBe(1);
  const removal = patchOf({ op: "Remove", path: "members", value: [{ $ref: null, value: id }] });
  expect((await own.call("PATCH", `/Groups/${group}`, removal)).status).toBe(204);
  expect(await members()).toBe(0);
  await own.call("PATCH", `/Groups/${group}`, patchOf({ op: "Add", path: "members", value: [{ value: id }] }));
  await own.call("PATCH", `/Groups/${group}`, patchOf({ op: "remove", path: `members[value eq "${id}"]` }));
  expect(await members()).toBe(0);
  const bare = await own.call("GET", `/Groups/${group}?excludedAttributes=members`);
  expect(bare.body).not.toHaveProperty("members");
  expect((await own.call("DELETE", `/Groups/${group}`)).status).toBe(204);
  expect((await own.call("GET", `/Groups/${group}`)).status).toBe(404);
});

test("users are found by filter and read in pages", async () => {
  for (const local of ["page1", "page2", "page3"]) await own.make(local);
  const list = async (query: string) => (await own.call("GET", `/Users?${query}`)).body;
  const filter = async (text: string) => (await list(`filter=${encodeURIComponent(text)}`)).totalResults;
  expect(await filter(`userName eq "${own.mail("PAGE1").toUpperCase()}"`)).toBe(1);
  expect(await filter('externalId eq "ext-page2"')).toBe(1);
  expect(await filter('externalId eq "EXT-page2"')).toBe(0);
  expect(await filter(`emails[type eq "work"].value eq "${own.mail("page3")}"`)).toBe(1);
  expect(await filter('userName sw "page" and not (displayName eq "page1")')).toBe(2);
  expect(await filter('displayName eq "page1" or displayName eq "page2" and active eq false')).toBe(1);
  const all = await list("count=200");
  const pages = [
    await list("startIndex=1&count=2"),
    await list("startIndex=3&count=2"),
    await list("startIndex=5&count=200"),
  ];
  expect(pages.flatMap((page) => page.Resources.map((user: { id: string }) => user.id))).toEqual(
    all.Resources.map((user: { id: string }) => user.id),
  );
  expect(pages[1]).toMatchObject({ totalResults: all.totalResults, startIndex: 3, itemsPerPage: 2 });
  expect(await list("count=0")).toMatchObject({ totalResults: all.totalResults, Resources: [] });
  expect(Object.keys((await list("attributes=userName&count=1")).Resources[0]).sort()).toEqual([
    "id",
    "schemas",
    "userName",
  ]);
});

test("the endpoint describes itself", async () => {
  expect((await own.call("GET", "/ServiceProviderConfig")).body).toMatchObject({ patch: { supported: true } });
  expect((await own.call("GET", "/ResourceTypes")).body.Resources.map((type: { id: string }) => type.id)).toEqual([
    "User",
    "Group",
  ]);
  const schema = await own.call("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User");
  expect(schema.body.attributes.map((it: { name: string }) => it.name)).toContain("userName");
});

test("a refusal names its cause, in SCIM's own form", async () => {
  const id = await own.make("strict");
  const patch = (operation: object) => own.call("PATCH", `/Users/${id}`, patchOf(operation));
  const cases: [
    Promise<{ status: number; body: { scimType?: string; status?: string; detail?: string } }>,
    number,
    string | undefined,
  ][] = [
    [own.call("POST", "/Users", "{not json"), 400, "invalidSyntax"],
    [own.call("POST", "/Users", "[]"), 400, "invalidSyntax"],
    [own.call("POST", "/Users", { userName: "" }), 400, "invalidValue"],
    [own.call("POST", "/Users", own.userOf("a\u0000b")), 400, "invalidValue"],
    [own.call("POST", "/Users", own.userOf("x", { userName: 7 })), 400, "invalidValue"],
    [
      own.call("POST", "/Users", own.userOf("x", { emails: [{ value: "x@elsewhere.example", primary: true }] })),
      400,
      "invalidValue",
    ],
    [
      own.call("POST", "/Users", own.userOf("x", { emails: [{ value: "Ada <ada@scim-own.example>" }] })),
      400,
      "invalidValue",
    ],
    [own.call("POST", "/Users", own.userOf("strict")), 409, "uniqueness"],
    [own.call("POST", "/Users", own.userOf("fresh", { emails: [{ value: own.mail("strict") }] })), 409, "uniqueness"],
    [patch({ op: "replace", path: "shoeSize", value: 44 }), 400, "invalidPath"],
    [patch({ op: "replace", path: "emails[", value: 44 }), 400, "invalidPath"],
    [patch({ op: "replace", path: "emails[type eq].value", value: "a@b.example" }), 400, "invalidFilter"],
    [patch({ op: "replace", path: "id", value: "1" }), 400, "mutability"],
    [patch({ op: "replace", path: "active", value: "perhaps" }), 400, "invalidValue"],
    [patch({ op: "copy", path: "active", value: true }), 400, "invalidSyntax"],
    [patch({ op: "remove" }), 400, "noTarget"],
    [own.call("PATCH", `/Users/${id}`, { Operations: "x" }), 400, "invalidSyntax"],
    [own.call("GET", "/Users?filter=userName%20eq"), 400, "invalidFilter"],
    [own.call("GET", "/Users?filter=shoeSize%20eq%2044"), 400, "invalidFilter"],
    [own.call("GET", "/Users?count=ten"), 400, "invalidValue"],
    [own.call("POST", "/Groups", { displayName: "G", members: [{ value: "7" }] }), 400, "invalidValue"],
    [own.call("POST", "/Groups", { displayName: "G", members: [{ value: own.companyId }] }), 400, "invalidValue"],
    [own.call("POST", "/Groups", { displayName: "ENGINEERING" }), 409, "uniqueness"],
    [own.call("GET", "/Users/not-an-id"), 404, undefined],
    [own.call("GET", "/Nothing"), 404, undefined],
    [own.call("DELETE", "/Users"), 405, undefined],
    [own.call("POST", "/Users", own.userOf("x"), { "content-type": "text/plain" }), 415, undefined],
    [own.call("POST", "/Users", `"${"x".repeat(7 * 1024 * 1024)}"`), 413, undefined],
    [own.call("GET", "/Users", undefined, { cookie: "a=b" }), 400, "invalidSyntax"],
  ];
  for (const [reply, status, scimType] of cases) {
    const { status: got, body } = await reply;
    expect([got, body.scimType, body.status], body.detail).toEqual([status, scimType, String(status)]);
    expect(body.detail).toMatch(/\.$/);
  }
  const { problems } = await own.page();
  expect(problems.map(({ detail }) => detail).join()).toContain("Only addresses at scim-own.example");
  expect(problems.length).toBeLessThanOrEqual(20);
});

test("no key, a wrong one, one for something else and one that expired open nothing", async () => {
  const as = (authorization: string) => own.call("GET", "/Users", undefined, { authorization });
  const reader = await own
    .caller()
    .apiKey.create({ company: own.slug, name: "Reader", scopes: ["roster:read"], days: 30 });
  expect((await as("")).status).toBe(401);
  expect((await as("Bearer nonsense")).headers.get("www-authenticate")).toContain("invalid_token");
  const scope = await as(`Bearer ${reader.token}`);
  expect([scope.status, scope.body.schemas]).toEqual([403, ["urn:ietf:params:scim:api:messages:2.0:Error"]]);
  directoryClock.now = new Date(directoryNow.getTime() + 31 * 86_400_000);
  expect((await as(`Bearer ${own.token}`)).status).toBe(401);
  directoryClock.now = directoryNow;
});

test("another company's users and groups are not there", async () => {
  const foreign = await other.make("foreign");
  const group = await other.push("Foreign", [foreign]);
  for (const [method, path, body] of [
    ["GET", `/Users/${foreign}`, undefined],
    ["PUT", `/Users/${foreign}`, own.userOf("foreign")],
    ["PATCH", `/Users/${foreign}`, patchOf({ op: "replace", path: "active", value: false })],
    ["DELETE", `/Users/${foreign}`, undefined],
    ["GET", `/Groups/${group}`, undefined],
    ["PATCH", `/Groups/${group}`, patchOf({ op: "replace", path: "displayName", value: "Mine" })],
    ["DELETE", `/Groups/${group}`, undefined],
  ] as const) {
    expect((await own.call(method, path, body)).status, `${method} ${path}`).toBe(404);
  }
  expect(
    (await own.call("POST", "/Groups", { displayName: "Mixed", members: [{ value: foreign }] })).body.scimType,
  ).toBe("invalidValue");
  expect(
    (await own.call("GET", "/Users?count=200")).body.Resources.map((user: { id: string }) => user.id),
  ).not.toContain(foreign);
  await expect(callerFor(own.admin, directoryNow).directory.get({ company: other.slug })).rejects.toThrow(
    /nothing at this address/,
  );
});

test("two changes at once are both kept, and one name is given once", async () => {
  const id = await own.make("racer");
  await Promise.all([
    own.call("PATCH", `/Users/${id}`, patchOf({ op: "replace", path: "name.givenName", value: "Rae" })),
    own.call("PATCH", `/Users/${id}`, patchOf({ op: "replace", path: "name.familyName", value: "Racer" })),
  ]);
  expect((await own.call("GET", `/Users/${id}`)).body.name).toMatchObject({ givenName: "Rae", familyName: "Racer" });
  const twins = await Promise.all([
    own.call("POST", "/Users", own.userOf("twin")),
    own.call("POST", "/Users", own.userOf("twin")),
  ]);
  expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
});
