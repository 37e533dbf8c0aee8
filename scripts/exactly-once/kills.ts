import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Child, startChild } from "../attack/child";

const start = () => startChild("../exactly-once/worker.ts");

/**
 * Keeps two workers going and kills one of them at random moments, in turn, `kills` times in all; a new one takes its place
 * while the other works on. Resolves with the two that live at the end. `step` is called all the while, to give them work.
 */
export async function killWorkers(kills: number, step: () => Promise<void>): Promise<Child[]> {
  const workers: [Promise<Child>, Promise<Child>] = [start(), start()];
  for (let kill = 0; kill < kills; kill += 1) {
    const victim = kill % 2 === 0 ? 0 : 1;
    const worker = await workers[victim];
    await step();
    await pause(randomInt(900));
    await worker.kill();
    workers[victim] = start();
  }
  return Promise.all(workers);
}
