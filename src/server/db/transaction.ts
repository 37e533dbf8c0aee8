import { AsyncLocalStorage } from "node:async_hooks";
import type { ITXClientDenyList } from "@prisma/client/runtime/client";
import type { PrismaClient } from "@/generated/prisma/client";

/** Everything of the client except opening and closing it: the type Prisma calls TransactionClient. */
export type Transaction = Omit<PrismaClient, ITXClientDenyList>;

/** Thrown when a transaction is opened inside another one: hand the outer `tx` on instead. */
export class NestedTransaction extends Error {
  constructor() {
    super("A transaction is already open here. Pass its tx on: a second one would not roll back with the first.");
  }
}

const running = new AsyncLocalStorage<{ open: boolean }>();

export type Setting = "app.company_id" | "app.email";

/**
 * One interactive transaction with at most one setting, which PostgreSQL forgets at its end. A session-level
 * setting would leak into the next request that is served by the same pooled connection.
 */
export function inTransaction<Result>(
  client: PrismaClient,
  setting: { name: Setting; value: string } | null,
  work: (tx: Transaction) => Promise<Result>,
  seconds = 20,
): Promise<Result> {
  if (running.getStore()?.open) return Promise.reject(new NestedTransaction());
  const here = { open: true };
  return running.run(here, async () => {
    try {
      return await client.$transaction(
        async (tx) => {
          if (setting) await tx.$queryRaw`select set_config(${setting.name}, ${setting.value}, true)`;
          return work(tx);
        },
        { maxWait: 10_000, timeout: seconds * 1000 },
      );
    } finally {
      here.open = false;
    }
  });
}
