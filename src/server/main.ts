import next from "next";
import { env } from "@/env.js";
import { log } from "@/server/log/log";
import { serve } from "./serve";

async function main(): Promise<void> {
  const app = next({ dev: env.NODE_ENV === "development", dir: process.cwd() });
  await app.prepare();
  const handle = app.getRequestHandler();
  await serve(handle, () => app.close());
  log("info", "Tandem answers", { address: env.TANDEM_URL });
}

main().catch((error: unknown) => {
  // For the person who starts it, in full: this is before anybody sent anything.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
