import { TRPCError } from "@trpc/server";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { SignInFirst } from "@/server/api/errors";
import { createCaller } from "@/server/api/root";
import { findSession, type SignedIn, sessionCookies } from "@/server/auth/session";

/** Who sent this request, or null. */
const signedIn = cache(async (): Promise<SignedIn | null> => {
  const jar = await cookies();
  for (const name of sessionCookies) {
    const token = jar.get(name)?.value;
    if (token) return findSession(token, new Date());
  }
  return null;
});

/** The same gate that the wire has, for pages: a page cannot read past it. */
export const api = cache(async () => {
  const session = await signedIn();
  return createCaller({
    email: session?.email ?? null,
    sessionId: session?.sessionId,
    signOnCompany: session?.signOnCompany,
    now: new Date(),
    tenants: new Map(),
  });
});

/** Where somebody signs in who must, with the company and page they asked for: whether they exist shows there as little as before. */
async function signInPath(cause: unknown): Promise<string> {
  if (!(cause instanceof SignInFirst) || !/^[a-z0-9-]{2,40}$/.test(cause.company ?? "")) return "/sign-in";
  const asked = (await headers()).get("x-asked-path") ?? "";
  const next = asked.startsWith(`/${cause.company}/`) ? `&next=${encodeURIComponent(asked)}` : "";
  return `/sign-in?company=${cause.company}${cause.ownSignIn ? "&error=own-sign-in" : ""}${next}`;
}

/** Runs a read for a page: strangers are sent to sign in, what is not theirs is not found. */
export async function orNotFound<Result>(read: Promise<Result>): Promise<Result> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") redirect(await signInPath(error.cause));
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}
