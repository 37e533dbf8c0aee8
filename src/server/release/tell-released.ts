import { writeToLeaders } from "@/server/cycle/write-to-readers";
import type { CompanyTransaction } from "@/server/db/with-company";
import { type CycleJob, enqueueDue } from "@/server/jobs/enqueue";
import { announce } from "@/server/webhook/announce";

/** Tells of a release now, the leaders by mail, and of the board's reading when it begins. */
export async function tellReleased(tx: CompanyTransaction, place: CycleJob, boardAt: Date, now: Date): Promise<void> {
  await writeToLeaders(tx, place, { kind: "released", boardAt });
  await announce(tx, place, { event: "report.released", now });
  await enqueueDue(tx, "board-due", place, boardAt);
}
