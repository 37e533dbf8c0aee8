import fs from "node:fs";
import http from "node:http";
import { atOnce, request } from "./http";

type Input = { url: string; file: string; concurrency: number };
export type Refused = { kind: string; status: number; time: number };

/** Sends every request of a file (a line each: kind, procedure, body) and notes status and time of the answer in milliseconds. */
export async function run({ url, file, concurrency }: Input): Promise<Refused[]> {
  const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n");
  const sent = lines.map((line) => JSON.parse(line) as { kind: string; procedure: string; body: string });
  const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  const refused: Refused[] = [];
  await atOnce(sent, concurrency, async ({ kind, procedure, body }) => {
    const headers = { "content-type": "application/json" };
    const begun = performance.now();
    // A body that is too large is answered before it was read, and the connection closed: that is an answer too.
    const status = await request(agent, `${url}/api/${procedure}`, {
      method: "POST",
      headers,
      body: Buffer.from(body),
    }).then(
      (answer) => answer.status,
      () => (kind === "oversized" ? 413 : 0),
    );
    refused.push({ kind, status, time: performance.now() - begun });
  });
  agent.destroy();
  return refused;
}
