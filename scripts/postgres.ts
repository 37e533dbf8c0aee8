import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { choosePlace, type Place } from "./postgres-place";
import { codeOf, messageOf, Problem } from "./problem";
import { commandOf, endProcess, isAlive } from "./process";

export type RunningPostgres = {
  /** Superuser's address of the database postgres. */
  adminUrl: string;
  pid: number;
  /** Where the cluster lies; outside the data directory where PostgreSQL's user cannot enter it. */
  folder: string;
  notice: string | null;
  /** Fast shutdown; resolves when the server is gone. */
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  /** A free one is chosen when none is given. */
  port?: number;
  /** false: do not wait for the disk; for tests only. */
  durable?: boolean;
};

// Nothing of a ballot may reach the server's log: PostgreSQL would print the row or statement that failed.
const quiet = ["log_error_verbosity=terse", "log_min_error_statement=panic", "log_parameter_max_length_on_error=0"];
const usual = [
  "timezone=UTC",
  "log_timezone=UTC",
  "max_connections=80",
  "jit=off",
  "unix_socket_directories=",
  "listen_addresses=127.0.0.1",
];
const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function passwordOf(dataDir: string, cluster: string): string {
  const file = path.join(dataDir, "postgres-password");
  if (!fs.existsSync(file)) {
    if (fs.existsSync(cluster))
      throw new Problem(`${file} is missing: without it the database in ${cluster} cannot be opened.`);
    fs.writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  }
  return fs.readFileSync(file, "utf8").trim();
}

/** Makes the cluster beside its final place and moves it there when complete: an interrupted initdb leaves no half cluster. */
function initialise(place: Place, cluster: string, password: string, durable: boolean): void {
  const unfinished = `${cluster}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const secret = `${cluster}.secret`;
  fs.rmSync(secret, { force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600, flag: "wx" });
  for (const made of [unfinished, secret]) {
    if (place.account.uid !== undefined) fs.chownSync(made, place.account.uid, place.account.gid);
  }
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const made = spawnSync(
    path.join(place.binaries, "bin", "initdb"),
    [
      `--pgdata=${unfinished}`,
      "--auth=scram-sha-256",
      "--username=postgres",
      `--pwfile=${secret}`,
      ...locale,
      ...(durable ? [] : ["--no-sync"]),
    ],
    { ...place.account, cwd: "/", encoding: "utf8" },
  );
  fs.rmSync(secret, { force: true });
  if (made.status !== 0)
    throw new Problem(`The database could not be created:\n${made.stderr || messageOf(made.error)}`);
  fs.renameSync(unfinished, cluster);
}

const urlOf = (port: number, password: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

/** The server answers and serves this very cluster. */
async function serves(cluster: string, port: number, password: string): Promise<"yes" | "not-yet" | "no"> {
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return rows[0]?.data_directory === cluster ? "yes" : "no";
  } catch (error) {
    // 57P03: starting up, shutting down or in recovery.
    return codeOf(error) === "57P03" ? "not-yet" : "no";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A server of this cluster that outlived its parent (kill -9): taken over if it answers. A stale pid file is removed. */
async function findOrphan(cluster: string, password: string): Promise<{ pid: number; port: number } | null> {
  const file = path.join(cluster, "postmaster.pid");
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (!fs.existsSync(file)) return null;
    const lines = fs.readFileSync(file, "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!isAlive(pid)) return null;
    const command = commandOf(pid).trim();
    if (command !== "" && !command.includes(cluster)) {
      // The number now belongs to another program: PostgreSQL itself would refuse to start because of it.
      fs.rmSync(file, { force: true });
      return null;
    }
    if ((await serves(cluster, port, password)) === "yes") return { pid, port };
    await pause(100);
  }
  throw new Problem(
    `A PostgreSQL server of ${cluster} is running but does not answer. End it, then start Tandem again.`,
  );
}

async function stopServer(pid: number): Promise<void> {
  const ended = await endProcess(pid, { first: "SIGINT", last: "SIGQUIT", patience: 8000 });
  if (!ended) throw new Problem(`PostgreSQL (process ${pid}) does not stop.`);
}

const lastLines = (file: string) =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n") : "";

async function launch(place: Place, cluster: string, log: string, options: Options, password: string) {
  const port = options.port ?? (await freePort());
  const settings = [...quiet, ...usual, ...(options.durable === false ? hasty : [])].flatMap((setting) => [
    "-c",
    setting,
  ]);
  const output = fs.openSync(log, "a", 0o600);
  // A process group of its own: Ctrl-C reaches the launcher only, which stops the parts in order.
  const server = spawn(path.join(place.binaries, "bin", "postgres"), ["-D", cluster, "-p", String(port), ...settings], {
    ...place.account,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output, output],
  });
  fs.closeSync(output);
  let ended = false;
  server.once("exit", () => {
    ended = true;
  });
  server.once("error", () => {
    ended = true;
  });
  server.unref();
  for (let waited = 0; !ended && waited < 60_000; waited += 25) {
    if (server.pid && (await serves(cluster, port, password)) === "yes") return { pid: server.pid, port };
    await pause(25);
  }
  if (server.pid) await stopServer(server.pid);
  return null;
}

/** Starts (or takes over) the PostgreSQL server of a data directory; it listens on this machine only, with a password. */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const place = await choosePlace(dataDir);
  const cluster = path.join(place.folder, "postgres");
  const log = path.join(dataDir, "postgres.log");
  const password = passwordOf(dataDir, cluster);
  if (!fs.existsSync(cluster)) initialise(place, cluster, password, options.durable !== false);
  let running = await findOrphan(cluster, password);
  // After kill -9 of the server, its last children hold the shared memory for a moment: try again.
  for (let attempt = 0; !running && attempt < 4; attempt += 1) {
    if (attempt > 0) await pause(1000);
    running = await launch(place, cluster, log, options, password);
  }
  if (!running) throw new Problem(`PostgreSQL could not be started. The end of its log (${log}):\n${lastLines(log)}`);
  const { pid, port } = running;
  return {
    adminUrl: urlOf(port, password),
    pid,
    folder: place.folder,
    notice: place.notice,
    stop: () => stopServer(pid),
  };
}
