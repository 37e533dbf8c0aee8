import type http from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  startNameServer,
  startPlainServer,
  startSecureServer,
  type TestServer,
  trustTestCertificate,
} from "./loopback-fixtures";
import { outgoingFetch } from "./outgoing-fetch";
import { resolvePublic } from "./resolve";
import { send } from "./send";

type Seen = { method: string | undefined; url: string | undefined; headers: http.IncomingHttpHeaders; body: string };
let seen: Seen[] = [];
let answer: http.RequestListener = (_, response) => response.end("hello");
const records: Parameters<typeof startNameServer>[0] = {
  "hooks.example.test": { A: ["127.0.0.1"] },
  "internal.example.test": { A: ["10.0.0.5"] },
  "metadata.example.test": { AAAA: ["fd00:ec2::254"] },
  "mixed.example.test": { A: ["93.184.215.14", "192.168.1.1"] },
  "public.example.test": { A: ["93.184.215.14"], AAAA: ["2606:4700:4700::1111"] },
};
let names: Awaited<ReturnType<typeof startNameServer>>;
let secure: TestServer;
let plain: TestServer;
let base = "";

const handler: http.RequestListener = (request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    answer(request, response);
  });
};

beforeAll(async () => {
  trustTestCertificate();
  names = await startNameServer(records);
  // Read by src/env.js at its first use, which is later than here.
  process.env.DNS_SERVERS = `127.0.0.1:${names.port}`;
  process.env.OUTGOING_ALLOW_LOOPBACK = "1";
  process.env.HTTPS_PROXY = "http://127.0.0.1:9";
  process.env.NODE_USE_ENV_PROXY = "1";
  secure = await startSecureServer(handler);
  plain = await startPlainServer(handler, "127.0.0.1");
  base = `https://hooks.example.test:${secure.port}`;
});
afterAll(async () => {
  await Promise.all([names.stop(), secure.stop(), plain.stop()]);
});
beforeEach(() => {
  seen = [];
  names.asked.length = 0;
  answer = (_, response) => response.end("hello");
});

const kind = (kindOf: string, message = "") =>
  expect.objectContaining({ name: "OutgoingProblem", kind: kindOf, message: expect.stringContaining(message) });

test("a request reaches the server under its name, with what was given and nothing of ours beside it", async () => {
  const given = await send(`${base}/in?a=b`, {
    method: "post",
    headers: { "Content-Type": "application/json" },
    body: '{"a":"ü"}',
  });
  expect([given.status, given.body.toString()]).toEqual([200, "hello"]);
  expect(seen).toEqual([
    {
      method: "POST",
      url: "/in?a=b",
      body: '{"a":"ü"}',
      headers: {
        host: `hooks.example.test:${secure.port}`,
        "content-type": "application/json",
        "content-length": "10",
        "accept-encoding": "identity",
        connection: "close",
      },
    },
  ]);
});

test("a name that changes its mind is asked once, and the address that was checked is used", async () => {
  const elsewhere = await startSecureServer((_, response) => response.end("rebound"), "127.0.0.9", secure.port);
  const answers = [["127.0.0.1"], ["127.0.0.9"], ["10.0.0.1"]];
  records["rebinding.example.test"] = {
    get A() {
      return answers.shift() ?? [];
    },
  };
  const rebinding = `https://rebinding.example.test:${secure.port}/`;
  expect((await send(rebinding)).body.toString()).toBe("hello");
  expect(names.asked.toSorted()).toEqual(["A rebinding.example.test", "AAAA rebinding.example.test"]);
  expect((await send(rebinding)).body.toString()).toBe("rebound");
  await expect(send(rebinding)).rejects.toEqual(kind("forbidden-address", "resolves to a private address"));
  await elsewhere.stop();
});

test("names of private addresses are refused with what they are, and without the address itself", async () => {
  const port = secure.port;
  for (const name of ["internal", "metadata", "mixed"]) {
    const refused = await send(`https://${name}.example.test:${port}/`).catch((error: unknown) => error);
    expect(refused).toEqual(kind("forbidden-address", `${name}.example.test resolves to a private address`));
    expect(String(refused)).not.toMatch(/10\.0|192\.168|fd00/);
  }
  await expect(send(`https://absent.example.test:${port}/`)).rejects.toEqual(kind("unknown-host", "no server called"));
  expect(seen).toEqual([]);
});

test("every address of a public name is found, of both families", async () => {
  const rules = { allowLoopback: false, nameServers: [`127.0.0.1:${names.port}`] };
  expect(await resolvePublic("public.example.test", rules)).toEqual([
    { address: "93.184.215.14", family: 4 },
    { address: "2606:4700:4700::1111", family: 6 },
  ]);
  await expect(resolvePublic("hooks.example.test", rules)).rejects.toEqual(kind("forbidden-address", "this machine"));
});

