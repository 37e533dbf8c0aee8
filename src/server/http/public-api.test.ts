import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApiScope } from "@/domain/api-key";
import { apiProblems } from "@/domain/api-problem";
import { routes } from "@/server/public-api/routes";
import { callerFor, tenantFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { frontDoor } from "./front-door";
import { publicApi } from "./public-api";

const day = 86_400_000;
let now = testClosed;
let seconds = 0;
const api = publicApi(
  () => now,
  () => seconds * 1000,
);
const server = createServer(frontDoor(async (_, response) => void response.end("the application"), "127.0.0.1", api));
let origin = "";
let cycle: Awaited<ReturnType<typeof countedTestCycle>>;
let other: Awaited<ReturnType<typeof companyWithEveryRole>>;
const company = "door";
const board = "board@door.example";
const adminScopes: ApiScope[] = ["roster:read", "roster:write", "cycle:read", "cycle:write", "participation:read"];
let admins = "";
let strangers = "";

const keyOf = async (email: string, scopes: ApiScope[], at = company) =>
  (await callerFor(email, now).apiKey.create({ company: at, name: "Door", scopes, days: 300 })).token;

type Options = { key?: string; method?: string; body?: unknown; headers?: Record<string, string> };
async function ask(path: string, { key, method = "GET", body, headers = {} }: Options = {}) {
  // A new bucket's worth of time for each, so that only the test of the limit meets it.
  seconds += 1;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}
const codeOf = async (path: string, options: Options) => {
  const { status, body } = await ask(path, options);
  if (status < 400) return status;
  expect(apiProblems[body.code as keyof typeof apiProblems].status).toBe(status);
  return body.code;
};

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cycle = await countedTestCycle(company, { engineers: 9, ballots: 6 });
  await callerFor(cycle.admin, now).member.invite({ company, email: board, name: "Bea", admin: false, board: true });
  other = await companyWithEveryRole("door-other");
  admins = await keyOf(cycle.admin, adminScopes);
  strangers = await keyOf(other.emails.admin, adminScopes, "door-other");
});
afterAll(() => server.close());

const filled = (path: string) =>
  path
    .replace("{quarter}", "2031-Q1")
    .replace("{page}", "board")
    .replace("{importId}", "00000000-0000-4000-8000-000000000000");

test("no route answers without a key, with garbage, with a slip, with an expired or a revoked one", async () => {
  const short = (
    await callerFor(cycle.admin, now).apiKey.create({ company, name: "Short", scopes: adminScopes, days: 1 })
  ).token;
  const gone = (
    await callerFor(cycle.admin, now).apiKey.create({ company, name: "Gone", scopes: adminScopes, days: 9 })
  ).token;
  const keyId =
    (await callerFor(cycle.admin, now).apiKey.list({ company })).keys.find(({ name }) => name === "Gone")?.id ?? "";
  await callerFor(cycle.admin, now).apiKey.revoke({ company, keyId });
  now = new Date(testClosed.getTime() + 2 * day);
  for (const { method, path } of routes) {
    const code = (headers: Record<string, string>) => codeOf(filled(path), { method, headers });
    expect(await code({}), path).toBe("key-missing");
    expect(await code({ authorization: "Basic YTpi" }), path).toBe("key-malformed");
    expect(await code({ authorization: `Bearer ${short}` }), path).toBe("key-expired");
    expect(await code({ authorization: `Bearer ${gone}` }), path).toBe("key-revoked");
  }
  expect((await ask("/roster")).headers.get("www-authenticate")).toBe('Bearer realm="tandem"');
  const slip = await ask("/roster", { key: `${admins.slice(0, -2)}zz` });
  expect([slip.status, slip.headers.get("www-authenticate")]).toEqual([
    401,
    expect.stringContaining('error="invalid_token"'),
  ]);
  now = testClosed;
});

test("a route answers its own scope and no other", async () => {
  const reading = await keyOf(cycle.cto, ["report:read"]);
  for (const { method, path, scope } of routes) {
    if (scope === null) continue;
    const key = scope === "report:read" ? admins : reading;
    const { status, body, headers } = await ask(filled(path), { method, key });
    expect([status, body.code], path).toEqual([403, "scope-missing"]);
    expect(headers.get("www-authenticate")).toContain(`scope="${scope}"`);
    expect(body.detail).toBe(`This key was not made for that. It needs the scope ${scope}.`);
  }
  const one = await keyOf(cycle.admin, ["roster:read"]);
  expect(await codeOf("/roster", { key: one })).toBe(200);
  expect(await codeOf("/cycles", { key: one })).toBe("scope-missing");
});

