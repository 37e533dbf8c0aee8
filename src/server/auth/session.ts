import { findSessionOwner, noteSessionUse } from "@/server/db/who-asks";
import { hashToken } from "./adapter";

/** Names of the session cookie, with and without TLS. With TLS no other host, and no page over plain http, can set it. */
export const sessionCookies = ["__Host-next-auth.session-token", "next-auth.session-token"] as const;

/** A session that nobody used for this many days is over. */
const idleDays = 7;
const dayMilliseconds = 86_400_000;

export type SignedIn = {
  email: string;
  sessionId: string;
  /** The company through whose own sign-in it came; null: by a link from a mail. */
  signOnCompany: string | null;
};

/** Who a session token belongs to, or null for one that is unknown, expired or was left alone for a week. */
export async function findSession(sessionToken: string, now: Date): Promise<SignedIn | null> {
  const found = await findSessionOwner(hashToken(sessionToken));
  if (!found || found.expires <= now) return null;
  const today = Math.floor(now.getTime() / dayMilliseconds) * dayMilliseconds;
  if (found.lastUsedOn.getTime() < today - idleDays * dayMilliseconds) return null;
  if (found.lastUsedOn.getTime() < today) await noteSessionUse(found.id, now);
  return { email: found.email, sessionId: found.id, signOnCompany: found.signOnCompany };
}
