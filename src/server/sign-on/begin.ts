import * as openid from "openid-client";
import { callbackPath } from "@/domain/sign-on";
import type { SignOnProblem } from "@/domain/sign-on-problem";
import { env } from "@/env.js";
import { attemptSecrets, noteAttempt } from "./attempt";
import { findOfferedConnection, noteProblem } from "./connection";
import { clientFor } from "./provider";
import { expectAnswer, soon } from "./reach";
import { troubleOf } from "./trouble";

/** The address registered at a company's provider. */
export const callbackUrl = (slug: string): string => `${env.TANDEM_URL}${callbackPath(slug)}`;

type Begun = { location: URL } | { problem: SignOnProblem };

/** Sends a browser, known by its secret, to the provider of the company at a slug; `next` is the page it wants to end on. */
export async function beginSignOn(slug: string, browser: string, next: string, now: Date): Promise<Begun> {
  const connection = await findOfferedConnection(slug);
  if (!connection) return { problem: "off" };
  try {
    const client = await soon(clientFor(connection, now));
    await expectAnswer(client.serverMetadata());
    const state = openid.randomState();
    const { nonce, verifier } = attemptSecrets(browser, state);
    const location = openid.buildAuthorizationUrl(client, {
      redirect_uri: callbackUrl(slug),
      scope: "openid email",
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    await noteAttempt(connection.companyId, { state, browser, next, now });
    return { location };
  } catch (error) {
    const { problem, forAdmin } = troubleOf(error, "metadata");
    if (forAdmin !== null) await noteProblem(connection.companyId, forAdmin, now);
    return { problem };
  }
}
