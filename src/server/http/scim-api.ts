import type { IncomingMessage, ServerResponse } from "node:http";
import { resourceTypeViews, schemaViews, serviceProviderConfig } from "@/domain/scim-discovery";
import { badRequest, noResource, ScimRefusal, scimContentType, scimErrorBody } from "@/domain/scim-refusal";
import { listMessage, projected, scimListInput, wantsAttribute } from "@/domain/scim-view";
import { env } from "@/env.js";
import { findApiKey } from "@/server/api-key/queries";
import type { Tenant } from "@/server/company/tenant";
import { noteRequest } from "@/server/directory/commands";
import * as groups from "@/server/directory/groups";
import * as users from "@/server/directory/users";
import { kindOf, log } from "@/server/log/log";
import { TokenBuckets } from "./token-buckets";

/** A group of 50,000 people is about 3 MB. */
const maxBodyBytes = 6 * 1024 * 1024;
const root = "/scim/v2";

/** By key as well as by network: the directories of many companies knock from the same cloud. */
const perKey = { burst: 3000, perMinute: 1800 };
const sweepMilliseconds = 60_000;
const keys = { buckets: new TokenBuckets(perKey), swept: 0 };

function secondsToWait(keyId: string): number {
  const at = performance.now();
  if (at - keys.swept > sweepMilliseconds) {
    keys.swept = at;
    keys.buckets.sweep(at);
  }
  return keys.buckets.take(keyId, at);
}

type Answer = { status: number; body: object | null; headers?: Record<string, string> };
type Call = { tenant: Tenant; base: string; id: string | null; query: URLSearchParams; body: unknown };
type Handler = (call: Call) => Promise<Answer>;

const ok = (body: object): Answer => ({ status: 200, body });
const nothing: Answer = { status: 204, body: null };
const made = (body: { meta: { location: string } }): Answer => ({
  status: 201,
  body,
  headers: { location: body.meta.location },
});

/** Whose id it is must have the form of ours; every other one is nobody's. */
function idOf({ id }: Call): string {
  if (id === null || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw noResource();
  return id.toLowerCase();
}

async function listUsers({ tenant, query, base }: Call): Promise<Answer> {
  const input = scimListInput(query);
  const { total, users: found } = await users.listUsers(tenant, input, base);
  return ok(listMessage(total, input.startIndex, found.map((user) => projected(user, query)))); // biome-ignore format: one thought
}

async function listGroups({ tenant, query, base }: Call): Promise<Answer> {
  const input = scimListInput(query);
  const found = await groups.listGroups(tenant, input, base, wantsAttribute(query, "members"));
  return ok(listMessage(found.total, input.startIndex, found.groups.map((group) => projected(group, query)))); // biome-ignore format: one thought
}

const view =
  (read: (call: Call) => Promise<object>, answer: (body: object) => Answer = ok): Handler =>
  async (call) =>
    answer(projected(await read(call), call.query));

/** A part of the endpoint's description, or all of it as a list. */
function described(views: (base: string) => { id: string }[]): Handler {
  return async ({ base, id }) => {
    const all = views(base);
    if (id === null) return ok(listMessage(all.length, 1, all));
    const found = all.find((each) => each.id === id);
    if (!found) throw noResource();
    return ok(found);
  };
}

const routes: Record<string, { all: Record<string, Handler>; one: Record<string, Handler> }> = {
  Users: {
    all: {
      GET: listUsers,
      POST: async ({ tenant, body, base }) => made(await users.createUser(tenant, body, base)),
    },
    one: {
      GET: view((call) => users.getUser(call.tenant, idOf(call), call.base)),
      PUT: view((call) => users.replaceUser(call.tenant, idOf(call), call.body, call.base)),
      PATCH: view((call) => users.changeUserByPatch(call.tenant, idOf(call), call.body, call.base)),
      DELETE: async (call) => users.deleteUser(call.tenant, idOf(call)).then(() => nothing),
    },
  },
  Groups: {
    all: {
      GET: listGroups,
      POST: async ({ tenant, body, base }) => made(await groups.createGroup(tenant, body, base)),
    },
    one: {
      GET: view((call) => groups.getGroup(call.tenant, idOf(call), call.base, wantsAttribute(call.query, "members"))),
      PUT: view((call) => groups.replaceGroup(call.tenant, idOf(call), call.body, call.base)),
      // Nobody needs thousands of members read back after one was added.
      PATCH: async (call) => groups.changeGroupByPatch(call.tenant, idOf(call), call.body).then(() => nothing),
      DELETE: async (call) => groups.deleteGroup(call.tenant, idOf(call)).then(() => nothing),
    },
  },
  ServiceProviderConfig: { all: { GET: async ({ base }) => ok(serviceProviderConfig(base)) }, one: {} },
  ResourceTypes: { all: { GET: described(resourceTypeViews) }, one: { GET: described(resourceTypeViews) } },
  Schemas: { all: { GET: described(schemaViews) }, one: { GET: described(schemaViews) } },
};

function routeOf(path: string): { handlers: Record<string, Handler>; id: string | null } {
  const [, resource = "", id = null] = /^\/scim\/v2\/([A-Za-z]+)(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  const route = Object.hasOwn(routes, resource) ? routes[resource] : undefined;
  if (!route) throw noResource();
  return { handlers: id === null ? route.all : route.one, id };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method !== "POST" && request.method !== "PUT" && request.method !== "PATCH") return undefined;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== scimContentType && type !== "application/json")
    throw new ScimRefusal(415, null, `Send ${scimContentType}.`);
  const tooLarge = new ScimRefusal(413, null, "The body is larger than any user or group.");
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw tooLarge;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw badRequest("invalidSyntax", "The body is not JSON.");
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    "cache-control": "no-store",
    ...(body && { "content-type": scimContentType }),
    ...headers,
  });
  response.end(body ? JSON.stringify(body) : undefined);
}

