import { randomBytes } from "node:crypto";
import { withDirectory } from "@/server/db/with-company";
import { hashToken } from "./adapter";
import { sessionCookie, sessionDays } from "./options";

export type NewSession = { token: string; expires: Date };

/**
 * Begins a session as a used link does, with the same lifetime, for somebody whom a company's provider vouched for. It
 * knows through which company it came; the browser's old session ends.
 */
export async function startSession(
  { email, through, instead }: { email: string; through: string; instead: string | undefined },
  now: Date,
): Promise<NewSession> {
  const token = randomBytes(32).toString("hex");
  const expires = new Date(now.getTime() + sessionDays * 86_400_000);
  await withDirectory(async (tx) => {
    await tx.session.deleteMany({ where: { expires: { lt: now } } });
    if (instead !== undefined) await tx.session.deleteMany({ where: { tokenHash: hashToken(instead) } });
    const user = await tx.user.upsert({ where: { email }, update: {}, create: { email } });
    await tx.session.create({
      data: { tokenHash: hashToken(token), userId: user.id, expires, signOnCompany: through },
    });
  });
  return { token, expires };
}

/** The line that puts a session into a browser, as next-auth writes it for a link. */
export function sessionCookieLine({ token, expires }: NewSession): string {
  const { name, options } = sessionCookie();
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${token}; Path=${options.path}; Expires=${expires.toUTCString()}; HttpOnly${secure}; SameSite=Lax`;
}
