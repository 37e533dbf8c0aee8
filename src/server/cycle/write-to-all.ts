import { randomUUID } from "node:crypto";
import type { CompanyTransaction } from "@/server/db/with-company";
import { type CycleJob, enqueueDeliveries } from "@/server/jobs/enqueue";

/** Notes one delivery for each address of a roster and queues its mail, in the transaction that decided so. */
export async function writeToAll(
  tx: CompanyTransaction,
  place: CycleJob,
  kind: "invitation" | "casting",
  emails: readonly string[],
): Promise<void> {
  const deliveries = emails.map((email) => ({ ...place, id: randomUUID(), email, kind }));
  for (let start = 0; start < deliveries.length; start += 2000) {
    await tx.delivery.createMany({ data: deliveries.slice(start, start + 2000) });
  }
  await enqueueDeliveries(
    tx,
    "invitation-mail",
    deliveries.map(({ id }) => ({ ...place, deliveryId: id })),
  );
}
