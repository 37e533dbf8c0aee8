import type { AuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { emailSchema } from "@/domain/member";
import { env } from "@/env.js";
import { enqueueSignIn } from "@/server/jobs/enqueue";
import { authAdapter } from "./adapter";
import { sessionCookies } from "./session";
import { sealSignIn } from "./sign-in-job";

const linkMinutes = 10;
export const sessionDays = 14;

/** Only pages of this site may follow a sign-in. */
export const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : "/companies");

/** The session's cookie: this host's own, out of reach of scripts, and not sent along with other sites' requests. */
export function sessionCookie() {
  const secure = env.TANDEM_URL.startsWith("https:");
  return {
    name: sessionCookies[secure ? 0 : 1],
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** next-auth: magic links by mail, database sessions. A stranger gets the same answer after the same work, and no mail. */
export const authOptions = (): AuthOptions => ({
  adapter: authAdapter(),
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "database", maxAge: sessionDays * 86_400, updateAge: 86_400 },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/sign-in", verifyRequest: "/sign-in/sent", error: "/sign-in" },
  providers: [
    EmailProvider({
      maxAge: linkMinutes * 60,
      from: env.MAIL_FROM,
      normalizeIdentifier: (identifier) => emailSchema.parse(identifier),
      // The same few statements for members and strangers: who it is, the worker finds out, and nobody waits for mail.
      async sendVerificationRequest({ identifier, token, url, expires }) {
        const callbackUrl = new URL(url).searchParams.get("callbackUrl");
        const asked = callbackUrl ? new URL(callbackUrl, env.TANDEM_URL) : null;
        const next = safeNext(asked ? asked.pathname + asked.search : null);
        await enqueueSignIn(sealSignIn({ email: identifier, token, next, expires: expires.toISOString() }));
      },
    }),
  ],
  callbacks: {
    redirect: ({ url }) => `${env.TANDEM_URL}${safeNext(url.replace(env.TANDEM_URL, ""))}`,
    session: ({ session, user }) => ({ expires: session.expires, user: { email: user.email } }),
  },
});
