import type { NextRequest } from "next/server";
import { readBody } from "@/app/api/read-body";
import { isSameOrigin } from "@/app/api/same-origin";
import { emailSchema } from "@/domain/member";
import { env } from "@/env.js";
import { safeNext } from "@/server/auth/options";
import { countSignInRequest } from "@/server/auth/sign-in-requests";
import { type AuthAnswer, callNextAuth } from "./call-next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };
type Fields = Record<string, string>;

const maxBodyBytes = 8 * 1024;
const formType = "application/x-www-form-urlencoded";

const refuse = (status: number, message: string) =>
  new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** Sends a form on to its next page; a script that asked with json=true gets the address instead. */
function goTo(path: string, { fields = {}, cookies = [] }: { fields?: Fields; cookies?: string[] } = {}): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  const url = new URL(path, env.TANDEM_URL).toString();
  if (fields.json === "true") return Response.json({ url }, { headers });
  headers.set("location", url);
  return new Response(null, { status: 303, headers });
}

async function readFields(request: NextRequest): Promise<Fields | Response> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== formType && type !== "application/json") return refuse(415, "Send a form or JSON.");
  const body = await readBody(request, maxBodyBytes);
  if (!body) return refuse(413, "This is too large.");
  const text = new TextDecoder().decode(body);
  if (type === formType) return Object.fromEntries(new URLSearchParams(text));
  try {
    const parsed: unknown = JSON.parse(text || "{}");
    return Object.fromEntries(Object.entries(parsed ?? {}).filter(([, value]) => typeof value === "string"));
  } catch {
    return refuse(400, "This is not JSON.");
  }
}

const cookiesOf = (request: NextRequest): Fields =>
  Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]));

/** The page of this site that a form asks for, whether it wrote a path or a whole address. */
const nextOf = (fields: Fields): string =>
  safeNext((fields.next ?? fields.callbackUrl ?? "").replace(env.TANDEM_URL, ""));

async function requestLink(request: NextRequest, fields: Fields): Promise<Response> {
  const email = emailSchema.safeParse(fields.email);
  if (!email.success) return goTo("/sign-in?error=address", { fields });
  const seconds = await countSignInRequest(email.data, new Date());
  if (seconds > 0) {
    if (fields.json !== "true") return goTo("/sign-in?error=often");
    const response = refuse(429, "Five links were asked for with this address within the hour.");
    response.headers.set("retry-after", String(seconds));
    response.headers.set("x-asked-often", "1");
    return response;
  }
  const answer = await callNextAuth({
    path: ["signin", "email"],
    method: "POST",
    query: {},
    body: { email: email.data, callbackUrl: nextOf(fields) },
    cookies: cookiesOf(request),
  });
  return goTo(answer.location?.includes("/verify-request") ? "/sign-in/sent" : "/sign-in?error=mail", { fields });
}

const isSignedIn = (answer: AuthAnswer) => answer.cookies.some((line) => /^[^=]+=[^;]/.test(line));

async function spendLink(request: NextRequest, fields: Fields): Promise<Response> {
  const email = emailSchema.safeParse(fields.email);
  if (!email.success || !fields.token) return goTo("/sign-in?error=used", { fields });
  const next = nextOf(fields);
  const answer = await callNextAuth({
    path: ["callback", "email"],
    method: "POST",
    query: { token: fields.token, email: email.data, callbackUrl: next },
    body: {},
    cookies: cookiesOf(request),
  });
  if (!isSignedIn(answer)) return goTo("/sign-in?error=used", { fields });
  return goTo(next, { fields, cookies: answer.cookies });
}

async function signOut(request: NextRequest, fields: Fields): Promise<Response> {
  const answer = await callNextAuth({
    path: ["signout"],
    method: "POST",
    query: {},
    body: { callbackUrl: "/" },
    cookies: cookiesOf(request),
  });
  return goTo(fields.callbackUrl ? nextOf(fields) : "/", { fields, cookies: answer.cookies });
}

/** Nothing happens on a GET: mail scanners open links, so only the button on our page sends a token. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action] = (await params).nextauth;
  if (action === "callback" || action === "signin" || action === "error") return goTo("/sign-in");
  if (action === "verify-request") return goTo("/sign-in/sent");
  if (action === "signout") return goTo("/companies");
  // next-auth's browser code asks for this token before it posts; what protects a form here is that it came from our page.
  if (action === "csrf")
    return Response.json({ csrfToken: "same-origin" }, { headers: { "cache-control": "no-store" } });
  if (action !== "session") return refuse(404, "There is nothing at this address.");
  const { body } = await callNextAuth({
    path: ["session"],
    method: "GET",
    query: {},
    body: {},
    cookies: cookiesOf(request),
  });
  return Response.json(body ?? {}, { headers: { "cache-control": "no-store" } });
}

/** Asks for a link, uses one, or signs out; only from a page of this site. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const path = (await params).nextauth.join("/");
  if (!isSameOrigin(request.headers, env.TANDEM_URL)) return refuse(403, "This address answers its own site only.");
  const fields = await readFields(request);
  if (fields instanceof Response) return fields;
  if (path === "signin/email") return requestLink(request, fields);
  if (path === "callback/email") return spendLink(request, fields);
  if (path === "signout") return signOut(request, fields);
  return refuse(404, "There is nothing at this address.");
}
