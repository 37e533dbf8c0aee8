import { writeToBoard } from "@/server/cycle/write-to-readers";
import { withCompany } from "@/server/db/with-company";
import type { DueJob } from "@/server/jobs/enqueue";
import { announce } from "@/server/webhook/announce";

/**
 * Job: tells that the board reads from now on. A hold, or another moment since, has a job of its own; a moment too early by
 * this machine's clock, it fails and is tried again.
 */
export async function announceBoardDue({ companyId, cycleId, at }: DueJob, now: Date): Promise<void> {
  const place = { companyId, cycleId };
  await withCompany(place, async (tx) => {
    await tx.$queryRaw`select 1 from cycle where company_id = ${companyId}::uuid and id = ${cycleId}::uuid for update`;
    const cycle = await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycleId } } });
    if (cycle?.phase !== "released" || cycle.heldAt || cycle.boardAt?.toISOString() !== at) return;
    if (cycle.boardAt > now) throw new Error("the board’s moment has not come");
    await writeToBoard(tx, place);
    await announce(tx, place, { event: "board.released", now });
  });
}
