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

function clientFor(connectionString: string, max: number, seconds?: number): PrismaClient {
  const pool = poolFor(connectionString, max, seconds);
  connections.pools.push(pool);
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** Of src/server/db only: everything else goes through withCompany and its sisters. */
export function appClient(): PrismaClient {
  connections.app ??= clientFor(env.DATABASE_APP_URL, env.DATABASE_APP_CONNECTIONS);
  return connections.app;
}

/** Of src/server/db only. */
export function tallyClient(): PrismaClient {
  connections.tally ??= clientFor(env.DATABASE_TALLY_URL, env.DATABASE_TALLY_CONNECTIONS, tallyStatementSeconds);
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

/** Closes every connection; the next use opens new ones. */
export async function disconnectDatabase(): Promise<void> {
  const closing = connections;
  connections = { pools: [] };
  await Promise.all([closing.app?.$disconnect(), closing.tally?.$disconnect()]);
  await Promise.all(closing.pools.map((pool) => pool.end()));
}
