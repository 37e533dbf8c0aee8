import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { frontDoor } from "@/server/http/front-door";
import { publicApi } from "@/server/http/public-api";
import { applyRetention } from "@/server/rights/retention";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { routes } from "./routes";

// Every operation that changes something, sent twice: one after the other, at the same time, and under one name.

const company = "repeats";
const quarter = "2031-Q2";
const start = new Date("2031-05-02T09:00:00Z");
let now = start;
let seconds = 0;
let origin = "";
let keys: string[] = [];
let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
const server = createServer(
  frontDoor(
    async (_, response) => void response.end(),
    "127.0.0.1",
    publicApi(
      () => now,
      () => seconds * 1000,
    ),
  ),
);

type Sent = { method: string; path: string; body?: unknown };
type Answer = { status: number; code: string | null; body: Record<string, unknown> | null; headers: Headers };
async function send({ method, path, body }: Sent, name?: string, key = keys[0]): Promise<Answer> {
  seconds += 1;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(name === undefined ? {} : { "idempotency-key": name }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answered = text ? JSON.parse(text) : null;
  return { status: response.status, code: answered?.code ?? null, body: answered, headers: response.headers };
}
const said = ({ status, code }: Answer) => (code === null ? String(status) : `${status} ${code}`);
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `engineer${index}@b.example`, name: `E ${index}` }));
const listOf = (count: number): Sent => ({ method: "POST", path: "/roster/imports", body: { people: people(count) } });
const imports = () => withCompany(own, (tx) => tx.rosterImport.count());
const audited = (action: string) => withCompany(own, (tx) => tx.auditEntry.count({ where: { action } }));
const cycles = () => withCompany(own, (tx) => tx.cycle.count());
let size = 1;
/** A comparison that would change the roster. */
async function compared(): Promise<Sent & { importId: string }> {
  size += 1;
  const { body } = await send(listOf(size));
  const { importId, comparison } = body as { importId: string; comparison: string };
  return { method: "POST", path: `/roster/imports/${importId}/apply`, body: { comparison }, importId };
}
const draft: Sent = { method: "PUT", path: `/cycles/${quarter}`, body: { closesAt: "2031-05-18T15:00:00Z" } };
const undraft: Sent = { method: "DELETE", path: `/cycles/${quarter}` };

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  own = await companyWithEveryRole(company);
  const caller = callerFor(own.emails.admin, start).apiKey;
  for (const name of ["One", "Two"]) {
    const scopes = ["roster:read", "roster:write", "cycle:read", "cycle:write"] as const;
    keys.push((await caller.create({ company, name, scopes: [...scopes], days: 90 })).token);
  }
});
afterAll(() => {
  keys = [];
  server.close();
});
beforeEach(async () => {
  now = start;
  await send(undraft);
});

/** What the first and the second answer say, whichever way round, and how often the thing was done. */
type Repeats = { ready: () => Promise<Sent>; answers: string[]; done: () => Promise<number>; times: number };
const cases: Record<string, Repeats> = {
  createRosterImport: { ready: async () => listOf(3), answers: ["201", "201"], done: imports, times: 2 },
  applyRosterImport: {
    ready: compared,
    answers: ["200", "409 import-ended"],
    done: () => audited("roster.apply"),
    times: 1,
  },
  discardRosterImport: {
    ready: async () => ({ method: "DELETE", path: `/roster/imports/${(await compared()).importId}` }),
    answers: ["204", "409 import-ended"],
    done: () => audited("roster.discard"),
    times: 1,
  },
  putCycleDraft: { ready: async () => draft, answers: ["200", "201"], done: cycles, times: 1 },
  deleteCycleDraft: {
    ready: async () => {
      await send(draft);
      return undraft;
    },
    answers: ["204", "404 not-found"],
    done: () => audited("cycle.remove"),
    times: 1,
  },
};

test("every operation that changes something is here, and every POST takes an Idempotency-Key", () => {
  const changing = routes.filter(({ method }) => method !== "GET");
  expect(changing.map(({ id }) => id).toSorted()).toEqual(Object.keys(cases).toSorted());
  for (const { id, method, repeated } of changing) expect(repeated !== null, id).toBe(method === "POST");
});

