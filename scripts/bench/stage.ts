import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { disconnectDatabase } from "@/server/db/client";
import { stopJobQueue } from "@/server/jobs/boss";
import { prepareDatabase } from "../database";
import { root } from "../install.js";
import { Problem } from "../problem";
import { endProcess } from "../process";
import { newRolePasswords } from "../roles";
import { type Settings, serverEnvironment } from "../settings";

/** A database and a data directory of their own, and the real server when it is wanted; everything is gone after `close`. */
export type Stage = {
  url: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** As the superuser: for preparation and for counting, never for what is measured. */
  admin: pg.Client;
  adminUrl: string;
  /** Runs work while the built server answers at `url`. */
  withServer: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Makes something once and hands it to every figure that asks. */
  once: <Result>(name: string, make: () => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Settings of the shell must not lead a bench to a real database, mail server or key. */
function forgetSettings(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_|TANDEM_|NEXTAUTH_|SMTP_|MAIL_|PORT$)/.test(name)) delete process.env[name];
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });

async function startServer(env: NodeJS.ProcessEnv, url: string): Promise<() => Promise<unknown>> {
  const server = spawn(
    process.execPath,
    ["--import", "tsx", "--import", "./scripts/stop-with-launcher.js", "src/server/main.ts"],
    { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] },
  );
  const { pid } = server;
  if (pid === undefined) throw new Problem("The server could not be started.");
  const stop = () => endProcess(pid, { first: "SIGTERM", last: "SIGKILL", patience: 8000 });
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (server.exitCode !== null) throw new Problem("The server ended before it was ready; the reason is above.");
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok) return stop;
    await pause(100);
  }
  await stop();
  throw new Problem("The server did not become ready within a minute.");
}

export async function openStage(): Promise<Stage> {
  forgetSettings();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-bench-"));
  fs.chmodSync(dataDir, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings: Settings = { demo: true, port, url, dataDir, databaseUrl: null };
  const roles = newRolePasswords();
  const { urls, postgres } = await prepareDatabase(settings, roles);
  if (!postgres) throw new Problem("The bench needs the built-in PostgreSQL.");
  const secret = () => randomBytes(32).toString("base64");
  const env = serverEnvironment(settings, { masterKey: secret(), nextAuthSecret: secret(), roles }, urls);
  // src/env.js reads the environment at first use, which is later than this.
  Object.assign(process.env, env);
  const address = new URL(postgres.adminUrl);
  address.pathname = "/tandem";
  const admin = new pg.Client({ connectionString: address.toString() });
  await admin.connect();
  const made = new Map<string, Promise<unknown>>();
  return {
    url,
    dataDir,
    env,
    admin,
    adminUrl: address.toString(),
    async withServer(work) {
      // Invitations and reminders that the preparation queued are nobody's mail: the worker must not send them meanwhile.
      await admin.query("delete from pgboss.job");
      await admin.query("checkpoint");
      const stop = await startServer(env, url);
      try {
        return await work();
      } finally {
        await stop();
      }
    },
    once<Result>(name: string, make: () => Promise<Result>): Promise<Result> {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known as Promise<Result>;
    },
    async close() {
      await stopJobQueue();
      await disconnectDatabase();
      await admin.end().catch(() => undefined);
      await postgres.stop();
      if (postgres.folder !== dataDir) fs.rmSync(postgres.folder, { recursive: true, force: true });
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
