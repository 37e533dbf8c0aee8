import type { NextRequest } from "next/server";
import { readBody } from "@/app/api/read-body";
import { isSameOrigin } from "@/app/api/same-origin";
import { env } from "@/env.js";
import { safeNext } from "@/server/auth/options";
import { browserSecret } from "@/server/sign-on/attempt";
import { beginSignOn } from "@/server/sign-on/begin";
import { browserCookie, browserCookieLine } from "./browser-cookie";

const maxBodyBytes = 4 * 1024;
const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const refuse = (status: number, message: string) =>
  new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** A page that goes on by itself: browsers let no form be redirected to another site, and the policy of ours says so. */
const onward = (location: URL, cookie: string) =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Going on to your company’s sign-in</title>
<meta http-equiv="refresh" content="0;url=${escapeHtml(location.href)}"></head>
<body><p><a href="${escapeHtml(location.href)}">Go on to your company’s sign-in</a></p></body></html>\n`,
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "set-cookie": cookie,
      },
    },
  );

/** Sends somebody to their company's provider; only from a page of this site. */
export async function POST(
  request: NextRequest,
  { params }: { params: Promise<{ company: string }> },
): Promise<Response> {
  const { company } = await params;
  if (!isSameOrigin(request.headers, env.TANDEM_URL)) return refuse(403, "This address answers its own site only.");
  const body = await readBody(request, maxBodyBytes);
  if (!body) return refuse(413, "This is too large.");
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const secret = browserSecret(browserCookie(request));
  const next = safeNext(fields.get("next"));
  const begun = await beginSignOn(company, secret, next, new Date());
  if ("location" in begun) return onward(begun.location, browserCookieLine(secret));
  const back = new URLSearchParams({ company, problem: begun.problem, next });
  return new Response(null, {
    status: 303,
    headers: { location: `${env.TANDEM_URL}/sign-in?${back}`, "cache-control": "no-store" },
  });
}
