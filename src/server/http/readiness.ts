import type { ServerResponse } from "node:http";
import { withDirectory } from "@/server/db/with-company";

let leaving = false;

/** From now on this process says that it takes no more requests; those that come all the same are answered. */
export const beginLeaving = (): void => {
  leaving = true;
};

/** True once the process was asked to stop. */
export const isLeaving = (): boolean => leaving;

/** Tells a balancer whether to send requests here: only with a database, and not once the process was asked to stop. */
export async function answerReadiness(response: ServerResponse): Promise<void> {
  const reaches = () =>
    withDirectory((tx) => tx.$queryRaw`select 1`).then(
      () => true,
      () => false,
    );
  const words = leaving ? "stopping" : (await reaches()) ? "ready" : "no database";
  response.writeHead(words === "ready" ? 200 : 503, { "content-type": "text/plain" }).end(`${words}\n`);
}
