import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { NextRequest } from "next/server";
import superjson from "superjson";
import { readBody } from "@/app/api/read-body";
import { isSameOrigin } from "@/app/api/same-origin";
import { env } from "@/env.js";
import { appRouter } from "@/server/api/root";
import { findSession, type SignedIn, sessionCookies } from "@/server/auth/session";
import { kindOf, log } from "@/server/log/log";

/** A roster of 12 MB as text inside JSON is the largest thing anybody sends. */
const maxBodyBytes = 20 * 1024 * 1024;

const refusals = {
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: "Send JSON." },
  FORBIDDEN: { status: 403, message: "This address answers its own site only." },
  PAYLOAD_TOO_LARGE: { status: 413, message: "This is too large." },
} as const;

/** A refusal in the shape the client reads, so that its sentence reaches the person. */
function refuse(code: keyof typeof refusals): Response {
  const { status, message } = refusals[code];
  const shape = { message, code: -32_600, data: { code, httpStatus: status, path: null, field: null, fields: null } };
  return Response.json({ error: superjson.serialize(shape) }, { status, headers: { "cache-control": "no-store" } });
}

async function signedIn(request: NextRequest, now: Date): Promise<SignedIn | null> {
  for (const name of sessionCookies) {
    const token = request.cookies.get(name)?.value;
    if (token) return findSession(token, now);
  }
  return null;
}

/** The wire of signed-in pages: JSON from this site only. Forms of other sites cannot send that without asking first. */
export async function POST(request: NextRequest): Promise<Response> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") return refuse("UNSUPPORTED_MEDIA_TYPE");
  if (!isSameOrigin(request.headers, env.TANDEM_URL)) return refuse("FORBIDDEN");
  const body = await readBody(request, maxBodyBytes);
  if (!body) return refuse("PAYLOAD_TOO_LARGE");

  const now = new Date();
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(request.url, { method: "POST", headers: { "content-type": "application/json" }, body }),
    router: appRouter,
    createContext: async () => {
      const session = await signedIn(request, now);
      return {
        email: session?.email ?? null,
        sessionId: session?.sessionId,
        signOnCompany: session?.signOnCompany,
        now,
      };
    },
    maxBatchSize: 10,
    // Queries come by POST too: a GET would put what was asked into the logs of every proxy on the way.
    allowMethodOverride: true,
    onError({ path, error }) {
      if (error.code !== "INTERNAL_SERVER_ERROR") return;
      log("error", "fault", { procedure: path ?? "unknown", kind: kindOf(error.cause ?? error) });
    },
  });
  response.headers.set("cache-control", "no-store");
  return response;
}
