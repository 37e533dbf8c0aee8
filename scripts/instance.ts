import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { codeOf, Problem } from "./problem";
import { commandOf, endProcess, isAlive } from "./process";

type Running = { launcher: number; server: number | null; port: number };

const noteOf = (dataDir: string) => path.join(dataDir, "running.json");
const isOurs = (pid: number | null, script: string) => pid !== null && isAlive(pid) && commandOf(pid).includes(script);

function read(note: string): Running | null {
  try {
    return JSON.parse(fs.readFileSync(note, "utf8")) as Running;
  } catch {
    return null;
  }
}

/** One Tandem per data directory: refuses a second one, and clears away the server that a killed one left behind. */
export async function claimInstance(dataDir: string, port: number) {
  const note = noteOf(dataDir);
  const before = read(note);
  if (before && before.launcher !== process.pid && isOurs(before.launcher, "scripts/launch.ts")) {
    throw new Problem(
      `Tandem is already running from here: http://localhost:${before.port} (process ${before.launcher}).\n` +
        "Stop it with Ctrl-C where it was started, or give the second one its own data: TANDEM_DATA_DIR=… PORT=… npm start",
    );
  }
  if (before?.server && isOurs(before.server, "src/server/main.ts")) {
    console.log("Stopping the server that an earlier run left behind …");
    await endProcess(before.server, { first: "SIGTERM", last: "SIGKILL", patience: 5000 });
  }
  const write = (server: number | null) =>
    fs.writeFileSync(note, JSON.stringify({ launcher: process.pid, server, port } satisfies Running), { mode: 0o600 });
  write(null);
  return { serverStarted: (pid: number) => write(pid), release: () => fs.rmSync(note, { force: true }) };
}

/** Throws, naming the port and how to choose another, when somebody listens on it. */
export function assertPortFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      const why =
        codeOf(error) === "EACCES" ? "may not be used without special rights" : "is in use by another program";
      reject(new Problem(`Port ${port} ${why}. Choose another one: PORT=${port < 1024 ? 3000 : port + 1} npm start`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}
