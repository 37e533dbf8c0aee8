import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { withDirectory } from "@/server/db/with-company";
import { frontDoor } from "@/server/http/front-door";
import { sendMail, sendUncountedMail } from "@/server/mail/send";
import { toldQueues } from "./queries";
import { routeClassOf } from "./route-class";
import { metricsText } from "./text";

const setting = vi.hoisted(() => ({ METRICS_TOKEN: undefined as string | undefined, LOG_REQUESTS: false }));
vi.mock("@/env.js", async (original) => {
  const { env } = await original<typeof import("@/env.js")>();
  const get = (_: unknown, name: string) => (name in setting ? Reflect.get(setting, name) : Reflect.get(env, name));
  return { env: new Proxy({}, { get }) };
});

const server = createServer(
  frontDoor(async (request, response) => void response.writeHead(request.url === "/gone" ? 404 : 200).end()),
);
let origin = "";
const token = "a token of twenty letters";
const read = (given: string) => fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${given}` } });
const figures = async () => {
  const lines = (await (await read(token)).text()).split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ""), Number(/\S+$/.exec(line)?.[0])]));
};

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  Object.assign(setting, { METRICS_TOKEN: token, LOG_REQUESTS: false });
  vi.restoreAllMocks();
});
afterAll(() => server.close());

test("without METRICS_TOKEN there are no metrics", async () => {
  setting.METRICS_TOKEN = undefined;
  expect((await read(token)).status).toBe(404);
});

test("only who knows the token reads them", async () => {
  expect((await read("another token of twenty")).status).toBe(401);
  expect((await fetch(`${origin}/metrics`)).status).toBe(401);
  const answer = await read(token);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
});

test("process, requests, pools, queues and mails are told, each line in the format of Prometheus", async () => {
  const text = await (await read(token)).text();
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(
      /^(# (HELP|TYPE) tandem_[a-z0-9_]+ .+|tandem_[a-z0-9_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [-0-9.e]+)$/,
    );
  }
  const all = await figures();
  for (const name of [
    "tandem_uptime_seconds",
    "tandem_heap_bytes",
    'tandem_event_loop_lag_seconds{figure="p99"}',
    'tandem_database_waiting{pool="app"}',
    'tandem_jobs{queue="tally",state="waiting"}',
    'tandem_mails_total{outcome="sent"}',
  ]) {
    expect(all.get(name), name).toBeGreaterThanOrEqual(0);
  }
  expect(all.get("tandem_database_up")).toBe(1);
});

test("answers are counted by class of address and of status", async () => {
  await fetch(`${origin}/norrvik`);
  await fetch(`${origin}/gone`);
  const all = await figures();
  expect(all.get('tandem_http_requests_total{route="page",status="2xx"}')).toBe(1);
  expect(all.get('tandem_http_requests_total{route="page",status="4xx"}')).toBe(1);
});

test("nothing of the ballot changes any counter or label: no visit, no claim, no cast, whatever its outcome", async () => {
  const counters = (all: Map<string, number>) =>
    [...all].filter(([name]) => /_total|tandem_jobs|database/.test(name) && !name.includes('route="probe"'));
  const before = counters(await figures());
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  for (const path of ["/api/ballot/cast", "/api/claim/claim", "/api/ballot/withdraw"]) await fetch(origin + path, post);
  for (const path of ["/ballot/norrvik-2026-q1", "/ballot/assets/x.js", "/api/ballot/state?input=x", "/api/ballot"]) {
    await fetch(origin + path);
  }
  // The last of them is not an address of ours: it must not look like one of the application either.
  expect(counters(await figures())).toEqual(before);
});

test("no name or label of any figure speaks of ballots, claims, casts, companies or people", async () => {
  const names = [...(await figures()).keys()].join("\n");
  expect(names).not.toMatch(/ballot|claim|"cast"|company|member|email/);
  expect(toldQueues).not.toContain("claim-notice-mail");
  expect(toldQueues).not.toContain("claim-notice");
  expect(toldQueues).not.toContain("reminder-mail");
});

test("the lengths of the queues are the database's", async () => {
  const waiting = 'tandem_jobs{queue="mail",state="waiting"}';
  const before = (await figures()).get(waiting) ?? 0;
  await withDirectory(
    (tx) => tx.$executeRaw`insert into pgboss.job (name, data) values ('mail', '{}'), ('claim-notice-mail', '{}')`,
  );
  expect((await figures()).get(waiting)).toBe(before + 1);
});

test("mails are counted as sent or failed, and notices of collected ballots are not", async () => {
  const mail = { to: "ada@example.test", subject: "x", text: "x", html: "x" };
  const failed = 'tandem_mails_total{outcome="failed"}';
  const before = (await figures()).get(failed) ?? 0;
  // No mail server here, and not the demo.
  await expect(sendMail(mail)).rejects.toThrow();
  await expect(sendUncountedMail(mail)).rejects.toThrow();
  expect((await figures()).get(failed)).toBe(before + 1);
});

test("the request log is off; on, it has the class and never the address, and nothing of the ballot", async () => {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  await fetch(`${origin}/board-pack/norrvik/secret`);
  expect(lines).toEqual([]);
  setting.LOG_REQUESTS = true;
  await fetch(`${origin}/board-pack/norrvik/secret?ada`);
  await fetch(`${origin}/api/ballot/state`);
  await fetch(`${origin}/ballot/norrvik-2026-q1`);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      at: expect.any(String),
      level: "info",
      event: "request",
      route: "page",
      status: 200,
      milliseconds: expect.any(Number),
    },
  ]);
});

test("what belongs to the ballot is told from what does not", () => {
  for (const path of ["/ballot/x", "/ballot", "/api/ballot/cast", "/api/claim/claim"])
    expect(routeClassOf(path)).toBe(null);
  expect(
    ["/ballots-are-sealed", "/api/trpc/x", "/api/auth/session", "/_next/a", "/icon.svg", "/readyz"].map(routeClassOf),
  ).toEqual(["page", "api", "sign-in", "static", "static", "probe"]);
});

test("a label with quotes, backslashes and line breaks stays one label", () => {
  const labels = { queue: 'a"b\\c\nd' };
  expect(metricsText([{ name: "x", kind: "gauge", help: "one\ntwo", samples: [{ labels, value: 1 }] }])).toBe(
    '# HELP x one\\ntwo\n# TYPE x gauge\nx{queue="a\\"b\\\\c\\nd"} 1\n',
  );
});
