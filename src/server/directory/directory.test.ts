import type { Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { applyRetention } from "@/server/rights/retention";
import { importRoster } from "../../../prisma/factories";
import {
  type DirectoryCompany,
  directoryClock,
  directoryCompany,
  directoryNow,
  engineeringIs,
  patchOf,
  serveDirectory,
  withEngineers,
} from "../../../prisma/test-directory";
import { adminQuery } from "../../../scripts/testing/admin-query";

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serveDirectory());
});
afterAll(() => server.close());
beforeEach(() => {
  directoryClock.now = directoryNow;
});

const rosterOf = (company: DirectoryCompany) =>
  withCompany(company, (tx) => tx.member.count({ where: { companyId: company.companyId, group: { not: null } } }));
const off = patchOf({ op: "Replace", path: "active", value: "False" });
const moveTo = (value: string) => patchOf({ op: "replace", path: 'emails[type eq "work"].value', value });
const deeds = async (company: DirectoryCompany) =>
  (await company.caller().audit.list({ company: company.slug, page: 0 })).entries.map(
    ({ action, subject }) => `${action}: ${subject}`,
  );
const mailsWaiting = async (company: DirectoryCompany) =>
  (
    await adminQuery(
      "select 1 from pgboss.job where name = 'mail' and data->>'subject' like 'The directory of%' and data->>'to' = $1",
      [company.admin],
    )
  ).length;
/** Real time goes on while requests come. */
const tick = (milliseconds = 1_000) => {
  directoryClock.now = new Date(directoryClock.now.getTime() + milliseconds);
};

test("before an admin's first yes nothing of the directory is in force, and one mail tells that it waits", async () => {
  const company = await directoryCompany("dir-first", origin);
  const ids = [await company.make("one"), await company.make("two")];
  await company.push("Engineering", ids);
  expect(await rosterOf(company)).toBe(0);
  const page = await company.page();
  expect(page).toMatchObject({ began: false, counts: { people: 2, join: 2, leave: 0 }, known: 2, asked: 0 });
  expect(page.waiting.map(({ after }) => after.group)).toEqual(["engineer", "engineer"]);
  expect(await mailsWaiting(company)).toBe(1);
  const seen = await company.page();
  const late = await company.make("three");
  await company.push("More", [late]);
  await company
    .caller()
    .directory.saveMapping({ company: company.slug, mapping: [engineeringIs("Engineering"), engineeringIs("More")] });
  await expect(
    company.caller().directory.applyChanges({ company: company.slug, comparison: seen.comparison }),
  ).rejects.toThrow(/something else since you looked/);
  await company.apply();
  expect(await rosterOf(company)).toBe(3);
  expect(await mailsWaiting(company)).toBe(1);
});

test("a single change goes through at once and stands in the log", async () => {
  const company = await directoryCompany("dir-single", origin);
  const { ids } = await withEngineers(company, 3);
  tick();
  await company.call("PATCH", `/Users/${ids[0]}`, moveTo(company.mail("new")));
  expect((await company.member(company.mail("new")))?.id).toBe(ids[0]);
  await company.call("PATCH", `/Users/${ids[1]}`, off);
  expect(await rosterOf(company)).toBe(2);
  const log = (await deeds(company)).join("\n");
  expect(log).toContain(
    `roster.sync: ${company.mail("e0")}: address became ${company.mail("new")}, by API key “Directory”`,
  );
  expect(log).toContain(`roster.sync: ${company.mail("e1")}: left, by API key`);
});

test("exactly 40 % may be deactivated; the next one waits, the directory is told so, and repeating it is one wish", async () => {
  const company = await directoryCompany("dir-leave", origin);
  const { ids } = await withEngineers(company, 10);
  for (const id of ids.slice(0, 4)) {
    tick();
    expect((await company.call("PATCH", `/Users/${id}`, off)).body.active).toBe(false);
  }
  expect(await rosterOf(company)).toBe(6);
  const fifth = `/Users/${ids[4]}`;
  const held = await company.call("PATCH", fifth, off);
  expect(held.status).toBe(200);
  expect(held.body).toMatchObject({
    active: true,
    "urn:tandem:params:scim:schemas:waiting:1.0:User": { state: "waiting", changes: ["leave"], active: false },
  });
  expect((await company.call("PATCH", fifth, off)).body).toEqual(held.body);
  expect((await company.call("GET", fifth)).body).toEqual(held.body);
  expect((await company.call("DELETE", `/Users/${ids[5]}`)).status).toBe(204);
  expect((await company.call("GET", `/Users/${ids[5]}`)).status).toBe(404);
  expect(await rosterOf(company)).toBe(6);
  expect(await company.page()).toMatchObject({ stopped: ["leave"], counts: { people: 2, leave: 2 } });
  // One for the first review, one for the stop.
  expect(await mailsWaiting(company)).toBe(2);
  // A day later the window is over, and what is held stays held until somebody decides.
  tick(25 * 3_600_000);
  expect((await company.call("PATCH", `/Users/${ids[6]}`, off)).body.active).toBe(true);
  expect(
    (await company.call("PATCH", `/Users/${ids[6]}`, patchOf({ op: "replace", path: "active", value: true }))).body,
  ).not.toHaveProperty("urn:tandem:params:scim:schemas:waiting:1.0:User");
  await company.apply();
  expect(await rosterOf(company)).toBe(4);
  expect(await company.page()).toMatchObject({ stopped: [], counts: { people: 0 }, known: 9 });
  expect(await deeds(company)).toContain("directory.apply: 2 people");
});

