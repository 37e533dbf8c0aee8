import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestCycle } from "../../../prisma/test-cycle";
import { ballotApi } from "./ballot-api";

const server = createServer(ballotApi);
let origin = "";
let cycle = "";
const json = { "content-type": "application/json" };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cycle = (await openTestCycle("answered", { engineers: 8 })).links[0]?.link.cycle ?? "";
});
afterAll(() => server.close());

type Answer = { status: number; code?: string; message?: string; data?: unknown; headers: Headers };

async function ask(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, init);
  const { result, error } = await response.json();
  const answer = { status: response.status, headers: response.headers, data: result?.data };
  return error ? { ...answer, code: error.data.code, message: error.message } : answer;
}
const post = (path: string, content: unknown, headers: Record<string, string> = json) =>
  ask(path, { method: "POST", headers, body: typeof content === "string" ? content : JSON.stringify(content) });
const manifestAddress = (name: string) =>
  `/api/ballot/manifest?input=${encodeURIComponent(JSON.stringify({ cycle: name }))}`;

test("a query is answered by GET, uncached and without a referrer", async () => {
  const answer = await ask(manifestAddress(cycle), { headers: json });
  expect([answer.status, answer.data]).toEqual([200, expect.objectContaining({ phase: "open" })]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
});

test.each([
  ["a cookie", { cookie: "a=b" }],
  ["an authorization", { authorization: "Bearer x" }],
])("a request with %s is refused, whatever it asks", async (_, headers) => {
  expect((await ask(manifestAddress(cycle), { headers })).status).toBe(400);
  expect((await post("/api/ballot/cast", {}, { ...json, ...headers })).status).toBe(400);
  expect((await post("/api/claim/claim", {}, { ...json, ...headers })).status).toBe(400);
});

test("another site's page, another content type and another method are refused", async () => {
  for (const site of ["cross-site", "same-site", "none"]) {
    expect((await post("/api/ballot/cast", {}, { ...json, "sec-fetch-site": site })).status).toBe(403);
    expect((await post("/api/claim/claim", {}, { ...json, "sec-fetch-site": site })).status).toBe(403);
  }
  for (const foreign of ["https://evil.example", "http://localhost", "http://localhost:3000.evil.example"]) {
    expect((await post("/api/ballot/cast", {}, { ...json, origin: foreign })).status).toBe(403);
    expect(
      (await post("/api/ballot/withdraw", {}, { ...json, origin: foreign, "sec-fetch-site": "same-origin" })).status,
    ).toBe(403);
  }
  for (const own of ["http://localhost:3000", "null"])
    expect((await post("/api/ballot/cast", {}, { ...json, origin: own })).status).toBe(400);
  expect((await post("/api/ballot/cast", "a=b", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
    415,
  );
  expect((await ask("/api/ballot/cast", { method: "PUT", headers: json, body: "{}" })).status).toBe(405);
});

test("a body that is not JSON, or not a ballot, is refused with a sentence and without repeating it", async () => {
  expect(await post("/api/ballot/cast", "{")).toMatchObject({ status: 400, message: "The request is not JSON." });
  const empty = await post("/api/ballot/cast", "");
  expect([empty.status, empty.message]).toEqual([400, "The request is not well formed."]);
  const odd = await post("/api/ballot/cast", { cycle, secret: "never-repeated" });
  expect([odd.status, JSON.stringify(odd)]).toEqual([400, expect.not.stringContaining("never-repeated")]);
});

test("a body larger than any ballot is refused, whether it says its size or not", async () => {
  const large = "x".repeat(65 * 1024);
  expect((await post("/api/ballot/cast", large)).status).toBe(413);
  const { port } = server.address() as AddressInfo;
  const head = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(
        "POST /api/ballot/cast HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
      );
      for (let part = 0; part < 5; part += 1) socket.write(`4000\r\n${"y".repeat(0x4000)}\r\n`);
    });
    socket.once("data", (data) => resolve(data.toString().split("\r\n", 1)[0] ?? ""));
    socket.on("error", reject);
  });
  expect(head).toBe("HTTP/1.1 413 Payload Too Large");
});

test("unknown procedures, a mutation by GET and strange addresses are not found", async () => {
  expect((await post("/api/ballot/destroy", {})).status).toBe(404);
  expect((await ask("/api/ballot/cast", { headers: json })).status).toBe(404);
  for (const name of ["constructor", "toString", "then"])
    expect((await post(`/api/ballot/${name}`, {})).status).toBe(404);
  expect((await post("/api/ballot/cast/", {})).status).toBe(404);
  expect((await post("/api/ballot/cast,cast?batch=1", {})).status).toBe(404);
  expect((await ask(manifestAddress("nobody-2026-q1"), { headers: json })).status).toBe(404);
});
