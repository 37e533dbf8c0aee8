import { quarterAfter, quarterOf } from "@/domain/quarter";
import { disconnectDatabase } from "@/server/db/client";
import { stopJobQueue } from "@/server/jobs/boss";
import { playCompany } from "./demo/play";
import { norrvik, pinion } from "./demo/story";

/** Days since the open cycle of the demo was opened, and until it closes. */
const openedDaysAgo = 8;

/** Plays two companies' past year through the real code: nothing is inserted that a person could not have done. */
async function seed(): Promise<void> {
  const now = new Date();
  const openQuarter = quarterOf(now);
  for (const company of [norrvik, pinion]) {
    await playCompany(company, {
      now,
      openedAt: new Date(now.getTime() - openedDaysAgo * 86_400_000),
      quarterBefore: (steps) => quarterAfter(openQuarter, -steps),
      say: (line) => console.log(`  ${line}`),
    });
  }
}

try {
  await seed();
} finally {
  await stopJobQueue();
  await disconnectDatabase();
}
