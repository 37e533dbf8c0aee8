import type { Stage } from "../stage";
import { fillBallotBox } from "./ballots";
import { type BenchCycle, closeQuarter, day, foundCompany, openQuarter } from "./company";

export const largeCount = 10_000;

/** Ten thousand engineers who have all answered, in a closed cycle that is not counted yet. */
export const largeCycle = (stage: Stage): Promise<BenchCycle> =>
  stage.once("large", async () => {
    const now = new Date();
    const cycle = await openQuarter(await foundCompany("large", largeCount, now), "2031-Q1", now);
    console.log(`  sealing ${largeCount} ballots …`);
    await fillBallotBox(stage.admin, cycle, largeCount);
    await stage.admin.query("vacuum analyze ballot");
    await closeQuarter(cycle, new Date(now.getTime() + 10 * day));
    return cycle;
  });
