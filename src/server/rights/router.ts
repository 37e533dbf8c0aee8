import { allowed, router } from "@/server/api/trpc";
import { getOwnData } from "./own-data";

export const rightsRouter = router({
  ownData: allowed("rights.ownData").query(({ ctx }) => getOwnData(ctx.tenant)),
});
