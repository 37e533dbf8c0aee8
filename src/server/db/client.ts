import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/env.js";
import { PrismaClient } from "@/generated/prisma/client";

/** How long one statement, and a transaction left idle, may hold a connection. */
const statementSeconds = 15;
const tallyStatementSeconds = 300;

function poolFor(connectionString: string, max: number, seconds = statementSeconds): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: seconds * 1000,
    idle_in_transaction_session_timeout: seconds * 2000,
  });
  // An idle connection that breaks (database restarted) is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

type Connections = { app?: PrismaClient; tally?: PrismaClient; ballot?: pg.Pool; pools: pg.Pool[] };
let connections: Connections = { pools: [] };

const place = Symbol.for("tandem.pools");
const holder = globalThis as unknown as { [place]?: Map<pg.Pool, string> };

/** Of the whole process: the framework's bundle has a copy of this module, and pools, of its own. */
function toldPools(): Map<pg.Pool, string> {
  holder[place] ??= new Map();
  return holder[place];
}

function clientFor(name: string, connectionString: string, max: number, seconds?: number): PrismaClient {
  const pool = poolFor(connectionString, max, seconds);
  connections.pools.push(pool);
  toldPools().set(pool, name);
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** Of src/server/db only: everything else goes through withCompany and its sisters. */
export function appClient(): PrismaClient {
  connections.app ??= clientFor("app", env.DATABASE_APP_URL, env.DATABASE_APP_CONNECTIONS);
  return connections.app;
}

/** Of src/server/db only. */
export function tallyClient(): PrismaClient {
  connections.tally ??= clientFor(
    "tally",
    env.DATABASE_TALLY_URL,
    env.DATABASE_TALLY_CONNECTIONS,
    tallyStatementSeconds,
  );
  return connections.tally;
}

/** Of src/server/db only. */
export function ballotPool(): pg.Pool {
  if (!connections.ballot) {
    connections.ballot = poolFor(env.DATABASE_BALLOT_URL, env.DATABASE_BALLOT_CONNECTIONS);
    connections.pools.push(connections.ballot);
  }
  return connections.ballot;
}

export type PoolState = { pool: string; max: number; waiting: number };

/**
 * How the pools stand. Not the ballot pool, and not how many connections are in use: both would tell, at every reading,
 * whether somebody was casting.
 */
export const poolStates = (): PoolState[] =>
  ["app", "tally"].map((name) => {
    const pools = [...toldPools()].filter(([, its]) => its === name).map(([pool]) => pool);
    const sum = (of: (pool: pg.Pool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
    return { pool: name, max: sum((pool) => pool.options.max), waiting: sum((pool) => pool.waitingCount) };
  });

/** Closes every connection; the next use opens new ones. */
export async function disconnectDatabase(): Promise<void> {
  const closing = connections;
  connections = { pools: [] };
  for (const pool of closing.pools) toldPools().delete(pool);
  await Promise.all([closing.app?.$disconnect(), closing.tally?.$disconnect()]);
  await Promise.all(closing.pools.map((pool) => pool.end()));
}
