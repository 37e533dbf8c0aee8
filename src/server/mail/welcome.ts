import { env } from "@/env.js";
import { enqueueMail } from "@/server/jobs/enqueue";
import { composeMail } from "./layout";

/** Tells a person that they were given a role or a seat, and where to sign in. No token: it may be read late. */
export const sendWelcome = (email: string, company: string, as: string): Promise<void> =>
  enqueueMail(
    composeMail(email, `You can sign in to ${company} on Tandem`, [
      {
        kind: "text",
        text: `You are now ${as} of ${company} on Tandem, where engineers tell a CTO and a VP of Engineering, anonymously, how it is going.`,
      },
      { kind: "link", label: "Sign in", url: `${env.TANDEM_URL}/sign-in` },
      { kind: "text", text: `Use this address: ${email}.` },
    ]),
  );
