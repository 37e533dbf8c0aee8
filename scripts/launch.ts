// Second half of `npm start`, on Node 24 with all packages: builds, starts the parts in order, stops them in reverse order.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { build, isBuilt } from "./build";
import { prepareDatabase } from "./database";
import { root } from "./install.js";
import { assertPortFree, claimInstance } from "./instance";
import type { RunningPostgres } from "./postgres";
import { makeDataDirectory } from "./postgres-place";
import { codeOf, messageOf, Problem } from "./problem";
import { endProcess, isAlive } from "./process";
import { seedDemo } from "./seed-demo";
import { assertSecretsGiven, readSecrets, readSettings, type Settings, serverEnvironment } from "./settings";

class Interrupted extends Error {}

const parts: { name: string; stop: () => Promise<unknown> | undefined }[] = [];
// Aborted by Ctrl-C and its like, or with the error of a part that failed; every step looks at it before it goes on.
const interruption = new AbortController();

async function waitUntilHealthy(port: number, server: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 100) {
    interruption.signal.throwIfAborted();
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Problem("The server ended before it was ready; the reason is above.");
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => null,
    );
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Problem("The server did not become ready within two minutes.");
}

async function startServer(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  started: (pid: number) => void,
): Promise<ChildProcess> {
  console.log("Starting the server …");
  const server = spawn(
    process.execPath,
    ["--import", "tsx", "--import", "./scripts/stop-with-launcher.js", "src/server/main.ts"],
    { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] },
  );
  const { pid } = server;
  if (pid === undefined) throw new Problem("The server could not be started.");
  started(pid);
  const drainSeconds = Number(env.DRAIN_SECONDS ?? 0);
  parts.push({
    name: "server",
    stop: () => endProcess(pid, { first: "SIGTERM", last: "SIGKILL", patience: 25_000 + drainSeconds * 1000 }),
  });
  await waitUntilHealthy(settings.port, server);
  return server;
}

/** The built-in PostgreSQL is watched: if it is killed it is started again at the same address, and the server reconnects. */
async function keepPostgres(
  first: RunningPostgres,
  restart: (port: number) => Promise<RunningPostgres | null>,
): Promise<void> {
  let running = first;
  parts.push({ name: "PostgreSQL", stop: () => running.stop() });
  while (!interruption.signal.aborted) {
    await pause(500, undefined, { ref: false });
    if (interruption.signal.aborted || isAlive(running.pid)) continue;
    console.error("PostgreSQL ended unexpectedly; starting it again …");
    const again = await restart(Number(new URL(running.adminUrl).port));
    if (!again) return;
    running = again;
  }
}

function greet({ url, demo, dataDir }: Settings): void {
  const lines = [
    `\nTandem is ready:  ${url}\n`,
    ...(demo
      ? [`  Sign in to the demo as anybody:  ${url}/dev/demo`, `  Mail that was sent:              ${url}/dev/outbox`]
      : []),
    `  Data directory:                  ${dataDir}`,
    "\nCtrl-C stops it.",
  ];
  console.log(lines.join("\n"));
}

async function main(): Promise<void> {
  const settings = readSettings();
  assertSecretsGiven(settings);
  makeDataDirectory(settings.dataDir);
  const instance = await claimInstance(settings.dataDir, settings.port);
  parts.push({ name: "note of this run", stop: async () => instance.release() });
  await assertPortFree(settings.port);
  if (!isBuilt()) {
    console.log("Building the pages (once, and after a change; about a minute) …");
    await build(interruption.signal);
  }
  interruption.signal.throwIfAborted();
  const secrets = readSecrets(settings.dataDir);
  const { urls, postgres } = await prepareDatabase(settings, secrets.roles);
  if (postgres) {
    const restart = async (port: number) => (await prepareDatabase(settings, secrets.roles, port)).postgres;
    keepPostgres(postgres, restart).catch((error) => interruption.abort(error));
  }
  interruption.signal.throwIfAborted();
  const env = serverEnvironment(settings, secrets, urls);
  if (settings.demo) await seedDemo(env, settings.dataDir, interruption.signal);
  interruption.signal.throwIfAborted();
  const server = await startServer(settings, env, instance.serverStarted);
  greet(settings);
  const [code, signal] = await once(server, "exit", { signal: interruption.signal });
  throw new Problem(
    `The server ended unexpectedly (${signal ?? `exit code ${code}`}). Start again with npm start: nothing is lost.`,
  );
}

function explain(error: unknown): string {
  if (codeOf(error) === "ENOSPC" || /ENOSPC|no space left/i.test(messageOf(error))) {
    return "The disk of the data directory is full. Make room (about 200 MB), or choose another: TANDEM_DATA_DIR=/some/folder npm start";
  }
  if (error instanceof Problem || !(error instanceof Error)) return messageOf(error);
  return error.stack ?? error.message;
}

async function stopParts(): Promise<void> {
  if (parts.length > 1) console.log("\nStopping …");
  for (const part of parts.toReversed()) {
    try {
      await part.stop();
    } catch (error) {
      console.error(`${part.name}: ${messageOf(error)}`);
    }
  }
  if (parts.length > 1) console.log("Stopped.");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interruption.abort(new Interrupted()));
// The first half passes Ctrl-C on, and takes us with it when it is killed.
process.on("message", () => interruption.abort(new Interrupted()));
process.on("disconnect", () => interruption.abort(new Interrupted()));

let exitCode = 0;
try {
  await main();
} catch (error) {
  const reason = interruption.signal.aborted ? interruption.signal.reason : error;
  if (!(reason instanceof Interrupted)) {
    console.error(`\n${explain(reason)}`);
    exitCode = 1;
  }
}
await stopParts();
process.exit(exitCode);