test("another company's key finds nothing here, and sees its own company alone", async () => {
  const { importId } = (
    await ask("/roster/imports", {
      key: admins,
      method: "POST",
      body: { people: [{ email: "a@door.example", name: "A" }] },
    })
  ).body;
  expect(await codeOf(`/roster/imports/${importId}`, { key: admins })).toBe(200);
  for (const [method, path, body] of [
    ["GET", "/cycles/2031-Q1"],
    ["GET", "/cycles/2031-Q1/participation"],
    ["GET", "/cycles/2031-Q1/opening-check"],
    ["DELETE", "/cycles/2031-Q1"],
    ["GET", `/roster/imports/${importId}`],
    ["DELETE", `/roster/imports/${importId}`],
    ["POST", `/roster/imports/${importId}/apply`, { comparison: "0".repeat(64) }],
  ] as const) {
    expect(await codeOf(path, { method, key: strangers, body }), path).toBe("not-found");
  }
  for (const path of ["/roster", "/cycles", "/participation"]) {
    expect((await ask(path, { key: strangers })).body.items, path).toEqual([]);
  }
  expect((await ask("/company", { key: strangers })).body).toMatchObject({ slug: "door-other" });
});

test("a report is read by whom the page is for, from their moment on, and a preview by no program", async () => {
  const [ctos, boards] = [await keyOf(cycle.cto, ["report:read"]), await keyOf(board, ["report:read"])];
  const pages = async (key: string) =>
    (await ask("/reports", { key })).body.items.map(({ pages: its }: { pages: string[] }) => its);
  expect(await callerFor(cycle.cto, now).report.seat({ ...cycle.ref, seat: "cto" })).toBeDefined();
  expect([await pages(ctos), await codeOf("/reports/2031-Q1/cto", { key: ctos })]).toEqual([[], "not-found"]);
  await callerFor(cycle.admin, now).cycle.release(cycle.ref);
  expect(await pages(ctos)).toEqual([["cto", "pair", "board"]]);
  expect(await codeOf("/reports/2031-Q1/vpe", { key: ctos })).toBe("not-found");
  expect([await pages(boards), await codeOf("/board-trend", { key: boards })]).toEqual([[], "not-found"]);
  now = new Date(testClosed.getTime() + 49 * 3_600_000);
  expect(await pages(boards)).toEqual([["board"]]);
  for (const page of ["cto", "vpe", "pair"])
    expect(await codeOf(`/reports/2031-Q1/${page}`, { key: boards })).toBe("not-found");
  const read = JSON.stringify((await ask("/reports/2031-Q1/board", { key: boards })).body);
  expect(read).not.toContain("comment 1");
  expect((await ask("/participation", { key: admins })).body.items[0].groups[0].participation).toEqual({
    kind: "exact",
    answers: 6,
    percent: 67,
  });
});

test("a key stops where its maker's role stops", async () => {
  const email = "second@door.example";
  const caller = callerFor(cycle.admin, now);
  await caller.member.invite({ company, email, name: "Second", admin: true, board: false });
  const key = await keyOf(email, ["roster:read"]);
  expect(await codeOf("/roster", { key })).toBe(200);
  const { memberId } = await tenantFor(company, email, now);
  await caller.member.setRoles({ company, memberId, admin: false, board: true });
  expect(await codeOf("/roster", { key })).toBe("maker-may-not");
});

