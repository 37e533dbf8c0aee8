import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "@/env.js";
import { isMemberSomewhere } from "@/server/company/queries";
import type { SignInJob } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/send";
import { signInMail } from "@/server/mail/sign-in";

const contentSchema = z.object({ email: z.string(), token: z.string(), next: z.string(), expires: z.iso.datetime() });
type Content = z.infer<typeof contentSchema>;

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const key = () => Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "tandem/sign-in-mail", 32));

/** Makes a job that only this installation can read: with its token in the clear, who reads the queue could sign in. */
export function sealSignIn(content: Content): SignInJob {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key(), nonce);
  // Padded, so that its length tells nothing about whose it is.
  const text = JSON.stringify(content).padEnd(1024);
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { sealed: sealed.toString("base64") };
}

function open({ sealed }: SignInJob): Content {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv(algorithm, key(), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return contentSchema.parse(JSON.parse(text.toString("utf8")));
}

/** Sends the link to a member. Nothing is sent to strangers, and nothing when the link has expired while it waited. */
export async function sendSignInLink(job: SignInJob, now: Date): Promise<void> {
  const { email, token, next, expires } = open(job);
  if (new Date(expires) <= now || !(await isMemberSomewhere(email))) return;
  await sendMail(signInMail(email, token, next));
}
