import { randomBytes, randomInt } from "node:crypto";
import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { fromHex, toBase64Url } from "@/domain/bytes";
import { request } from "../bench/parts/http";

export type Tallied = {
  claims: number[];
  casts: number[];
  acknowledged: Set<string>;
  /** Answers of 500 and above, and requests that got no answer at all; each was repeated. */
  faults: number;
  unanswered: number;
  /** Raters who in the end got no answer: a rater would have noticed. */
  gaveUp: number;
};

/** What one rater sends: an invitation, and a sealed ballot with its receipt. */
export type Errand = { invitation: string; body: Buffer; leaf: string };

type Options = {
  origins: readonly string[];
  cycle: string;
  issuerKeyId: string;
  concurrency: number;
  /** The longest a rater waits between being done and the next one beginning, in milliseconds. */
  spreadMilliseconds: number;
};

const patienceMilliseconds = 120_000;

/** A number below any modulus of 3072 bits whose first bit is set: what the server signs cannot be told from a real blinding. */
function blindedMessage(): string {
  const bytes = randomBytes(384);
  bytes[0] = 1 + randomInt(127);
  return toBase64Url(new Uint8Array(bytes));
}

/**
 * Collects and casts for every errand, so many raters at once. As the voting page does, a request that got no answer, or one
 * that a fault of the server ended, is sent again unchanged; a refusal is an error of this program.
 */
export async function sendAll(errands: AsyncIterable<Errand>, options: Options): Promise<Tallied> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: options.concurrency });
  const found: Tallied = { claims: [], casts: [], acknowledged: new Set(), faults: 0, unanswered: 0, gaveUp: 0 };
  const keyId = toBase64Url(fromHex(options.issuerKeyId));
  let turn = 0;
  const untilAnswered = async (procedure: string, body: Buffer, times: number[]): Promise<string | null> => {
    const begun = performance.now();
    for (;;) {
      const origin = options.origins[turn++ % options.origins.length] ?? "";
      const sent = performance.now();
      const answer = await request(agent, `${origin}/api/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      }).catch(() => null);
      if (answer?.status === 200) {
        times.push(performance.now() - sent);
        return answer.body;
      }
      if (answer && answer.status < 500) throw new Error(`${procedure}: ${answer.status} ${answer.body.slice(0, 200)}`);
      if (answer) found.faults += 1;
      else found.unanswered += 1;
      if (performance.now() - begun > patienceMilliseconds) return null;
      await pause(50 + randomInt(200));
    }
  };
  const rater = async ({ invitation, body, leaf }: Errand) => {
    const claim = JSON.stringify({ cycle: options.cycle, invitation, keyId, blindedMessage: blindedMessage() });
    const claimed = await untilAnswered("claim/claim", Buffer.from(claim), found.claims);
    const cast = claimed && (await untilAnswered("ballot/cast", body, found.casts));
    if (!cast) {
      found.gaveUp += 1;
      return;
    }
    const receipt = JSON.parse(cast).result.data.leaf;
    if (receipt !== leaf) throw new Error("a receipt does not match");
    found.acknowledged.add(receipt);
  };
  const queue = errands[Symbol.asyncIterator]();
  const one = async () => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      await rater(next.value);
      if (options.spreadMilliseconds > 0) await pause(randomInt(options.spreadMilliseconds));
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, one));
  agent.destroy();
  return found;
}