test("redirects are not followed unless asked for, and each is checked like the first address", async () => {
  const to = (location: string, status = 302) => {
    answer = (request, response) => {
      if (request.url === "/there") response.end("arrived");
      else response.writeHead(status, { location }).end();
    };
  };
  to("/there");
  expect((await send(base)).status).toBe(302);
  expect((await send(base, { redirects: 1 })).body.toString()).toBe("arrived");
  for (const [location, problem] of [
    ["https://internal.example.test/", "private address"],
    ["https://169.254.169.254/latest/", "local network"],
    ["http://hooks.example.com/", "https://"],
    ["file:///etc/passwd", "not a web address"],
    ["https://2130706433/", "usual form"],
  ] as const) {
    to(location);
    await expect(send(base, { redirects: 3 })).rejects.toThrow(problem);
  }
  to("/again");
  seen = [];
  await expect(send(base, { redirects: 3 })).rejects.toEqual(kind("redirect", "too often"));
  expect(seen).toHaveLength(4);
});

test("a redirect to another server does not carry the authorization, and a moved POST becomes a GET", async () => {
  answer = (request, response) => {
    const location = `http://127.0.0.1:${plain.port}/there`;
    if (request.url === "/there") response.end("arrived");
    else response.writeHead(request.url === "/kept" ? 307 : 303, { location }).end();
  };
  const options = { method: "POST", headers: { authorization: "Bearer x", "content-type": "a/b" }, body: "content" };
  await send(`${base}/`, { ...options, redirects: 1 });
  await send(`${base}/kept`, { ...options, redirects: 1 });
  const [, moved, , kept] = seen;
  expect([moved?.method, moved?.body, moved?.headers.authorization]).toEqual(["GET", "", undefined]);
  expect(moved?.headers["content-type"]).toBeUndefined();
  expect([kept?.method, kept?.body, kept?.headers.authorization]).toEqual(["POST", "content", undefined]);
});

test("an answer that is too long, too slow or none is cut off with the reason", async () => {
  answer = (_, response) => response.end("x".repeat(2000));
  await expect(send(base, { limits: { answerBytes: 1000 } })).rejects.toEqual(kind("too-large"));
  answer = () => undefined;
  await expect(send(base, { limits: { totalSeconds: 0.2 } })).rejects.toEqual(kind("timeout", "0.2 seconds"));
  answer = (_, response) => void response.write("slow, and never done");
  await expect(send(base, { limits: { totalSeconds: 0.2 } })).rejects.toEqual(kind("timeout"));
  answer = (request) => request.socket.destroy();
  await expect(send(base)).rejects.toEqual(kind("unreachable"));
  const gone = await startPlainServer(handler);
  await gone.stop();
  await expect(send(`http://127.0.0.1:${gone.port}/`)).rejects.toEqual(kind("unreachable", "refuses connections"));
  await expect(send(`https://127.0.0.1:${plain.port}/`)).rejects.toEqual(kind("certificate", "TLS"));
  await expect(send(`http://127.0.0.1:${secure.port}/`)).rejects.toEqual(kind("unreachable"));
});

test("a certificate for another name is refused", async () => {
  await expect(send(`https://[::1]:${secure.port}/`)).rejects.toEqual(kind("unreachable"));
  const wrong = await startSecureServer(handler, "127.0.0.2");
  await expect(send(`https://127.0.0.2:${wrong.port}/`)).rejects.toEqual(kind("certificate", "another name"));
  await wrong.stop();
});

test("fetch's shape: status, headers and body as given, manual redirects, forms", async () => {
  answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"issuer":"https://x"}');
  const given = await outgoingFetch(`${base}/.well-known/openid-configuration`, { redirect: "manual" });
  expect([given.ok, given.headers.get("content-type"), await given.json()]).toEqual([
    true,
    "application/json",
    { issuer: "https://x" },
  ]);
  await outgoingFetch(new URL(base), { method: "POST", body: new URLSearchParams({ code: "1 2" }) });
  expect([seen[1]?.body, seen[1]?.headers["content-type"]]).toEqual([
    "code=1+2",
    "application/x-www-form-urlencoded;charset=UTF-8",
  ]);
  answer = (_, response) => response.writeHead(302, { location: "/there" }).end();
  expect((await outgoingFetch(base, { redirect: "manual" })).status).toBe(302);
  await expect(outgoingFetch(base, { redirect: "error" })).rejects.toEqual(kind("redirect"));
  answer = (_, response) => response.writeHead(204).end();
  expect((await outgoingFetch(base)).status).toBe(204);
  await expect(outgoingFetch(base, { signal: AbortSignal.abort(new Error("no longer")) })).rejects.toThrow("no longer");
});
