import fs from "node:fs";
import { type Child, startChild } from "../attack/child";

const appProcess = "../operations/app-process.ts";

/** The app processes of one run, each at an address of its own that stays the same when it is killed and started again. */
export type Processes = {
  /** Where requests go; the last process takes none and only works on jobs. */
  origins: string[];
  count: number;
  /** SIGKILL, and a new process at the same address. */
  crash: (index: number) => Promise<void>;
  /** The most memory that any of them held, in MB; null where the system does not tell. */
  peakMegabytes: () => number | null;
  stop: () => Promise<unknown>;
};

/** VmHWM: the most resident memory a process ever had. */
function peakOf(pid: number): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return found === undefined ? null : Number(found) / 1024;
  } catch {
    return null;
  }
}

/** Two processes that answer requests, and one that is the worker: no request goes there. */
export async function startProcesses(): Promise<Processes> {
  const children: Child[] = await Promise.all([1, 2, 3].map(() => startChild(appProcess)));
  let peak: number | null = null;
  const look = () => {
    for (const { pid } of children) {
      const found = peakOf(pid);
      if (found !== null) peak = Math.max(peak ?? 0, found);
    }
  };
  return {
    origins: children.slice(0, 2).map(({ port }) => `http://127.0.0.1:${port}`),
    count: children.length,
    async crash(index) {
      const child = children[index];
      if (!child) throw new Error("there is no such process");
      look();
      await child.kill();
      children[index] = await startChild(appProcess, String(child.port));
    },
    peakMegabytes() {
      look();
      return peak;
    },
    stop: () => Promise.all(children.map((child) => child.kill())),
  };
}
