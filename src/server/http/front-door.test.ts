import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frontDoor } from "./front-door";
import { answerNotFound } from "./not-found-status";
import { securityHeaders } from "./security-headers";

/** Stands for the framework: says which policy it was shown, and may try to set one of its own. */
const server = createServer(
  frontDoor(async (request, response) => {
    if (request.url === "/broken") throw new RangeError("secret of ada@norrvik.example");
    if (request.url === "/nothing") answerNotFound();
    response.setHeader("x-shown-path", String(request.headers["x-asked-path"]));
    response.end(String(request.headers["content-security-policy"]));
  }),
);
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const everyKind = {
  "the start page": "/",
  "a page of a company": "/norrvik/cycles",
  "the public record": "/verify/norrvik-2026-q1",
  "a file of the public record": "/verify/norrvik-2026-q1/ledger.json",
  "an export": "/norrvik/export/2026-q1/cto.csv",
  "a shared board page": "/board-pack/norrvik/token",
  "the wire": "/api/trpc/company.mine",
  "sign-in": "/api/auth/session",
  "a file of the build": "/_next/static/chunks/main.js",
  "the voting page": "/ballot/norrvik-2026-q1",
  "a file of the voting page": "/ballot/assets/none.js",
  "the public API": "/api/v1/company",
  "its document": "/api/v1/openapi.json",
  casting: "/api/ballot/cast",
  claiming: "/api/claim/claim",
  "the directory's door": "/scim/v2/Users",
  "a mail of the demo": "/dev/outbox/1",
  health: "/healthz",
  readiness: "/readyz",
  "the figures": "/metrics",
  "the icon": "/favicon.ico",
  "a fault": "/broken",
};

test("the path that pages are shown is the one that was asked for, whatever a client says it is", async () => {
  const { headers } = await fetch(`${origin}/norrvik/cycles?page=2`, { headers: { "x-asked-path": "/elsewhere" } });
  expect(headers.get("x-shown-path")).toBe("/norrvik/cycles");
});

test("a page that finds nothing has the status 404 as a document, and 200 as data within the browser", async () => {
  expect((await fetch(`${origin}/nothing`)).status).toBe(404);
  expect((await fetch(`${origin}/nothing`, { headers: { rsc: "1" } })).status).toBe(200);
  expect((await fetch(`${origin}/norrvik`)).status).toBe(200);
});

const directivesOf = (policy: string | null) =>
  new Map((policy ?? "").split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1)]));

describe.each(Object.entries(everyKind))("%s", (_, path) => {
  test("carries the security headers", async () => {
    const { headers } = await fetch(`${origin}${path}`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
  });

  test("has a policy that names no other origin, no frame around it and no script that is not ours", async () => {
    const policy = (await fetch(`${origin}${path}`)).headers.get("content-security-policy");
    const directives = directivesOf(policy);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
    expect(directives.get("base-uri")).toEqual(["'none'"]);
    expect(directives.get("script-src") ?? []).not.toContain("'unsafe-inline'");
    expect(["'self'", "'none'", undefined]).toContain(directives.get("form-action")?.[0]);
  });
});

test("a page has a nonce of its own each time, and the framework is shown the same one", async () => {
  const nonces = new Set<string>();
  for (let visit = 0; visit < 20; visit += 1) {
    const response = await fetch(`${origin}/norrvik`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(await response.text()).toBe(policy);
    nonces.add(/script-src 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic';/.exec(policy)?.[1] ?? "");
  }
  expect([nonces.size, nonces.has("")]).toEqual([20, false]);
});

test("a policy that a client sends with its request reaches nobody", async () => {
  const headers = { "content-security-policy": "script-src 'nonce-known'" };
  expect(await (await fetch(`${origin}/`, { headers })).text()).not.toContain("known");
});

test("a page's style attributes and inline styles do not run, only a mail of the demo shows its own", async () => {
  const policyOf = async (path: string) => (await fetch(`${origin}${path}`)).headers.get("content-security-policy");
  expect(await policyOf("/norrvik")).not.toContain("unsafe-inline");
  expect(await policyOf("/dev/outbox")).not.toContain("unsafe-inline");
  const mail = directivesOf(await policyOf("/dev/outbox/1"));
  expect([mail.get("style-src"), mail.has("sandbox"), mail.get("script-src")]).toEqual([
    ["'unsafe-inline'"],
    true,
    undefined,
  ]);
});

test("TRACE, which would show a request's cookies, is refused", async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("TRACE / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncookie: session=secret\r\n\r\n");
    });
    socket.once("data", (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  expect(answer).not.toContain("secret");
});

test("browsers keep to https for two years where the public address is https, and only there", () => {
  const at = (url: string) => securityHeaders("/", "x", { url, development: false });
  expect(at("https://tandem.example")["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
  expect(at("https://tandem.example")["content-security-policy"]).toContain("upgrade-insecure-requests");
  expect(at("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  expect(at("http://localhost:3000")["content-security-policy"]).not.toContain("upgrade-insecure-requests");
});
