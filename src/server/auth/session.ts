import { findSessionOwner } from "@/server/db/who-asks";
import { hashToken } from "./adapter";

/** Names of next-auth's session cookie, with and without TLS. */
export const sessionCookies = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

/** The mail address that a session token belongs to, or null for an unknown or expired one. */
export async function findSessionEmail(sessionToken: string, now: Date): Promise<string | null> {
  const found = await findSessionOwner(hashToken(sessionToken));
  return found && found.expires > now ? found.email : null;
}
