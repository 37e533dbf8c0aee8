import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Wire, WireError, wireOver } from "@/ballot/wire";
import type { BallotAnswers } from "@/domain/answers";
import { wireAt } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testNow } from "../../../prisma/test-cycle";
import { type Child, startChild } from "../child";
import { claim, inventSheet, type Sent, sealed } from "../rater";
import { onServer, type Stage } from "../stage";

export type CastingCrash = {
  cycle: TestCycle;
  sheets: BallotAnswers[];
  acknowledged: number;
  kills: { server: number; database: number };
  /** Requests that were sent again because no answer came. */
  retries: number;
  lost: number;
  duplicates: number;
  phantoms: number;
};

const clients = 6;

/** The casting server under a fixed address, killed again and again and started anew. */
async function killedServer() {
  let child: Child = await startChild("crash/casting-server.ts");
  const { port } = child;
  return {
    origin: `http://127.0.0.1:${port}`,
    async crash() {
      await child.kill();
      child = await startChild("crash/casting-server.ts", String(port));
    },
    stop: () => child.kill(),
  };
}

/** Sends until there is an answer, as the voting page does; an answer that is a refusal ends it. */
async function castUntilAnswered(wire: Wire, sent: Sent, retried: () => void): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await wire.ballot.cast(sent.request)).leaf;
    } catch (error) {
      const again = error instanceof WireError && ["OFFLINE", "INTERNAL_SERVER_ERROR"].includes(error.code);
      if (!again || attempt > 2000) throw error;
      retried();
      await pause(20 + randomInt(60));
    }
  }
}

/**
 * Casts ballots over HTTP while the server (and, if asked, PostgreSQL) is killed at random moments; clients repeat what got
 * no answer, and some send everything twice. Returns what the database holds compared with what was acknowledged.
 */
export async function crashWhileCasting(
  stage: Pick<Stage, "adminUrl" | "crashDatabase">,
  options: { slug: string; casts: number; kills: number; databaseKills: number },
): Promise<CastingCrash> {
  const cycle = await openTestCycle(options.slug, { engineers: options.casts });
  const here = wireAt(testNow);
  const sheets = cycle.links.map(inventSheet);
  const waiting: Sent[] = [];
  for (const [index, { link }] of cycle.links.entries()) {
    waiting.push(await sealed(await claim(here, link), sheets[index] as BallotAnswers));
  }
  const server = await killedServer();
  const wire = wireOver(server.origin);
  const acknowledged = new Set<string>();
  let retries = 0;
  let at = 0;
  let over = false;
  const client = async () => {
    for (;;) {
      const mine = waiting[at++];
      if (!mine) return;
      const once = () => castUntilAnswered(wire, mine, () => (retries += 1));
      const twice = randomInt(4) === 0 ? [once(), once()] : [once()];
      for (const leaf of await Promise.all(twice)) acknowledged.add(leaf);
      // Spreads the load over the whole time in which something is killed.
      await pause(randomInt(1 + Math.ceil((3500 * options.kills * clients) / options.casts)));
    }
  };
  const kills = { server: 0, database: 0 };
  const reaper = async () => {
    while (!over && kills.server + kills.database < options.kills + options.databaseKills) {
      await pause(150 + randomInt(700));
      if (over) return;
      if (kills.database < options.databaseKills) {
        await stage.crashDatabase();
        kills.database += 1;
      } else {
        await server.crash();
        kills.server += 1;
      }
    }
  };
  const reaping = reaper();
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    over = true;
    await reaping;
    await server.stop();
  }
  const stored = await storedLeaves(stage.adminUrl, cycle.cycleId);
  const sent = new Set(waiting.map(({ leaf }) => leaf));
  return { cycle, sheets, acknowledged: acknowledged.size, kills, retries, ...account(acknowledged, sent, stored) };
}

/** Acknowledged and not stored; stored more than once; stored and never sent. */
export const account = (acknowledged: ReadonlySet<string>, sent: ReadonlySet<string>, stored: readonly string[]) => ({
  lost: [...acknowledged].filter((leaf) => !stored.includes(leaf)).length,
  duplicates: stored.length - new Set(stored).size,
  phantoms: stored.filter((leaf) => !sent.has(leaf)).length,
});

/** Receipts as PostgreSQL itself computes them from the rows, not as our code does. */
export async function storedLeaves(adminUrl: string, cycleId: string): Promise<string[]> {
  const rows = await onServer<{ leaf: string }>(
    adminUrl,
    `select encode(sha256(nullifier || int4send(version) || sha256(envelope)), 'hex') as leaf
     from ballot where cycle_id = $1`,
    [cycleId],
  );
  return rows.map(({ leaf }) => leaf);
}
