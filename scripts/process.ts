import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "./problem";

/** A process with this number exists and has not ended; one that ended and was not collected by its parent does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  try {
    const state = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return state.charAt(state.lastIndexOf(")") + 2) !== "Z";
  } catch {
    return true;
  }
}

/** The command line of a process, or "" where it cannot be learned: process numbers are used again. */
export function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
}

/** Sends a signal; after `patience` milliseconds a stronger one. False if the process is still there five seconds later. */
export async function endProcess(
  pid: number,
  signals: { first: NodeJS.Signals; last: NodeJS.Signals; patience: number },
): Promise<boolean> {
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (codeOf(error) !== "ESRCH") throw error;
    }
  };
  const begun = Date.now();
  let stronger = false;
  send(signals.first);
  while (isAlive(pid)) {
    const waited = Date.now() - begun;
    if (waited > signals.patience + 5000) return false;
    if (waited > signals.patience && !stronger) {
      stronger = true;
      send(signals.last);
    }
    await pause(20);
  }
  return true;
}
