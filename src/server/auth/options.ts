import type { AuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { emailSchema } from "@/domain/member";
import { env } from "@/env.js";
import { isMemberSomewhere } from "@/server/company/queries";
import { sendMail } from "@/server/mail/send";
import { signInMail } from "@/server/mail/sign-in";
import { authAdapter } from "./adapter";

const linkMinutes = 10;
const sessionDays = 14;

/** Only pages of this site may follow a sign-in. */
export const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : "/companies");

/** next-auth: magic links by mail, database sessions. A stranger's address gets the same answer and no mail. */
export const authOptions = (): AuthOptions => ({
  adapter: authAdapter(),
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "database", maxAge: sessionDays * 86_400, updateAge: 86_400 },
  pages: { signIn: "/sign-in", verifyRequest: "/sign-in/sent", error: "/sign-in" },
  providers: [
    EmailProvider({
      maxAge: linkMinutes * 60,
      from: env.MAIL_FROM,
      normalizeIdentifier: (identifier) => emailSchema.parse(identifier),
      async sendVerificationRequest({ identifier, token, url }) {
        if (!(await isMemberSomewhere(identifier))) return;
        const callbackUrl = new URL(url).searchParams.get("callbackUrl");
        const next = callbackUrl ? new URL(callbackUrl, env.TANDEM_URL) : null;
        await sendMail(signInMail(identifier, token, safeNext(next ? next.pathname + next.search : null)));
      },
    }),
  ],
  callbacks: {
    redirect: ({ url }) => `${env.TANDEM_URL}${safeNext(url.replace(env.TANDEM_URL, ""))}`,
    session: ({ session, user }) => ({ expires: session.expires, user: { email: user.email } }),
  },
});
