import http from "node:http";
import { request } from "./http";

type Page = { name: string; url: string; cookie: string };
type Input = { pages: Page[]; warmUp: number; requests: number };
type Found = { name: string; times: number[]; bytes: number; body: string };

/** Pages in turn, one request at a time, so that all of them meet the same machine; milliseconds to the last byte. */
export async function run({ pages, warmUp, requests }: Input): Promise<Found[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const found = pages.map(({ name }): Found => ({ name, times: [], bytes: 0, body: "" }));
  for (let turn = 0; turn < warmUp + requests; turn += 1) {
    for (const [index, { url, cookie }] of pages.entries()) {
      const begun = performance.now();
      const answer = await request(agent, url, { headers: { cookie, accept: "text/html" } });
      const time = performance.now() - begun;
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
      const page = found[index];
      if (!page) continue;
      if (turn >= warmUp) page.times.push(time);
      page.body = answer.body;
      page.bytes = Buffer.byteLength(answer.body);
    }
  }
  agent.destroy();
  return found;
}
