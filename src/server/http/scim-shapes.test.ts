import type { Server } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type DirectoryCompany, directoryCompany, patchOf, serveDirectory } from "../../../prisma/test-directory";

// The bodies that Microsoft Entra ID and Okta send, as their documents, their validators and their logs show them.

let server: Server;
let own: DirectoryCompany;
let id = "";
let colleague = "";
let group = "";
const mail = (local: string) => own.mail(local);
const user = async () => (await own.call("GET", `/Users/${id}`)).body;
const members = async () =>
  (await own.call("GET", `/Groups/${group}`)).body.members.map(({ value }: { value: string }) => value);
const patch = async (...operations: object[]) => (await own.call("PATCH", `/Users/${id}`, patchOf(...operations))).body;
const found = async (path: string) => {
  const { status, body } = await own.call("GET", path);
  return [status, body.totalResults];
};
const userUrn = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const custom = "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User";

beforeAll(async () => {
  const served = await serveDirectory();
  server = served.server;
  own = await directoryCompany("shapes", served.origin);
  id = await own.make("ada", asBefore);
  colleague = await own.make("bo");
  group = await own.push("Some people", [id]);
});
afterAll(() => server.close());
const asBefore = { name: { givenName: "Ada", familyName: "Byron" } };
const userBefore = () => own.call("PUT", `/Users/${id}`, own.userOf("ada", asBefore));
const groupBefore = () => own.call("PUT", `/Groups/${group}`, { displayName: "Some people", members: [{ value: id }] });
/** The address that the directory wants: in force, or waiting for an admin. */
const addressIn = (seen: Record<string, { address?: string } & { value: string }[]>) =>
  seen["urn:tandem:params:scim:schemas:waiting:1.0:User"]?.address ?? seen.emails?.[0]?.value;

describe("Entra looks before it writes", () => {
  test.each<[string, () => string, number]>([
    ["a random user, to test the connection", () => `/Users?filter=userName+eq+"9b0c7fb8-5f5e-4a3c-9d9a-1f9a3b7e2c11"`, 0],
    ["by name, with the @ encoded", () => `/Users?filter=userName+eq+"${encodeURIComponent(mail("ada"))}"`, 1],
    ["by externalId", () => `/Users?filter=externalId+eq+"ext-ada"`, 1],
    ["by the address for work", () => `/Users?filter=emails[type+eq+"work"].value+eq+"${mail("ada")}"`, 1],
    ["by two of them", () => `/Users?filter=userName+eq+"${mail("ada")}"+and+externalId+eq+"ext-ada"`, 1],
    ["whether a manager is set, which is not kept", () => `/Users?filter=id+eq+"${id}"+and+manager+eq+"${colleague}"&attributes=id`, 0],
    ["the same by the schema's whole name", () => `/Users?filter=id+eq+"${id}"+and+${enterprise}:manager+eq+"${colleague}"&attributes=id`, 0],
    ["a group by its name", () => `/Groups?excludedAttributes=members&filter=displayName+eq+"Some people"`, 1],
    ["a group by externalId", () => `/Groups?excludedAttributes=members&filter=externalId+eq+"none"`, 0],
    ["whether somebody is in a group", () => `/Groups?filter=id+eq+"${group}"+and+members+eq+"${id}"&attributes=id`, 1],
    ["and is not", () => `/Groups?filter=id+eq+"${group}"+and+members+eq+"${colleague}"&attributes=id`, 0],
  ])("%s", async (_, path, total) => {
    expect(await found(path())).toEqual([200, total]);
  }); // biome-ignore format: a table
});