test("of six who are deactivated at the same moment, of ten, four leave and two wait", async () => {
  const company = await directoryCompany("dir-race", origin);
  const { ids } = await withEngineers(company, 10);
  tick();
  const replies = await Promise.all(ids.slice(0, 6).map((id) => company.call("PATCH", `/Users/${id}`, off)));
  expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect(replies.filter(({ body }) => body.active)).toHaveLength(2);
  expect(await rosterOf(company)).toBe(6);
  expect(await company.page()).toMatchObject({ stopped: ["leave"], counts: { people: 2, leave: 2 } });
});

test("exactly 5 % may get a new address; one more waits, and a discarded wish is not asked again", async () => {
  const company = await directoryCompany("dir-identity", origin);
  const file = Array.from({ length: 37 }, (_, index) => ({ name: `f${index}`, email: company.mail(`f${index}`) }));
  await importRoster(company.caller(), company.slug, file);
  const { ids } = await withEngineers(company, 3);
  expect(await rosterOf(company)).toBe(40);
  for (const index of [0, 1]) {
    tick();
    await company.call("PATCH", `/Users/${ids[index]}`, moveTo(company.mail(`puppet${index}`)));
    expect((await company.member(company.mail(`puppet${index}`)))?.id).toBe(ids[index]);
  }
  const third = `/Users/${ids[2]}`;
  const held = await company.call("PATCH", third, moveTo(company.mail("puppet2")));
  expect(held.body).toMatchObject({
    emails: [{ value: company.mail("e2") }],
    "urn:tandem:params:scim:schemas:waiting:1.0:User": {
      state: "waiting",
      changes: ["address"],
      address: company.mail("puppet2"),
    },
  });
  // What is none of the held kind still goes through.
  await company.call("PATCH", third, patchOf({ op: "replace", path: "displayName", value: "Renamed" }));
  expect((await company.member(company.mail("e2")))?.name).toBe("Renamed");
  const { comparison } = await company.page();
  await company.caller().directory.discard({ company: company.slug, comparison });
  expect(await company.page()).toMatchObject({ stopped: [], counts: { people: 0 }, declined: 1 });
  const again = await company.call("PATCH", third, moveTo(company.mail("puppet2")));
  expect(again.body["urn:tandem:params:scim:schemas:waiting:1.0:User"].state).toBe("declined");
  expect(await company.member(company.mail("puppet2"))).toBeNull();
  tick();
  await company.call("PATCH", third, moveTo(company.mail("real2")));
  expect((await company.member(company.mail("real2")))?.id).toBe(ids[2]);
});

test("a group that is emptied at once stops as a whole, and nobody of it is half gone", async () => {
  const company = await directoryCompany("dir-group", origin);
  const { group } = await withEngineers(company, 9);
  tick();
  expect((await company.call("DELETE", `/Groups/${group}`)).status).toBe(204);
  expect(await rosterOf(company)).toBe(9);
  expect(await company.page()).toMatchObject({ stopped: ["leave"], counts: { leave: 9 } });
});

test("a mapping without a row can be looked at and not applied: everybody would leave", async () => {
  const company = await directoryCompany("dir-unmapped", origin);
  await company.apply();
  tick();
  const ids = await Promise.all(Array.from({ length: 4 }, (_, index) => company.make(`u${index}`)));
  await company.push("Engineering", ids);
  const directory = company.caller().directory;
  await directory.saveMapping({ company: company.slug, mapping: [] });
  const { comparison, counts } = await company.page();
  expect(counts).toMatchObject({ leave: 4 });
  await expect(directory.applyChanges({ company: company.slug, comparison })).rejects.toThrow(
    /Say what groups mean first/,
  );
  expect(await rosterOf(company)).toBe(4);
});

