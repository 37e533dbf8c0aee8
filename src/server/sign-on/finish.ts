import * as openid from "openid-client";
import { z } from "zod";
import { domainOf, emailSchema } from "@/domain/member";
import { issuedInFuture } from "@/domain/sign-on";
import type { SignOnProblem } from "@/domain/sign-on-problem";
import { type NewSession, startSession } from "@/server/auth/start-session";
import { withCompany } from "@/server/db/with-company";
import { attemptSecrets, spendAttempt } from "./attempt";
import { callbackUrl } from "./begin";
import { type Connection, findOfferedConnection, noteProblem, ownDomains } from "./connection";
import { clientFor, rememberKeys } from "./provider";
import { SignOnTrouble, troubleOf } from "./trouble";

type Claims = Readonly<Record<string, unknown>>;

/** Exchanges the code and says whom the provider vouches for. Signature, issuer, audience, nonce and times are checked. */
async function claimsOf(connection: Connection, query: URLSearchParams, browser: string, now: Date): Promise<Claims> {
  const state = query.get("state") ?? "";
  const { nonce, verifier } = attemptSecrets(browser, state);
  const client = await clientFor(connection, now);
  const answer = await openid.authorizationCodeGrant(client, new URL(`${callbackUrl(connection.slug)}?${query}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  rememberKeys(connection.issuer, client);
  const claims = answer.claims();
  if (!claims) throw new SignOnTrouble("not-trusted");
  if (issuedInFuture(claims.iat, now)) throw new SignOnTrouble("clock");
  if (claims.email !== undefined || !client.serverMetadata().userinfo_endpoint) return claims;
  // Many providers keep the address for this second question; the answer must be about the same person.
  return openid.fetchUserInfo(client, answer.access_token, claims.sub);
}

const noAddress = () => new SignOnTrouble("no-address");

/** The address that the claims prove. A provider that says nothing of its confirmation vouches for it as it is. */
function provenAddress(claims: Claims): string {
  const address = z.string().pipe(emailSchema).safeParse(claims.email);
  if (!address.success) throw noAddress();
  if (claims.email_verified === false || claims.email_verified === "false") throw new SignOnTrouble("not-confirmed");
  return address.data;
}

/** Whether the company's provider may speak for the address, and whether somebody with it is in the company. */
async function checkMember({ companyId }: Connection, email: string): Promise<void> {
  await withCompany({ companyId }, async (tx) => {
    if (!(await ownDomains(tx, companyId)).includes(domainOf(email))) throw new SignOnTrouble("foreign-domain");
    const member = await tx.member.findUnique({ where: { companyId_email: { companyId, email } } });
    if (!member || member.erasedAt) throw new SignOnTrouble("not-a-member");
  });
}

/** `next`: the page that was wanted, where that is known. */
type Finished = { session: NewSession; next: string } | { problem: SignOnProblem; next?: string };

/**
 * Ends a sign-in with what the provider sent the browser back with. Whatever is wrong, nothing is created; what is right
 * makes the same session as a link by mail, which knows through which company it came and replaces the browser's old one.
 */
export async function finishSignOn(
  slug: string,
  query: URLSearchParams,
  browser: { secret: string | undefined; sessionToken: string | undefined },
  now: Date,
): Promise<Finished> {
  const connection = await findOfferedConnection(slug);
  if (!connection) return { problem: "off" };
  const state = query.get("state");
  if (!state || !browser.secret) return { problem: "attempt" };
  const { companyId } = connection;
  const attempt = await spendAttempt(companyId, state, browser.secret, now);
  if (!attempt) return { problem: "attempt" };
  try {
    const email = provenAddress(await claimsOf(connection, query, browser.secret, now));
    await checkMember(connection, email);
    await noteProblem(companyId, null, now);
    const session = await startSession({ email, through: companyId, instead: browser.sessionToken }, now);
    return { session, next: attempt.next };
  } catch (error) {
    const { problem, forAdmin } = troubleOf(error, "token");
    if (forAdmin !== null) await noteProblem(companyId, forAdmin, now);
    return { problem, next: attempt.next };
  }
}
