import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";

vi.mock("@/env.js", () => ({ env: { TANDEM_URL: "http://localhost:3000" } }));
vi.mock("@/server/auth/session", () => ({ sessionCookies: ["session"], findSession: async () => null }));
vi.mock("@/server/api/root", async () => {
  const { initTRPC } = await import("@trpc/server");
  const { default: superjson } = await import("superjson");
  const t = initTRPC.context<{ email: string | null; now: Date }>().create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: error.code === "INTERNAL_SERVER_ERROR" ? "This did not work." : shape.message,
      data: { code: shape.data.code },
    }),
  });
  return {
    appRouter: t.router({
      ping: t.procedure.mutation(() => "pong"),
      ask: t.procedure.query(() => "answer"),
      fail: t.procedure.mutation(() => {
        throw new RangeError("secret of ada@example.com");
      }),
    }),
  };
});

const { POST } = await import("./route");

const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
const send = (path: string, headers: Record<string, string>, body = "{}") =>
  POST(new NextRequest(`http://localhost:3000/api/trpc/${path}`, { method: "POST", headers, body }));

test("JSON from a page of the site is answered, mutations and queries alike", async () => {
  expect(await (await send("ping", json)).json()).toMatchObject({ result: { data: { json: "pong" } } });
  expect(await (await send("ask", json)).json()).toMatchObject({ result: { data: { json: "answer" } } });
});

test("anything but JSON is refused before it is read", async () => {
  for (const type of ["multipart/form-data; boundary=x", "application/octet-stream", "text/plain"]) {
    expect((await send("ping", { ...json, "content-type": type })).status).toBe(415);
  }
});

test("another site is refused", async () => {
  expect((await send("ping", { ...json, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send("ping", { "content-type": "application/json" })).status).toBe(403);
});

test("a body above 20 MB is refused with a sentence", async () => {
  const response = await send("ping", { ...json, "content-length": String(21 * 1024 * 1024) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { json: { message: "This is too large." } } });
});

test("more than ten calls in one batch are refused", async () => {
  const calls = Array.from({ length: 11 }, () => "ping").join(",");
  const batch = JSON.stringify(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [index, {}])));
  const response = await send(`${calls}?batch=1`, json, batch);
  expect(response.status).toBe(400);
});

test("a fault says nothing to the client and only its place and name to the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const response = await send("fail", json, '{"json":{"email":"grace@example.com"}}');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(log.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    { at: expect.any(String), level: "error", event: "fault", procedure: "fail", kind: "RangeError" },
  ]);
  log.mockRestore();
});
