import { hkdfSync } from "node:crypto";
import { z } from "zod";
import { env } from "@/env.js";
import { isMemberSomewhere } from "@/server/company/queries";
import type { SignInJob } from "@/server/jobs/enqueue";
import { seal, unseal } from "@/server/keys/sealed";
import { sendMail } from "@/server/mail/send";
import { signInMail } from "@/server/mail/sign-in";
import { listOwnSignIns } from "@/server/sign-on/queries";

const contentSchema = z.object({ email: z.string(), token: z.string(), next: z.string(), expires: z.iso.datetime() });
type Content = z.infer<typeof contentSchema>;

const place = "tandem/sign-in-mail/1";
const key = () => Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "tandem/sign-in-mail", 32));

/** Makes a job that only this installation can read: with its token in the clear, who reads the queue could sign in. */
export function sealSignIn(content: Content): SignInJob {
  // Padded, so that its length tells nothing about whose it is.
  const text = JSON.stringify(content).padEnd(1024);
  return { sealed: seal(key(), place, Buffer.from(text)).toString("base64") };
}

const open = ({ sealed }: SignInJob): Content =>
  contentSchema.parse(JSON.parse(unseal(key(), place, Buffer.from(sealed, "base64")).toString("utf8")));

/** Sends the link to a member. Nothing is sent to strangers, and nothing when the link has expired while it waited. */
export async function sendSignInLink(job: SignInJob, now: Date): Promise<void> {
  const { email, token, next, expires } = open(job);
  if (new Date(expires) <= now || !(await isMemberSomewhere(email))) return;
  await sendMail(signInMail(email, token, next, await listOwnSignIns(email)));
}
