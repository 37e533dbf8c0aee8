import fs from "node:fs";
import path from "node:path";
import type { BallotAnswers } from "@/domain/answers";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor, wireAt } from "../../prisma/factories";
import { openTestCycle, testCloses, testNow, testQuarter } from "../../prisma/test-cycle";
import { account, storedLeaves } from "../attack/crash/casting";
import { matchesOracle } from "../attack/crash/tallying";
import { type Claimed, castSheet, claim, inventSheet, type Sent } from "../attack/rater";
import { type Stage, temporaryFolder } from "../attack/stage";
import { choosePlace } from "../postgres-place";
import { backUpCluster, copyFolder } from "./backup";

export type Drill = {
  /** Casts acknowledged before the copying began, while files were copied, and after the backup was complete. */
  casts: { before: number; during: number; after: number };
  /** Of the casts acknowledged by the end of the backup: missing after the restore, there twice, never sent. */
  lost: number;
  duplicates: number;
  phantoms: number;
  /** Casts after the backup that the raters' devices sent again, and that were taken. */
  sentAgain: number;
  /** The restored cycle was closed and counted, and the report is what an oracle makes of all answers. */
  tallied: boolean;
  seconds: { backup: number; restore: number };
};

const seconds = (since: number) => (performance.now() - since) / 1000;

/**
 * The whole drill on a stage of its own: back up database and keys apart while people cast, lose both, restore, let the
 * devices repeat what came too late for the backup, close, and count.
 */
export async function backupDrill(stage: Stage, options: { slug: string; raters: number }): Promise<Drill> {
  const raters = Math.max(9, options.raters);
  const cycle = await openTestCycle(options.slug, { engineers: raters });
  const wire = wireAt(testNow);
  const claimed: Claimed[] = [];
  for (const { link } of cycle.links) claimed.push(await claim(wire, link));
  const sheets: BallotAnswers[] = claimed.map(() => inventSheet());
  const third = Math.floor(raters / 3);
  const castRange = async (from: number, to: number) => {
    const sent: Sent[] = [];
    for (let index = from; index < to; index += 1) {
      const [who, sheet] = [claimed[index], sheets[index]];
      if (who && sheet) sent.push(await castSheet(wire, who, sheet));
    }
    return sent;
  };
  const vault = temporaryFolder();
  const { folder } = await choosePlace(vault);
  const [clusterCopy, keyCopy] = [path.join(folder, "postgres"), path.join(vault, "keys")];
  try {
    // Keys are backed up when the cycle opens, apart from the database.
    copyFolder(stage.keyFolder, keyCopy);
    const before = await castRange(0, third);
    let during: Sent[] = [];
    const backupBegun = performance.now();
    await backUpCluster(stage.adminUrl, stage.cluster, clusterCopy, async () => {
      during = await castRange(third, 2 * third);
    });
    const backup = seconds(backupBegun);
    const after = await castRange(2 * third, raters);

    const restoreBegun = performance.now();
    await stage.crashDatabase(() => {
      fs.rmSync(stage.cluster, { recursive: true });
      fs.rmSync(stage.keyFolder, { recursive: true });
      copyFolder(clusterCopy, stage.cluster);
      copyFolder(keyCopy, stage.keyFolder);
    });
    const restored = await storedLeaves(stage.adminUrl, cycle.cycleId);
    const restore = seconds(restoreBegun);
    const kept = new Set([...before, ...during].map(({ leaf }) => leaf));

    let sentAgain = 0;
    for (const { request, leaf } of after) {
      if ((await wire.ballot.cast(request)).leaf === leaf) sentAgain += 1;
    }
    await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
    await tallyCycle(cycle);
    const tallied = await matchesOracle(stage.adminUrl, cycle, sheets);
    await destroyCycle(cycle, testCloses);
    return {
      casts: { before: before.length, during: during.length, after: after.length },
      ...account(kept, kept, restored),
      sentAgain,
      tallied,
      seconds: { backup, restore },
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(vault, { recursive: true, force: true });
  }
}