const refusal = (error: ScimRefusal, headers?: Record<string, string>): Answer => ({
  status: error.status,
  body: scimErrorBody(error.status, error.scimType, error.message),
  ...(headers ? { headers } : {}),
});

/** What an admin can mend: a user or group that was not taken. A look-up that finds nothing is no problem. */
async function noteFor(
  tenant: Tenant,
  request: IncomingMessage,
  path: string,
  error: ScimRefusal | null,
): Promise<void> {
  const writes = request.method !== "GET";
  const problem =
    error && writes && error.status !== 404 ? { request: `${request.method} ${path}`, detail: error.message } : null;
  await noteRequest(tenant, problem);
}

async function answerTo(request: IncomingMessage, path: string, query: URLSearchParams, now: Date): Promise<Answer> {
  const { headers, method = "GET" } = request;
  if (headers.cookie !== undefined) return refusal(badRequest("invalidSyntax", "This address takes no cookies."));
  const token = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
  const found = await findApiKey(token, "scim", now);
  if (found.kind === "refused") {
    const { status, message, wwwAuthenticate } = found;
    return refusal(new ScimRefusal(status, null, message), { "www-authenticate": wwwAuthenticate });
  }
  const { tenant } = found;
  const seconds = secondsToWait(found.key.id);
  if (seconds > 0)
    return refusal(new ScimRefusal(429, null, "Too many requests with this key just now. Nothing is lost."), {
      "retry-after": String(seconds),
    });
  const where = path.slice(root.length);
  try {
    const { handlers, id } = routeOf(path);
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (!handler)
      return refusal(new ScimRefusal(405, null, "Not here."), { allow: Object.keys(handlers).join(", ") || "GET" });
    const base = `${new URL(env.TANDEM_URL).origin}${root}`;
    const answer = await handler({ tenant, base, id, query, body: await bodyOf(request) });
    await noteFor(tenant, request, where, null);
    return answer;
  } catch (error) {
    if (!(error instanceof ScimRefusal)) throw error;
    await noteFor(tenant, request, where, error);
    return refusal(error);
  }
}

/**
 * The machine door for a company's directory (SCIM 2.0, RFC 7643 and 7644). Knows the company by the key and nothing else:
 * no session, no cookie. Errors in SCIM's own form; a fault of ours says nothing about itself.
 */
export async function scimApi(request: IncomingMessage, response: ServerResponse, now = new Date()): Promise<void> {
  const [path = "/", ...search] = (request.url ?? "/").split("?");
  let answer: Answer;
  try {
    answer = await answerTo(request, path, new URLSearchParams(search.join("?")), now);
  } catch (error) {
    log("error", "directory fault", { kind: kindOf(error) });
    answer = refusal(new ScimRefusal(500, null, "This did not work. Nothing was changed."));
  }
  // What was not read to its end must not be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  send(response, answer);
}
