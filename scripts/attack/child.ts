import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type Child = {
  /** What the process said when it was ready: the port of a server. */
  port: number;
  /** Everything it printed. */
  output: () => string;
  /** SIGKILL; resolves when the process is gone. True if it was still running. */
  kill: () => Promise<boolean>;
  signal: (name: NodeJS.Signals) => void;
  pid: number;
  /** Resolves with exit code and signal. */
  ended: Promise<unknown[]>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a TypeScript program of this folder with this process's settings, and waits until it prints "ready". */
export async function startChild(script: string, ...rest: string[]): Promise<Child> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...rest], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  const keep = (data: Buffer) => {
    output += String(data);
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", keep);
  const ended = once(child, "close").finally(() => running.delete(child));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  for (let waited = 0; !/^ready \d+/m.test(output); waited += 5) {
    if (isOver() || waited > 60_000) throw new Error(`${script} did not become ready:\n${output}`);
    await pause(5);
  }
  return {
    port: Number(/^ready (\d+)/m.exec(output)?.[1]),
    output: () => output,
    signal: (name) => void child.kill(name),
    pid: child.pid ?? 0,
    ended,
    async kill() {
      const alive = !isOver();
      child.kill("SIGKILL");
      await ended;
      return alive && child.signalCode === "SIGKILL";
    },
  };
}
