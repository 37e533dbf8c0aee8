import type { IncomingMessage, ServerResponse } from "node:http";
import { apiScopes } from "@/domain/api-key";
import { apiProblems } from "@/domain/api-problem";
import { createCaller } from "@/server/api/root";
import { type FoundApiKey, findApiKey } from "@/server/api-key/queries";
import { kindOf, log } from "@/server/log/log";
import { doOnce, readIdempotencyKey } from "@/server/public-api/once";
import { openApiDocument } from "@/server/public-api/openapi";
import { ApiProblem, problemBody, problemOf } from "@/server/public-api/problem";
import type { Route } from "@/server/public-api/route";
import { findRoute } from "@/server/public-api/routes";
import { BodyTooLarge, readBody } from "./plain-procedure";
import { TokenBuckets } from "./token-buckets";

const root = "/api/v1";
const maxBodyBytes = 64 * 1024;
/** Of one key, per process: a page of 200 people every half second, for as long as it likes. */
const perKey = { burst: 120, perMinute: 120 };
const sweepMilliseconds = 60_000;

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (status === 204) {
    response.writeHead(204, headers).end();
    return;
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

function refuse(response: ServerResponse, problem: ApiProblem): void {
  const { status } = apiProblems[problem.code];
  send(response, status, problemBody(problem), { "content-type": "application/problem+json", ...problem.headers });
}

/** The token of an Authorization header; another scheme is a key that is not one. */
function bearerOf({ authorization }: IncomingMessage["headers"]): string | null {
  if (authorization === undefined) return null;
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? "";
}

async function bodyOf(request: IncomingMessage, { maxBodyBytes: most = maxBodyBytes }: Route): Promise<unknown> {
  if (!/^application\/json *(;|$)/i.test(request.headers["content-type"] ?? "")) throw new ApiProblem("not-json");
  const tooLarge = new ApiProblem("too-large", undefined, [], { connection: "close" });
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge;
  const text = await readBody(request, most).catch((error: unknown) => {
    throw error instanceof BodyTooLarge ? tooLarge : error;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem("invalid-json");
  }
}

const actionsOf = ({ scope }: Route) => (scope === null ? [] : apiScopes[scope].allows);

type Key = FoundApiKey & { kind: "key" };

/** The procedures that the key's maker has in the pages, at this moment, as far as the route's scope goes. */
const askingOf = ({ tenant, key }: Key, route: Route) => ({
  api: createCaller({
    email: tenant.email,
    now: tenant.now,
    tenants: new Map([[tenant.slug, Promise.resolve(tenant)]]),
    only: actionsOf(route),
  }),
  company: tenant.slug,
  companyName: tenant.name,
  key,
});

/** Answers programs of companies: keys only, JSON only, no cookies, and nothing for pages of other sites. */
export function publicApi(now: () => Date = () => new Date(), clock: () => number = () => performance.now()) {
  const keys = new TokenBuckets(perKey);
  let swept = clock();

  function takeTurn(keyId: string): void {
    const at = clock();
    if (at - swept > sweepMilliseconds) {
      swept = at;
      keys.sweep(at);
    }
    const wait = keys.take(keyId, at);
    if (wait > 0) throw new ApiProblem("rate-limited", undefined, [], { "retry-after": String(wait) });
  }

  async function keyFor(request: IncomingMessage, route: Route): Promise<Key> {
    const found = await findApiKey(bearerOf(request.headers), route.scope, now());
    if (found.kind === "key") return found;
    throw new ApiProblem(found.code, found.message, [], { "www-authenticate": found.wwwAuthenticate });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.cookie !== undefined) throw new ApiProblem("cookies-refused");
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://tandem");
    const path = pathname.slice(root.length);
    if (path === "/openapi.json" && request.method === "GET") return send(response, 200, openApiDocument());
    const found = findRoute(request.method ?? "", path);
    if (found.kind === "nothing") throw new ApiProblem("not-found");
    if (found.kind === "other-methods") {
      throw new ApiProblem("method-not-allowed", undefined, [], { allow: found.methods.join(", ") });
    }
    const { route } = found;
    const key = await keyFor(request, route);
    takeTurn(key.key.id);
    const body = route.parts.body ? await bodyOf(request, route) : undefined;
    const query = Object.fromEntries(searchParams);
    const who = askingOf(key, route);
    const reply = () => route.reply({ path: found.path, query, body }, who);
    const { repeated } = route;
    const name = repeated && readIdempotencyKey(request.headers["idempotency-key"]);
    if (!repeated || name === null) {
      const replied = await reply();
      return send(response, replied.status, replied.body);
    }
    const asks = JSON.stringify([request.method, path, query, body]);
    const named = { companyId: key.tenant.companyId, apiKeyId: key.key.id, name, asks };
    const once = await doOnce(named, key.tenant.now, reply, ({ body: answered }) => repeated.keep(answered));
    if ("result" in once) return send(response, once.result.status, once.result.body);
    send(response, once.again.status, await repeated.answer(once.again.kept, who), { "idempotent-replayed": "true" });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader("cache-control", "no-store");
    await answer(request, response).catch((error: unknown) => {
      const problem = problemOf(error);
      if (problem) return refuse(response, problem);
      // The connection broke while the request was read: there is nobody to answer.
      if (request.destroyed && !request.complete) return void response.destroy();
      log("error", "api fault", { kind: kindOf(error) });
      refuse(response, new ApiProblem("fault"));
    });
  };
}
