import * as openid from "openid-client";
import { notFound } from "@/domain/errors";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { callbackUrl } from "./begin";
import { type Connection, findConnection, noteProblem } from "./connection";
import { clientFor, discover, readKeys } from "./provider";
import { SignOnTrouble, troubleOf } from "./trouble";

export type Finding = { state: "right" | "wrong" | "unknown"; text: string };
const right = (text: string): Finding => ({ state: "right", text });

async function checkMetadata({ issuer }: Connection): Promise<Finding[]> {
  const metadata = await discover(issuer);
  const missing = (["authorization_endpoint", "token_endpoint", "jwks_uri"] as const).filter((name) => !metadata[name]);
  if (missing.length > 0) {
    throw new SignOnTrouble("not-a-provider", `The provider’s configuration does not name ${missing.join(", ")}.`);
  }
  if (metadata.response_types_supported && !metadata.response_types_supported.includes("code")) {
    throw new SignOnTrouble("not-a-provider", "The provider does not offer the authorization code flow.");
  }
  const keys = await readKeys(metadata);
  return [
    right("The provider answers and calls itself what you typed."),
    right(`It publishes ${keys} ${keys === 1 ? "key" : "keys"} for its tokens.`),
  ];
}

/** Asks with a code that cannot be right: a provider looks at the client first, so its error tells whether it knows us. */
async function checkSecret(connection: Connection, now: Date): Promise<Finding> {
  const client = await clientFor(connection, now);
  try {
    await openid.genericGrantRequest(client, "authorization_code", {
      code: "a-check-of-the-client-secret",
      redirect_uri: callbackUrl(connection.slug),
      code_verifier: openid.randomPKCECodeVerifier(),
    });
  } catch (error) {
    const trouble = troubleOf(error, "token");
    if (trouble.problem === "code-refused") return right("It accepts the client id and the client secret.");
    if (trouble.problem !== "provider-error") throw trouble;
  }
  return {
    state: "unknown",
    text: "Whether it accepts the client secret only shows when somebody signs in: it does not say.",
  };
}

const nameOf = ({ companyId, slug, name }: Tenant) => ({ id: companyId, slug, name });

/** Tries everything that can be tried without a person, and says precisely what is wrong. The result is kept for the page. */
export async function checkSignOn(tenant: Tenant): Promise<Finding[]> {
  const connection = await findConnection(nameOf(tenant));
  if (!connection) throw notFound();
  const { companyId } = tenant;
  const findings: Finding[] = [];
  let wrong: string | null = null;
  try {
    findings.push(...(await checkMetadata(connection)));
    findings.push(await checkSecret(connection, tenant.now));
  } catch (error) {
    wrong = troubleOf(error, "metadata").forAdmin ?? "The provider’s answer is not what was expected.";
    findings.push({ state: "wrong", text: wrong });
  }
  await noteProblem(companyId, wrong, tenant.now);
  await withCompany(tenant, async (tx) => {
    if (wrong === null) await tx.signOn.updateMany({ where: { companyId }, data: { checkedOn: tenant.now } });
    await recordAudit(tx, tenant, "signOn.check", wrong === null ? "nothing wrong" : "a problem");
  });
  return findings;
}
