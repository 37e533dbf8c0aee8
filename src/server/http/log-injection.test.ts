import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as signIn } from "@/app/api/auth/[...nextauth]/route";
import { POST as wire } from "@/app/api/trpc/[trpc]/route";
import { stopJobQueue } from "@/server/jobs/boss";
import { frontDoor } from "./front-door";

const marker = "injected-line";
const written: string[] = [];
const keep = (text: unknown) => {
  written.push(String(text));
  return true;
};
const server = createServer(
  frontDoor(async (request) => {
    throw Object.assign(new Error(`no page at ${decodeURIComponent(request.url ?? "")}`), { name: "PageError" });
  }),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
beforeEach(() => {
  written.splice(0);
  for (const name of ["log", "error", "warn", "info", "debug"] as const)
    vi.spyOn(console, name).mockImplementation((...parts) => void parts.map(keep));
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  return () => vi.restoreAllMocks();
});
afterAll(async () => {
  server.close();
  await stopJobQueue();
});

/** Sends bytes as they are, which fetch would refuse or encode. */
const send = (head: string, body = "") =>
  new Promise<string>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write(`${head}\r\nhost: a\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    });
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });

const hostile = `%0d%0a%1b[31m${marker}%0a`;

test("an address with line breaks and escapes reaches no log line, also when its page fails", async () => {
  const answer = await send(`GET /norrvik/${hostile} HTTP/1.1\r\nuser-agent: ${marker}\r\nreferer: ${marker}`);
  expect(answer).toMatch(/^HTTP\/1\.1 500 /);
  expect(answer).not.toContain("no page at");
  expect(written.join("")).not.toContain(marker);
  for (const line of written) expect(line.trimEnd()).not.toMatch(/\p{Cc}/u);
});

test("nothing of a ballot request reaches the log, well formed or not", async () => {
  await send(`POST /api/ballot/${hostile} HTTP/1.1\r\ncontent-type: application/json`, "{}");
  await send(`POST /api/ballot/cast HTTP/1.1\r\ncontent-type: application/json`, JSON.stringify({ cycle: marker }));
  await send(`POST /api/claim/claim HTTP/1.1\r\ncontent-type: application/json`, `{"invitation":"${marker}\\n`);
  expect(written).toEqual([]);
});

test("neither a hostile procedure name nor a hostile mail address reaches the log", async () => {
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const request = (path: string, body: unknown) =>
    new NextRequest(`http://localhost:3000${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  await wire(request(`/api/trpc/company.${hostile}`, {}));
  await wire(request("/api/trpc/company.mine", { json: `\n${marker}` }));
  const at = (nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });
  await signIn(request("/api/auth/signin/email", { email: `ada@x.example\r\n${marker}` }), at(["signin", "email"]));
  await signIn(
    request("/api/auth/callback/email", { email: "ada@x.example", token: `\r\n${marker}` }),
    at(["callback", "email"]),
  );
  expect(written.join("")).not.toContain(marker);
});