test("many who join at once wait, and a changed mapping shows what it would do first", async () => {
  const company = await directoryCompany("dir-join", origin);
  await company.apply();
  tick();
  const ids = await Promise.all(Array.from({ length: 11 }, (_, index) => company.make(`j${index}`)));
  await company.push("Engineering", ids);
  expect(await company.page()).toMatchObject({ stopped: ["move"], counts: { join: 11 } });
  await company.apply();
  expect(await rosterOf(company)).toBe(11);
  await company
    .caller()
    .directory.saveMapping({ company: company.slug, mapping: [engineeringIs("Engineering", { team: "Core" })] });
  expect(await company.page()).toMatchObject({ reviewed: true, counts: { move: 11 } });
  tick();
  expect((await company.call("PATCH", `/Users/${ids[0]}`, off)).body.active).toBe(true);
  await company.apply();
  expect((await company.member(company.mail("j1")))?.slices).toEqual({ team: "Core" });
  expect(await rosterOf(company)).toBe(10);
});

test("nobody with a role gets a new address unseen, and a deactivated one keeps the role until an admin takes it", async () => {
  const company = await directoryCompany("dir-role", origin);
  await company.apply();
  const id = await company.make("admin");
  expect((await company.member(company.admin))?.id).toBe(id);
  const taken = await company.call("PATCH", `/Users/${id}`, moveTo(company.mail("thief")));
  expect(taken.body.emails[0].value).toBe(company.admin);
  expect(await company.page()).toMatchObject({ stopped: [], waiting: [{ id, guarded: true, kinds: ["identity"] }] });
  await company.call("PATCH", `/Users/${id}`, patchOf({ op: "replace", value: { active: false } }));
  expect((await company.page()).rolesLeft).toMatchObject([{ email: company.admin, roles: ["admin"] }]);
});

test("two people may trade addresses in one decision, and an address that is taken meanwhile is not written over", async () => {
  const company = await directoryCompany("dir-trade", origin);
  const { ids } = await withEngineers(company, 8);
  tick();
  const [left, right, third] = ids;
  await company.call("PATCH", `/Users/${left}`, moveTo(company.mail("parked")));
  for (const [id, local] of [
    [right, "a"],
    [third, "b"],
  ] as const)
    await company.call("PATCH", `/Users/${id}`, moveTo(company.mail(local)));
  expect((await company.page()).counts.identity).toBe(2);
  await company
    .caller()
    .member.invite({ company: company.slug, email: company.mail("b"), name: "B", admin: false, board: true });
  await company.apply();
  expect((await company.member(company.mail("a")))?.id).toBe(right);
  expect((await company.member(company.mail("b")))?.name).toBe("B");
  expect(await company.page()).toMatchObject({ counts: { identity: 1 } });
});

test("an erased person is nowhere, not under an address they had before, and comes back only by the directory", async () => {
  const company = await directoryCompany("dir-erase", origin);
  const { ids } = await withEngineers(company, 4);
  tick();
  await company.call("PATCH", `/Users/${ids[1]}`, moveTo(company.mail("second")));
  await company.call("POST", "/Users", company.userOf("second", { userName: "other" }));
  const everything = async () => {
    const tables = await adminQuery<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'company_id'",
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        adminQuery(`select to_jsonb(t) from "${name}" as t where company_id = $1`, [company.companyId]),
      ),
    );
    return JSON.stringify(rows);
  };
  expect(await everything()).toMatch(/e1@.*second@|second@.*e1@/);
  await company.caller().rights.erase({ company: company.slug, email: company.mail("second") });
  expect(await everything()).not.toMatch(/\be1\b|second@/);
  expect((await company.call("GET", `/Users/${ids[1]}`)).status).toBe(404);
});

test("who was deactivated 90 days ago and is on no roster that is kept is forgotten; who is known and not asked stays", async () => {
  const company = await directoryCompany("dir-forget", origin);
  await company.apply();
  const gone = await company.make("gone");
  const known = await company.make("known");
  await company.call("PATCH", `/Users/${gone}`, off);
  const later = (days: number) => new Date(directoryNow.getTime() + days * 86_400_000);
  const statuses = async () => [
    (await company.call("GET", `/Users/${gone}`)).status,
    (await company.call("GET", `/Users/${known}`)).status,
  ];
  await applyRetention(company.companyId, 8, later(89));
  expect(await statuses()).toEqual([200, 200]);
  await applyRetention(company.companyId, 8, later(91));
  expect(await statuses()).toEqual([404, 200]);
  expect(await company.member(company.mail("gone"))).toBeNull();
});

test("once the directory is let go, everybody stays, and files lead again", async () => {
  const company = await directoryCompany("dir-release", origin);
  await withEngineers(company, 3);
  await company.caller().directory.release({ company: company.slug });
  expect(await rosterOf(company)).toBe(3);
  await importRoster(company.caller(), company.slug, [{ name: "Solo", email: company.mail("solo") }]);
  expect(await rosterOf(company)).toBe(1);
  expect((await company.call("GET", "/Users")).body.totalResults).toBe(0);
});
