import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { disconnectDatabase } from "@/server/db/client";
import { stopJobQueue } from "@/server/jobs/boss";
import { deploy } from "../migrations";
import { type RunningPostgres, startPostgres } from "../postgres";
import { isAlive } from "../process";
import { newRolePasswords } from "../roles";

/** A PostgreSQL, a database and a key store of its own, and this process's settings pointing at them. */
export type Stage = {
  /** Superuser's address of the database: what an attacker with every copy of it has. */
  adminUrl: string;
  dataDir: string;
  keyFolder: string;
  /** PostgreSQL's own files. */
  cluster: string;
  postgresLog: string;
  /** Runs work while PostgreSQL is stopped in good order; afterwards it answers at the same address. */
  whileStopped: (work: () => void) => Promise<void>;
  /** Kills PostgreSQL as a power cut would, and starts it again; `meanwhile` runs while it is down. */
  crashDatabase: (meanwhile?: () => void) => Promise<void>;
  stop: () => Promise<void>;
  /** Ends PostgreSQL at once and removes everything, for a run that is interrupted. */
  abandon: () => void;
};

const letGo = async () => {
  await stopJobQueue();
  await disconnectDatabase();
};

/** A folder that PostgreSQL's own user may pass through. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-attack-"));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** Builds the stage. `durable` waits for the disk, as an installation does; needed where PostgreSQL is killed. */
export async function startStage(options: { durable: boolean }): Promise<Stage> {
  const dataDir = temporaryFolder();
  let postgres: RunningPostgres = await startPostgres({ dataDir, durable: options.durable });
  const port = Number(new URL(postgres.adminUrl).port);
  const start = async () => {
    postgres = await startPostgres({ dataDir, durable: options.durable, port });
  };
  const url = new URL(postgres.adminUrl);
  await onServer(postgres.adminUrl, "create database tandem");
  url.pathname = "/tandem";
  const adminUrl = url.toString();
  const { urls } = await deploy(adminUrl, newRolePasswords());
  // The attacker has every piece of the database's log that there ever was.
  await onServer(adminUrl, "alter system set wal_keep_size = '4GB'");
  await onServer(adminUrl, "select pg_reload_conf()");
  Object.assign(process.env, {
    NODE_ENV: "test",
    TANDEM_URL: "http://localhost:3000",
    TANDEM_DATA_DIR: dataDir,
    TANDEM_DEMO: "1",
    TANDEM_MASTER_KEY: randomBytes(32).toString("base64"),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: "http://localhost:3000",
    DATABASE_APP_URL: urls.app,
    DATABASE_BALLOT_URL: urls.ballot,
    DATABASE_TALLY_URL: urls.tally,
  });
  const abandon = () => {
    // Nothing of it is kept: no orderly shutdown.
    process.kill(postgres.pid, "SIGKILL");
    fs.rmSync(postgres.folder, { recursive: true, force: true });
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    adminUrl,
    dataDir,
    keyFolder: path.join(dataDir, "keys"),
    cluster: path.join(postgres.folder, "postgres"),
    postgresLog: path.join(dataDir, "postgres.log"),
    async whileStopped(work) {
      await letGo();
      await postgres.stop();
      work();
      await start();
    },
    async crashDatabase(meanwhile) {
      process.kill(postgres.pid, "SIGKILL");
      if (meanwhile) {
        while (isAlive(postgres.pid)) await pause(20);
        meanwhile();
      }
      await start();
    },
    async stop() {
      await letGo();
      abandon();
    },
    abandon,
  };
}

/** Runs one statement over a connection of its own. */
export async function onServer<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // Where PostgreSQL is killed under it the query itself fails; without a listener this program would end too.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
