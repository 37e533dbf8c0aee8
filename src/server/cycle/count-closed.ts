import { withCompany } from "@/server/db/with-company";
import { type CycleJob, enqueueCycleJob } from "@/server/jobs/enqueue";
import { findReportParts } from "@/server/report/frozen";
import { findDestructionDate, tallyCycle } from "@/server/tally/commands";
import { announce } from "@/server/webhook/announce";
import { writeToLeaders } from "./write-to-readers";

/** Job: counts a closed cycle, tells of it, and queues the destruction of what could still be opened. */
export async function countClosedCycle(place: CycleJob, now: Date): Promise<void> {
  // A worker that was killed after the count, before the next line, comes back to a counted cycle: it still must be destroyed.
  const destroyAt = (await tallyCycle(place)) ?? (await findDestructionDate(place));
  if (!destroyAt) return;
  await withCompany(place, async (tx) => {
    await enqueueCycleJob(tx, "destroy", place, destroyAt);
    const report = (await findReportParts(tx, place.companyId, [place.cycleId], ["response"])).get(place.cycleId);
    if (report?.response.kind !== "too-few") await writeToLeaders(tx, place, { kind: "counted" });
    await announce(tx, place, { event: "cycle.counted", now });
  });
}
