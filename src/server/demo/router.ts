import { notFound } from "@/domain/errors";
import { env } from "@/env.js";
import { publicProcedure, router } from "@/server/api/trpc";
import { listDemoPeople, listOutbox } from "./queries";

/** Demo only: elsewhere these procedures do not exist for anybody. */
const demoProcedure = publicProcedure.use(({ next }) => {
  if (!env.TANDEM_DEMO) throw notFound();
  return next();
});

export const demoRouter = router({
  people: demoProcedure.query(() => listDemoPeople()),
  outbox: demoProcedure.query(() => listOutbox()),
});