test.each(Object.entries(cases))("%s sent twice, one after the other and at once", async (_, its) => {
  const { ready, answers, done, times } = its;
  const after = await ready();
  const before = await done();
  const inTurn = [said(await send(after)), said(await send(after))];
  expect(inTurn.toSorted()).toEqual(answers);
  expect((await done()) - before).toBe(times);
  await send(undraft);
  const together = await ready();
  const earlier = await done();
  const atOnce = (await Promise.all([send(together), send(together)])).map(said);
  expect(atOnce.toSorted()).toEqual(answers);
  expect((await done()) - earlier).toBe(times);
});

test("under one name a list is compared once, and the answer is the same comparison", async () => {
  const before = await imports();
  const first = await send(listOf(4), '"name-1"');
  const again = await send(listOf(4), "name-1");
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
  expect(await imports()).toBe(before + 1);
});

test("under one name a comparison is applied once, and the answer says what it did", async () => {
  const apply = await compared();
  const first = await send(apply, "apply-1");
  const again = await send(apply, "apply-1");
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
  expect(first.body).toMatchObject({ joined: expect.any(Number) });
});

test("two at once under one name are done once: the other is told to wait, and gets the answer then", async () => {
  const before = await imports();
  const both = await Promise.all([send(listOf(5), "at-once"), send(listOf(5), "at-once")]);
  const answers = both.map(said).toSorted();
  expect([
    ["201", "201"],
    ["201", "409 request-in-progress"],
  ]).toContainEqual(answers);
  for (const { status, headers } of both) if (status === 409) expect(headers.get("retry-after")).toBe("1");
  const importId = both.find(({ status }) => status === 201)?.body?.importId;
  expect((await send(listOf(5), "at-once")).body?.importId).toBe(importId);
  expect(await imports()).toBe(before + 1);
});

test("a name stands for one request of one key: another body is refused, another key's is another one", async () => {
  const before = await imports();
  await send(listOf(4), "mine");
  expect(said(await send(listOf(3), "mine"))).toBe("422 idempotency-key-reused");
  const apply = await compared();
  expect(said(await send(apply, "mine"))).toBe("422 idempotency-key-reused");
  expect(said(await send(listOf(3), "mine", keys[1]))).toBe("201");
  expect(await imports()).toBe(before + 3);
});

test("what was refused was not done, and may be tried again under its name", async () => {
  const apply = await compared();
  const other = await compared();
  await send(other, "other");
  expect(said(await send(apply, "stale"))).toBe("409 comparison-changed");
  expect(said(await send(apply, "stale"))).toBe("409 comparison-changed");
  const { body } = await send({ method: "GET", path: `/roster/imports/${apply.importId}` });
  expect(said(await send({ ...apply, body: { comparison: body?.comparison } }, "stale"))).toBe("200");
});

test("a name is known for a day, and one whose process died is free again after two minutes", async () => {
  const before = await imports();
  await send(listOf(6), "daily");
  now = new Date(start.getTime() + 23.9 * 3_600_000);
  await send(listOf(6), "daily");
  expect(await imports()).toBe(before + 1);
  now = new Date(start.getTime() + 24.1 * 3_600_000);
  await send(listOf(6), "daily");
  expect(await imports()).toBe(before + 2);
  await withCompany(own, (tx) => tx.apiRequest.updateMany({ data: { status: null } }));
  now = new Date(now.getTime() + 60_000);
  expect(said(await send(listOf(6), "daily"))).toBe("409 request-in-progress");
  now = new Date(now.getTime() + 61_000);
  expect(said(await send(listOf(6), "daily"))).toBe("201");
  await applyRetention(own.companyId, 8, new Date(now.getTime() + 25 * 3_600_000));
  expect(await withCompany(own, (tx) => tx.apiRequest.count())).toBe(0);
});

test("of a named request only hashes, an id and numbers are kept", async () => {
  await send(listOf(7), "secret-name");
  const kept = await withCompany(own, (tx) => tx.apiRequest.findMany());
  expect(kept.map((row) => row.kept)).toEqual([{ importId: expect.any(String) }]);
  expect(JSON.stringify(kept)).not.toMatch(/engineer|secret-name/);
});

test.each(["", '""', '"a', "two, names", "é", "x".repeat(256)])("%s is no name", async (name) => {
  const answer = await send(listOf(2), name);
  expect([said(answer), answer.body?.issues]).toEqual([
    "422 invalid",
    [{ field: "Idempotency-Key", message: expect.stringContaining("for example a UUID") }],
  ]);
});
