import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

type Status = { missing: boolean };

// Pages are bundled apart from the server, so the two hold different copies of this module: they meet by this name.
const place = Symbol.for("tandem.not-found-status");
const shared = globalThis as { [place]?: AsyncLocalStorage<Status> };
shared[place] ??= new AsyncLocalStorage<Status>();
const statuses = shared[place];

/** Runs an answer in which a page can say that there is nothing at the address: its document then has the status 404. */
export function withNotFoundStatus<Result>(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Result,
): Result {
  // A page that is changed to within the browser comes as data, which the framework takes with 200 only.
  if (request.headers.rsc !== undefined) return answer();
  const status: Status = { missing: false };
  const writeHead = response.writeHead.bind(response) as (code: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((code: number, ...rest: unknown[]) =>
    writeHead(status.missing && code === 200 ? 404 : code, ...rest)) as ServerResponse["writeHead"];
  return statuses.run(status, answer);
}

/** Gives the answer under way the status 404. */
export function answerNotFound(): void {
  const status = statuses.getStore();
  if (status) status.missing = true;
}
