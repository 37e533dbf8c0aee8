import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth/next";
import { env } from "@/env.js";
import { authOptions } from "@/server/auth/options";
import { sessionCookies } from "@/server/auth/session";
import { log } from "@/server/log/log";

type AuthCall = {
  /** For example ["callback", "email"]. */
  path: readonly string[];
  method: "GET" | "POST";
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
};

export type AuthAnswer = {
  status: number;
  location: string | null;
  body: unknown;
  /** Set-Cookie lines of the session, and nothing else. */
  cookies: string[];
};

/**
 * next-auth's own token against forged forms. Our route has checked by then that a page of this site sent the form,
 * which also works for a form without scripts, so it makes the pair itself.
 */
function csrfPair(): { token: string; cookies: Record<string, string> } {
  const token = randomBytes(32).toString("hex");
  const value = `${token}|${createHash("sha256")
    .update(token + env.NEXTAUTH_SECRET)
    .digest("hex")}`;
  return { token, cookies: { "next-auth.csrf-token": value, "__Host-next-auth.csrf-token": value } };
}

const isSessionCookie = (name: string) => sessionCookies.some((known) => name === known);

/** Runs next-auth with what it may know of a request: no address, no user agent, no cookie but the session. */
export async function callNextAuth(call: AuthCall): Promise<AuthAnswer> {
  const answer: AuthAnswer = { status: 200, location: null, body: null, cookies: [] };
  const headers = new Map<string, unknown>();
  const end = (body?: unknown) => {
    answer.body = body ?? null;
  };
  const response = {
    status(status: number) {
      answer.status = status;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    send: end,
    json: end,
    end,
  };
  const csrf = csrfPair();
  const session = Object.entries(call.cookies).filter(([name]) => isSessionCookie(name));
  const request = {
    method: call.method,
    headers: {},
    query: { ...call.query, nextauth: call.path },
    cookies: { ...Object.fromEntries(session), ...csrf.cookies },
    body: { ...call.body, json: "false", csrfToken: csrf.token },
  };
  const logger = {
    // Codes only: next-auth's details can hold a mail address.
    error: (code: string) => log("error", "sign-in fault", { code }),
    warn: () => undefined,
    debug: () => undefined,
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, {
    ...authOptions(),
    logger,
  });
  answer.location = (headers.get("location") as string | undefined) ?? null;
  answer.cookies = [headers.get("set-cookie") ?? []]
    .flat()
    .map(String)
    .filter((line) => isSessionCookie(line.split("=", 1)[0] ?? ""));
  return answer;
}
