import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** The magic link. The token stands in the fragment: it reaches no server log, and only a button sends it. */
export const signInMail = (email: string, token: string, callbackUrl: string): Mail =>
  composeMail(email, "Your sign-in link for Tandem", [
    { kind: "text", text: "Open this page and press the button on it. The link works once, for ten minutes." },
    {
      kind: "link",
      label: "Open the sign-in page",
      url: `${env.TANDEM_URL}/sign-in/confirm#${new URLSearchParams({ token, email, next: callbackUrl })}`,
    },
    { kind: "text", text: "If you did not ask for it, you need not do anything." },
  ]);
