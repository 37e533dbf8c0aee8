import type { NextRequest } from "next/server";
import { env } from "@/env.js";
import { sessionCookieLine } from "@/server/auth/start-session";
import { finishSignOn } from "@/server/sign-on/finish";
import { browserCookie, browserCookieLine, sessionToken } from "../browser-cookie";

/**
 * Where a company's provider sends people back to. It is a GET, as the standard has it: what protects it is that the state
 * was made for this browser, is used once, and that nothing is begun here.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ company: string }> },
): Promise<Response> {
  const { company } = await params;
  const browser = { secret: browserCookie(request), sessionToken: sessionToken(request) };
  const finished = await finishSignOn(company, request.nextUrl.searchParams, browser, new Date());
  const headers = new Headers({ "cache-control": "no-store" });
  if ("problem" in finished) {
    const back = new URLSearchParams({ company, ...finished });
    headers.set("location", `${env.TANDEM_URL}/sign-in?${back}`);
    return new Response(null, { status: 303, headers });
  }
  headers.set("location", `${env.TANDEM_URL}${finished.next}`);
  headers.append("set-cookie", sessionCookieLine(finished.session));
  headers.append("set-cookie", browserCookieLine(""));
  return new Response(null, { status: 303, headers });
}