describe("Entra changes a user", () => {
  afterEach(userBefore);

  test.each<[string, object[], object]>([
    ["a string for false", [{ op: "Replace", path: "active", value: "False" }], { active: false }],
    ["a string for true", [{ op: "Add", path: "active", value: "True" }], { active: true }],
    ["false itself", [{ op: "Replace", path: "active", value: false }], { active: false }],
    ["without a path", [{ op: "Replace", value: { active: "False" } }], { active: false }],
    ["a name part", [{ op: "Replace", path: "name.familyName", value: "King" }], { name: { familyName: "King", givenName: "Ada" } }],
    ["names by the schema's whole name", [{ op: "Replace", path: `${userUrn}:displayName`, value: "Countess" }], { displayName: "Countess" }],
    ["a part by the schema's whole name", [{ op: "Replace", path: `${userUrn}:name.givenName`, value: "Augusta" }], { name: { givenName: "Augusta" } }],
    ["flat paths in one value", [{ op: "replace", value: { displayName: "D", "name.givenName": "G", "name.middleName": "M", "name.honorificPrefix": "Dr", [`${enterprise}:employeeNumber`]: "7", [`${enterprise}:department`]: "R&D", [`${custom}:tag`]: "x" } }], { displayName: "D", name: { givenName: "G" } }],
    ["objects in one value", [{ op: "replace", value: { name: { givenName: "G", familyName: "F" }, [enterprise]: { department: "R&D" } } }], { name: { givenName: "G", familyName: "F" } }],
    ["a manager as a string", [{ op: "Add", path: `${enterprise}:manager`, value: "2819c223" }], { active: true }],
    ["a manager as a list", [{ op: "Replace", path: `${enterprise}:manager`, value: [{ $ref: "../Users/1", value: "1" }] }], { active: true }],
    ["a manager's value", [{ op: "Replace", path: `${enterprise}:manager.value`, value: "1" }], { active: true }],
    ["no manager", [{ op: "Remove", path: `${enterprise}:manager` }], { active: true }],
    ["an extension of the company's own", [{ op: "Add", path: `${custom}:tag`, value: "701984" }], { active: true }],
    ["everything that is not kept", [
      { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "22-377-3428" },
      { op: "Add", path: 'phoneNumbers[type eq "work"].primary', value: true },
      { op: "Add", path: 'addresses[type eq "other"].Formatted', value: "Room 1" },
      { op: "Add", path: 'roles[primary eq "True"].value', value: "admin" },
      { op: "Replace", path: 'roles[primary eq "True"].display', value: "Admin" },
      { op: "Remove", path: 'phoneNumbers[type eq "fax"].value' },
      { op: "Replace", path: "title", value: null },
      { op: "Add", path: "preferredLanguage", value: "nb-SJ" },
      { op: "Add", path: 'emails[type eq "home"].value', value: "a@home.example" },
      { op: "Replace", path: 'emails[type eq "home"].primary', value: true },
      { op: "Add", path: 'emails[type eq "other"].Value', value: "smtp:a@other.example" },
      { op: "Replace", path: 'emails[type eq "work"].display', value: "0TXBC2MOGUI0" },
      { op: "Replace", path: 'emails[type eq "work"].type', value: "work" },
    ], { active: true }],
  ])("%s", async (_, operations, expected) => {
    expect(await patch(...operations)).toMatchObject({ id, emails: [{ value: mail("ada"), primary: true }], ...expected });
  }); // biome-ignore format: a table

  test.each<[string, (value: string) => object]>([
    ["its value", (value) => ({ op: "Replace", path: 'emails[type eq "work"].value', value })],
    ["added", (value) => ({ op: "Add", path: 'emails[type eq "work"].value', value })],
    ["by a boolean", (value) => ({ op: "Replace", path: "emails[primary eq true].value", value })],
    ["by a boolean as a string", (value) => ({ op: "Replace", path: 'emails[primary eq "True"].value', value })],
    ["an object behind a filter", (value) => ({ op: "Replace", path: 'emails[type eq "work"]', value: { type: "work", value, primary: true } })],
    ["the whole list", (value) => ({ op: "replace", path: "emails", value: [{ type: "work", value, primary: true }] })],
    ["a path in the value", (value) => ({ op: "replace", value: { 'emails[type eq "work"].value': value } })],
    ["a list in the value", (value) => ({ op: "replace", value: { emails: [{ type: "work", value, primary: "True" }] } })],
  ])("the address: %s", async (_, operation) => {
    expect(addressIn(await patch(operation(mail("new"))))).toBe(mail("new"));
  }); // biome-ignore format: a table

  test("an address that is taken away leaves the userName, also when the value is sent along", async () => {
    const seen = await patch({ op: "Remove", path: 'emails[type eq "work"].value', value: mail("another") });
    expect(addressIn(seen)).toBe(mail("ada"));
  });
});