test("what a key changes stands in the log under the maker and the key, and its use is no visit of the maker", async () => {
  const made = await ask("/cycles/2031-Q3", {
    key: admins,
    method: "PUT",
    body: { closesAt: new Date(now.getTime() + 9 * day).toISOString() },
  });
  expect([made.status, made.body.phase]).toEqual([201, "draft"]);
  expect(await codeOf("/cycles/2031-Q3", { key: admins, method: "DELETE" })).toBe(204);
  expect(await codeOf("/cycles/2031-Q3", { key: admins, method: "DELETE" })).toBe("not-found");
  const { memberId } = await tenantFor(company, cycle.admin, now);
  const visit = () => adminQuery("select last_here_on as day from member where id = $1", [memberId]);
  const before = await visit();
  now = new Date(now.getTime() + 5 * day);
  expect(await codeOf("/cycles", { key: admins })).toBe(200);
  expect(await visit()).toEqual(before);
  const { entries } = await callerFor(cycle.admin, now).audit.list({ company, page: 0, action: "cycle.create" });
  expect(entries[0]).toMatchObject({ actor: cycle.admin, subject: "Q3 2031, by API key “Door”" });
});

test("a draft that is sent again, also before the first has its answer, is one draft with one line in the log", async () => {
  const body = { closesAt: new Date(now.getTime() + 9 * day).toISOString() };
  const put = () => ask("/cycles/2032-Q1", { key: admins, method: "PUT", body });
  const answers = await Promise.all([put(), put(), put(), put()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
  expect((await put()).status).toBe(200);
  const { entries } = await callerFor(cycle.admin, now).audit.list({ company, page: 0, action: "cycle.create" });
  expect(entries.filter(({ subject }) => subject?.startsWith("Q1 2032"))).toHaveLength(1);
  const twice = callerFor(cycle.admin, now).cycle.create({
    company,
    quarter: "2032-Q1",
    closesAt: new Date(body.closesAt),
  });
  await expect(twice).rejects.toMatchObject({ code: "CONFLICT", message: "There is a cycle for Q1 2032 already." });
  expect(await codeOf("/cycles/2032-Q1", { key: admins, method: "DELETE" })).toBe(204);
});

test("no key opens a cycle, and none changes or removes one that was opened", async () => {
  const closesAt = new Date(now.getTime() + 9 * day).toISOString();
  expect(await codeOf("/cycles/2031-Q1", { key: admins, method: "PUT", body: { closesAt } })).toBe("conflict");
  expect(await codeOf("/cycles/2031-Q1", { key: admins, method: "DELETE" })).toBe("conflict");
  for (const path of ["/cycles/2031-Q1/open", "/cycles/2031-Q1/close", "/cycles/2031-Q1/ballots"]) {
    expect(await codeOf(path, { key: admins, method: "POST", body: {} })).toBe("not-found");
  }
});

test("a list is applied only as it was compared, and what is wrong is told row by row", async () => {
  const post = (body: unknown) => ask("/roster/imports", { key: admins, method: "POST", body });
  const first = await post({ csv: "name,email\nNew One,new@door.example\nBad,bad@elsewhere.example\n" });
  expect(first.body.counts).toMatchObject({ rows: 2, join: 1, fix: 1, leave: 9 });
  expect(first.body.rows[0]).toMatchObject({ outcome: "fix", line: 3, issues: [{ field: "email" }] });
  const apply = (importId: string, comparison: string) =>
    codeOf(`/roster/imports/${importId}/apply`, { key: admins, method: "POST", body: { comparison } });
  expect(await apply(first.body.importId, "0".repeat(64))).toBe("comparison-changed");
  expect(await codeOf(`/roster/imports/${first.body.importId}`, { key: admins, method: "DELETE" })).toBe(204);
  expect(await apply(first.body.importId, first.body.comparison)).toBe("import-ended");
  expect((await post({ csv: "no address in it" })).body).toMatchObject({
    code: "invalid",
    issues: [{ field: "file" }],
  });
  const many = await post({
    people: Array.from({ length: 130 }, (_, index) => ({ email: `p${index}@door.example`, name: 'P, "Q"' })),
  });
  expect([many.body.rows.length, many.body.rows[0].name]).toEqual([100, 'P, "Q"']);
  const rest = await ask(`/roster/imports/${many.body.importId}?cursor=${many.body.nextCursor}`, { key: admins });
  expect([rest.body.rows.length, rest.body.nextCursor]).toEqual([39, null]);
});

test("bad requests are refused precisely: cookies, method, type, JSON, size, fields, cursors of other lists", async () => {
  const put = (body: unknown, headers = {}) => codeOf("/cycles/2031-Q4", { key: admins, method: "PUT", body, headers });
  expect(await codeOf("/company", { key: admins, headers: { cookie: "a=b" } })).toBe("cookies-refused");
  const wrong = await ask("/company", { key: admins, method: "PATCH" });
  expect([wrong.body.code, wrong.headers.get("allow")]).toEqual(["method-not-allowed", "GET"]);
  expect(await codeOf("/nothing", { key: admins })).toBe("not-found");
  expect(await codeOf("/cycles/last-one", { key: admins })).toBe("not-found");
  expect(await put("{}", { "content-type": "text/plain" })).toBe("not-json");
  expect(await put("{")).toBe("invalid-json");
  expect(await put(`"${"x".repeat(70_000)}"`)).toBe("too-large");
  const fields = await ask("/cycles/2031-Q4", { key: admins, method: "PUT", body: { closesAt: "soon" } });
  expect(fields.body).toMatchObject({
    code: "invalid",
    issues: [{ field: "closesAt", message: expect.stringContaining("2026-06-19T15:00:00Z") }],
  });
  const law = await ask("/cycles/2031-Q4", { key: admins, method: "PUT", body: { closesAt: now.toISOString() } });
  expect(law.body).toMatchObject({
    code: "invalid",
    detail: expect.stringContaining("at least one day"),
    issues: [{ field: "closesAt" }],
  });
  expect((await ask("/roster?limit=0", { key: admins })).body.issues).toEqual([
    { field: "query.limit", message: "Use 1 to 200." },
  ]);
  const { nextCursor } = (await ask("/roster?limit=1", { key: admins })).body;
  expect(await codeOf(`/roster?limit=1&cursor=${nextCursor}`, { key: admins })).toBe(200);
  expect(await codeOf(`/cycles?cursor=${nextCursor}`, { key: admins })).toBe("invalid");
  expect(await codeOf("/roster?cursor=x", { key: admins })).toBe("invalid");
});

test("a body without a length is cut off at the same size", async () => {
  const status = await new Promise<number | undefined>((answered, failed) => {
    const headers = {
      authorization: `Bearer ${admins}`,
      "content-type": "application/json",
      "transfer-encoding": "chunked",
    };
    const sending = send(`${origin}/api/v1/cycles/2031-Q4`, { method: "PUT", headers }, ({ statusCode }) =>
      answered(statusCode),
    );
    sending.on("error", failed);
    for (let piece = 0; piece < 5; piece += 1) sending.write(" ".repeat(16_384));
    sending.end();
  });
  expect(status).toBe(413);
});

test("whatever is sent, the answer is JSON, is not kept, and shows no fault of ours", async () => {
  const faults = vi.spyOn(console, "error").mockReturnValue();
  const text = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), text, fc.jsonValue(), async ({ method, path }, part, body) => {
      const place = path.replaceAll(/\{\w+\}/g, encodeURIComponent(part) || "-");
      const answered = await ask(place, { key: admins, method, ...(method === "GET" ? {} : { body }) });
      expect(answered.status, `${method} ${place}`).toBeLessThan(500);
      expect(answered.headers.get("cache-control")).toBe("no-store");
    }),
    { numRuns: 60 },
  );
  expect(faults.mock.calls).toEqual([]);
  faults.mockRestore();
});

test("other sites get no leave to ask: no answer carries a CORS header, and a preflight is refused", async () => {
  const asked = await ask("/company", { key: admins, headers: { origin: "https://elsewhere.example" } });
  const preflight = await ask("/company", {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
  });
  for (const { headers } of [asked, preflight]) {
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
  expect([preflight.status, (await ask("/openapi.json")).status]).toEqual([405, 200]);
});

test("one key gets a burst and then two requests a second; another key is not held back by it", async () => {
  const key = await keyOf(cycle.admin, ["roster:read"]);
  seconds += 1000;
  const at = seconds;
  const statuses: number[] = [];
  for (let time = 0; time < 122; time += 1) {
    seconds = at - 1;
    statuses.push((await ask("/company", { key })).status);
  }
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([120, 429]);
  seconds = at - 1;
  const held = await ask("/company", { key });
  expect([held.body.code, held.headers.get("retry-after")]).toEqual(["rate-limited", "1"]);
  expect(await codeOf("/company", { key: admins })).toBe(200);
});
