import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import pg from "pg";
import { atOnce, request } from "./http";

type Input = { url: string; file: string; adminUrl: string; concurrency: number; warmUp: number; rounds: number };
type Round = { casts: number; inserts: number };

const rawTable = "create table if not exists bench_raw (id uuid primary key, envelope bytea not null)";

/** Casts of one round; refusals end the bench, because a refused ballot costs less than an accepted one. */
async function castAll(input: Input, agent: http.Agent, bodies: readonly Buffer[], times: number[]): Promise<number> {
  const begun = performance.now();
  await atOnce(bodies, input.concurrency, async (body) => {
    const sent = performance.now();
    const headers = { "content-type": "application/json" };
    const answer = await request(agent, `${input.url}/api/ballot/cast`, { method: "POST", headers, body });
    if (answer.status !== 200) throw new Error(`a cast was refused: ${answer.status} ${answer.body.slice(0, 200)}`);
    times.push(performance.now() - sent);
  });
  return bodies.length / ((performance.now() - begun) / 1000);
}

/** As many single-row inserts of as many bytes, each its own durable transaction. */
async function insertAll(input: Input, pool: pg.Pool, bytes: Buffer, count: number): Promise<number> {
  const begun = performance.now();
  await atOnce(
    Array.from({ length: count }, () => randomUUID()),
    input.concurrency,
    async (id) => {
      await pool.query("insert into bench_raw (id, envelope) values ($1, $2)", [id, bytes]);
    },
  );
  return count / ((performance.now() - begun) / 1000);
}

/** Turns of casts over HTTP and raw inserts, so that both meet the same machine. */
export async function run(input: Input): Promise<{ rounds: Round[]; times: number[] }> {
  const bodies = fs
    .readFileSync(input.file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Buffer.from(line));
  const agent = new http.Agent({ keepAlive: true, maxSockets: input.concurrency });
  const pool = new pg.Pool({ connectionString: input.adminUrl, max: input.concurrency });
  await pool.query(rawTable);
  const envelope = randomBytes(16_465);
  await castAll(input, agent, bodies.splice(0, input.warmUp), []);
  await insertAll(input, pool, envelope, input.warmUp);
  const size = Math.floor(bodies.length / input.rounds);
  const rounds: Round[] = [];
  const times: number[] = [];
  for (let round = 0; round < input.rounds; round += 1) {
    const inserts = await insertAll(input, pool, envelope, size);
    rounds.push({ inserts, casts: await castAll(input, agent, bodies.splice(0, size), times) });
  }
  await pool.query("drop table bench_raw");
  await pool.end();
  agent.destroy();
  return { rounds, times };
}