describe("Entra changes a group", () => {
  afterEach(groupBefore);

  const send = async (...operations: object[]) =>
    (await own.call("PATCH", `/Groups/${group}`, patchOf(...operations))).status;
  const namesOf = async () => {
    const { displayName, externalId } = (await own.call("GET", `/Groups/${group}?excludedAttributes=members`)).body;
    return { displayName, externalId };
  };

  test("it is made without members, with a schema of Microsoft's own", async () => {
    const made = await own.call("POST", "/Groups", {
      schemas: [
        "urn:ietf:params:scim:schemas:core:2.0:Group",
        "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
      ],
      externalId: "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
      displayName: `Made`,
      meta: { resourceType: "Group" },
    });
    expect([made.status, made.body.members, made.body.externalId]).toEqual([
      201,
      [],
      "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
    ]);
  });

  test("members come and go in each of its ways", async () => {
    const both = [id, colleague].toSorted();
    const steps: [object[], string[]][] = [
      [[{ op: "Add", path: "members", value: [{ $ref: null, value: colleague }] }], both],
      [[{ op: "Remove", path: "members", value: [{ $ref: null, value: colleague }] }], [id]],
      [[{ op: "Add", path: "members", value: [{ value: colleague }, { value: id }] }], both],
      [[{ op: "Remove", path: `members[value eq "${colleague}"]` }], [id]],
      [[{ op: "Add", value: { members: [{ value: colleague, display: "Bo" }] } }], both],
      [[{ op: "Remove", path: `members[value eq "${id}" or value eq "${colleague}"]` }], []],
      [[{ op: "Replace", path: "members", value: [{ value: id }] }], [id]],
      [[{ op: "Remove", path: "members", value: id }], []],
      [[{ op: "Add", path: "urn:ietf:params:scim:schemas:core:2.0:Group:members", value: [{ value: id }] }], [id]],
    ];
    for (const [operations, left] of steps) {
      expect(await send(...operations), JSON.stringify(operations)).toBe(204);
      expect((await members()).toSorted(), JSON.stringify(operations)).toEqual(left);
    }
  });

  test("its name and its id there change, with and without a path", async () => {
    expect(await send({ op: "Replace", path: "displayName", value: `Renamed` })).toBe(204);
    expect(await send({ op: "Replace", path: "externalId", value: "ext-1" })).toBe(204);
    expect(await namesOf()).toEqual({ displayName: `Renamed`, externalId: "ext-1" });
    expect(await send({ op: "Replace", value: { displayName: `Again`, externalId: "ext-2" } })).toBe(204);
    expect(await namesOf()).toEqual({ displayName: `Again`, externalId: "ext-2" });
    expect(await members()).toEqual([id]);
  });
});

describe("Okta", () => {
  afterEach(userBefore);

  test("asks for two users and for groups when it is set up, and for a name before it creates", async () => {
    for (const path of ["/Users?startIndex=1&count=2", "/Groups?startIndex=1&count=100"])
      expect((await own.call("GET", path)).body).toMatchObject({ startIndex: 1, Resources: expect.any(Array) });
    const named = `/Users?filter=userName%20eq%20%22${encodeURIComponent(mail("ada"))}%22&startIndex=1&count=100`;
    expect(await found(named)).toEqual([200, 1]);
  });

  test("sends whole users by PUT, what it read before and what is not kept included", async () => {
    const whole = {
      ...(await user()),
      schemas: [userUrn, enterprise],
      userName: mail("ada"),
      name: { givenName: "Another", middleName: "Excited", familyName: "User" },
      emails: [{ primary: true, value: mail("ada"), type: "work", display: mail("ada") }],
      phoneNumbers: [{ primary: true, value: "555-5555", type: "mobile" }],
      password: "1mz050nq",
      [enterprise]: { manager: { value: "1", displayName: "Boss" } },
      active: true,
    };
    const replaced = await own.call("PUT", `/Users/${id}`, whole);
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({ id, name: { givenName: "Another", familyName: "User" }, active: true });
    expect(replaced.body.groups).toHaveLength(1);
    const off = await own.call("PUT", `/Users/${id}`, { ...whole, active: false });
    expect([off.status, off.body.active]).toEqual([200, false]);
  });

  test.each<[string, object[], object]>([
    ["deactivates", [{ op: "replace", value: { active: false } }], { active: false }],
    ["deactivates by a path", [{ op: "replace", path: "active", value: false }], { active: false }],
    ["sets a password, which is not kept", [{ op: "replace", value: { password: "secret-9" } }], { active: true }],
  ])("%s by PATCH", async (_, operations, expected) => {
    const seen = await patch(...operations);
    expect(seen).toMatchObject({ id, ...expected });
    expect(JSON.stringify(seen)).not.toContain("secret-9");
  });

  test("pushes groups: exchange of members in one message, all at once, a new name with the id, the whole by PUT", async () => {
    const send = async (...operations: object[]) =>
      (await own.call("PATCH", `/Groups/${group}`, patchOf(...operations))).status;
    const exchange = [
      { op: "remove", path: `members[value eq "${id}"]` },
      { op: "add", path: "members", value: [{ value: colleague, display: mail("bo") }] },
    ];
    expect([await send(...exchange), await members()]).toEqual([204, [colleague]]);
    const all = [{ value: id, display: mail("ada") }];
    expect([await send({ op: "replace", path: "members", value: all }), await members()]).toEqual([204, [id]]);
    expect(await send({ op: "replace", value: { id: group, displayName: `Okta` } })).toBe(204);
    const put = await own.call("PUT", `/Groups/${group}`, {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
      id: group,
      displayName: `Okta whole`,
      members: [{ value: colleague, display: mail("bo") }],
    });
    expect([put.status, put.body.displayName, await members()]).toEqual([200, `Okta whole`, [colleague]]);
    expect((await own.call("DELETE", `/Groups/${group}`)).status).toBe(204);
  });
});
