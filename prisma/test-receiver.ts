import type http from "node:http";
import { startNameServer, startSecureServer, trustTestCertificate } from "@/server/outgoing/loopback-fixtures";

type Received = { path: string | undefined; headers: http.IncomingHttpHeaders; body: string };

/** A receiver of webhooks on this machine under hooks.example.test, with its name server; call it before src/env.js is read. */
export async function startTestReceiver() {
  const received: Received[] = [];
  const answer: { status: number; headers: Record<string, string> } = { status: 200, headers: {} };
  trustTestCertificate();
  const names = await startNameServer({
    "hooks.example.test": { A: ["127.0.0.1"] },
    "inside.example.test": { A: ["10.0.0.5"] },
  });
  process.env.DNS_SERVERS = `127.0.0.1:${names.port}`;
  process.env.OUTGOING_ALLOW_LOOPBACK = "1";
  const server = await startSecureServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ path: request.url, headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer.status, answer.headers).end("received");
    });
  });
  return {
    received,
    answer,
    address: `https://hooks.example.test:${server.port}`,
    stop: async () => {
      await Promise.all([server.stop(), names.stop()]);
    },
  };
}
