import type { NextRequest } from "next/server";
import { env } from "@/env.js";
import { sessionCookies } from "@/server/auth/session";

const minutes = 10;
const isSecure = () => env.TANDEM_URL.startsWith("https:");
const nameOf = () => (isSecure() ? "__Host-tandem-sign-on" : "tandem-sign-on");

/** The secret that ties an attempt to this browser, where it has one. */
export const browserCookie = (request: NextRequest): string | undefined => request.cookies.get(nameOf())?.value;

/** The line that gives a browser its secret; it lives as long as an attempt. An empty one takes it away. */
export const browserCookieLine = (secret: string): string =>
  `${nameOf()}=${secret}; Path=/; Max-Age=${secret === "" ? 0 : minutes * 60}; HttpOnly${isSecure() ? "; Secure" : ""}; SameSite=Lax`;

/** The session that the browser has now. */
export const sessionToken = (request: NextRequest): string | undefined =>
  sessionCookies.map((name) => request.cookies.get(name)?.value).find((value) => value !== undefined);
