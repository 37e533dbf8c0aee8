import { env } from "@/env.js";
import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells an admin that the directory asks for more than goes through unseen, and where to look at it. Names nobody. */
export const directoryWaitsMail = (
  email: string,
  { company, slug, people }: { company: string; slug: string; people: number },
): Mail =>
  composeMail(email, `The directory of ${company} asks for changes to the roster`, [
    {
      kind: "text",
      text: `Your directory asks for a change to ${people === 1 ? "a person" : `${people} people`} on the roster of ${company} that does not go through by itself. It waits until an admin has looked at it; more may have joined it since. The roster is as it was.`,
    },
    { kind: "link", label: "Look at what waits", url: `${env.TANDEM_URL}/${slug}/settings/directory` },
    { kind: "text", text: "If nobody at your company changed the directory, talk to whoever looks after it first." },
  ]);
