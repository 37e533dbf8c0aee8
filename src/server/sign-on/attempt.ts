import { createHash, createHmac, randomBytes } from "node:crypto";
import { withCompany } from "@/server/db/with-company";

const attemptMinutes = 10;
const hash = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

/** A browser's own secret, from its cookie, or a new one where there is none that we made. */
export const browserSecret = (cookie: string | undefined): string =>
  cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : randomBytes(32).toString("base64url");

/**
 * What belongs to one attempt, made from the browser's secret and the state: nothing that could end it is stored with us,
 * and whoever sees the provider's answer cannot use it without the browser's cookie.
 */
export function attemptSecrets(browser: string, state: string) {
  const of = (use: string) =>
    createHmac("sha256", browser).update(`tandem/sign-on/1|${use}|${state}`).digest("base64url");
  return { nonce: of("nonce"), verifier: of("verifier") };
}

/** Notes that somebody was sent to a provider. */
export async function noteAttempt(
  companyId: string,
  { state, browser, next, now }: { state: string; browser: string; next: string; now: Date },
): Promise<void> {
  const expires = new Date(now.getTime() + attemptMinutes * 60_000);
  await withCompany({ companyId }, async (tx) => {
    await tx.signOnAttempt.deleteMany({ where: { companyId, expires: { lt: now } } });
    await tx.signOnAttempt.create({
      data: { companyId, stateHash: hash(state), browserHash: hash(browser), next, expires },
    });
  });
}

/** Uses an attempt up: of two answers with one state only the first finds it. Null: unknown, used, too old, or not from here. */
export async function spendAttempt(
  companyId: string,
  state: string,
  browser: string,
  now: Date,
): Promise<{ next: string } | null> {
  // One statement: whoever deletes the row has it.
  const spent = await withCompany(
    { companyId },
    (tx) => tx.$queryRaw<{ next: string; expires: Date }[]>`
      delete from sign_on_attempt
      where company_id = ${companyId}::uuid and state_hash = ${hash(state)} and browser_hash = ${hash(browser)}
      returning next, expires`,
  );
  const [attempt] = spent;
  return attempt && attempt.expires > now ? { next: attempt.next } : null;
}
