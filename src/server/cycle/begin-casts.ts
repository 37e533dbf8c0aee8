import { withCompany } from "@/server/db/with-company";
import type { CycleJob } from "@/server/jobs/enqueue";
import { writeToAll } from "./write-to-all";

/**
 * Job: at the beginning of the second window, writes to everybody on the roster alike that they can seal now. To all of them,
 * not only to those who claimed: the queue must not say who that is. Addresses that a server refused or an admin noted as
 * bounced are left out, as they are by reminders. Run again, it finds its mails there and does nothing.
 */
export async function beginCasts(place: CycleJob, now: Date): Promise<void> {
  await withCompany(place, async (tx) => {
    await tx.$queryRaw`select 1 from cycle where company_id = ${place.companyId}::uuid and id = ${place.cycleId}::uuid for update`;
    const cycle = await tx.cycle.findUnique({
      where: { companyId_id: { companyId: place.companyId, id: place.cycleId } },
      select: { phase: true, castsFrom: true },
    });
    if (cycle?.phase !== "open" || !cycle.castsFrom) return;
    if (cycle.castsFrom > now) throw new Error("the second window of this cycle has not begun");
    if ((await tx.delivery.count({ where: { ...place, kind: "casting" } })) > 0) return;
    const unreachable = await tx.delivery.findMany({
      where: { ...place, state: { in: ["refused", "bounced"] } },
      select: { email: true },
    });
    const entries = await tx.rosterEntry.findMany({
      where: { ...place, email: { notIn: unreachable.map(({ email }) => email) } },
      select: { email: true },
      orderBy: { email: "asc" },
    });
    await writeToAll(
      tx,
      place,
      "casting",
      entries.map(({ email }) => email),
    );
  });
}
