import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** The magic link. The token stands in the fragment: it reaches no server log, and only a button sends it. */
export const signInMail = (
  email: string,
  token: string,
  callbackUrl: string,
  /** The person's companies that have a sign-in of their own: told to the mailbox and to nobody else. */
  ownSignIns: readonly { slug: string; name: string; required: boolean }[] = [],
): Mail =>
  composeMail(email, "Your sign-in link for Tandem", [
    { kind: "text", text: "Open this page and press the button on it. The link works once, for ten minutes." },
    {
      kind: "link",
      label: "Open the sign-in page",
      url: `${env.TANDEM_URL}/sign-in/confirm#${new URLSearchParams({ token, email, next: callbackUrl })}`,
    },
    ...ownSignIns.flatMap(({ slug, name, required }) => [
      {
        kind: "text" as const,
        text: required
          ? `${name} asks its people to come through its own sign-in: the link above does not open it.`
          : `You may also come through ${name}’s own sign-in.`,
      },
      { kind: "link" as const, label: `Go to ${name}’s sign-in`, url: `${env.TANDEM_URL}/sign-in?company=${slug}` },
    ]),
    { kind: "text", text: "If you did not ask for it, you need not do anything." },
  ]);
