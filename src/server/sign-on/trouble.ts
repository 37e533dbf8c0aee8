import * as openid from "openid-client";
import { z } from "zod";
import { problemForAdmin, type SignOnProblem } from "@/domain/sign-on-problem";
import { kindOf, log } from "@/server/log/log";
import { OutgoingProblem } from "@/server/outgoing/problem";
import { LostSecret } from "./connection";
import { NoKeys, OtherIssuer } from "./provider";

/** What went wrong with a provider: the kind for the person, a sentence for the admin that holds no secret and no person. */
export class SignOnTrouble extends Error {
  constructor(
    readonly problem: SignOnProblem,
    /** Null: one person's affair. */
    readonly forAdmin: string | null = problemForAdmin[problem],
  ) {
    super(problem);
    this.name = "SignOnTrouble";
  }
}

/** A provider's own word for an error, if it is one word as the standard has them. */
const errorWord = (text: unknown): string | null =>
  typeof text === "string" && /^[a-z_]{1,60}$/.test(text) ? text : null;

const because = (problem: SignOnProblem, why: string | null) =>
  new SignOnTrouble(
    problem,
    why === null ? problemForAdmin[problem] : `${problemForAdmin[problem] ?? ""} ${why}`.trim(),
  );

function ofTokenAnswer(error: openid.ResponseBodyError): SignOnTrouble {
  const word = errorWord(error.error);
  if (word === "invalid_client" || word === "unauthorized_client")
    return because("client-refused", `It says “${word}”.`);
  if (word === "invalid_grant") return new SignOnTrouble("code-refused");
  return because("provider-error", word === null ? null : `It says “${word}”.`);
}

const notConforming: Record<string, string> = {
  OAUTH_RESPONSE_IS_NOT_JSON: "It is not JSON: is this the address of a web page?",
  OAUTH_PARSE_ERROR: "It says that it is JSON and is not.",
  OAUTH_INVALID_RESPONSE: "Parts of it are missing or malformed.",
  OAUTH_MISSING_SERVER_METADATA: "It does not name every address that is needed.",
  OAUTH_INVALID_SERVER_METADATA: "It names an address that cannot be used.",
  OAUTH_HTTP_REQUEST_FORBIDDEN: "It names an address that does not begin with https://",
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: "It names an address that does not begin with https://",
};

/** What the library tells of metadata under another name. */
const otherName = z.object({ body: z.object({ issuer: z.string() }) });

/** The name a provider gives itself, short enough to be shown. */
const shown = (issuer: string): string => (issuer.length > 120 ? `${issuer.slice(0, 120)}…` : issuer);

function ofCode(error: openid.ClientError, stage: "metadata" | "token"): SignOnTrouble {
  const code = error.code ?? "";
  if (code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT") return because("unreachable", "It did not answer in time.");
  if (code === "OAUTH_RESPONSE_IS_NOT_CONFORM") {
    const status = error.cause instanceof Response ? error.cause.status : null;
    if (status !== null && status >= 500) return because("unreachable", `It answers with status ${status}.`);
    return because("not-a-provider", status === null ? null : `It answers with status ${status}.`);
  }
  if (code === "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED" && stage === "metadata") {
    const found = otherName.safeParse(error.cause).data?.body.issuer;
    return because("other-issuer", found === undefined ? null : `It calls itself ${shown(found)}`);
  }
  if (code === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED") return new SignOnTrouble("clock");
  const why = notConforming[code];
  if (why !== undefined) return because("not-a-provider", why);
  return new SignOnTrouble(stage === "metadata" ? "not-a-provider" : "not-trusted");
}

/** Reads what the library, the network or the provider threw; what none of them throws is a fault of ours and passes. */
export function troubleOf(error: unknown, stage: "metadata" | "token"): SignOnTrouble {
  if (error instanceof SignOnTrouble) return error;
  if (error instanceof OutgoingProblem) return because("unreachable", error.message);
  if (error instanceof OtherIssuer) return because("other-issuer", `It calls itself ${shown(error.found)}`);
  if (error instanceof LostSecret) {
    return new SignOnTrouble("client-refused", "The stored client secret cannot be opened any more. Type it again.");
  }
  if (error instanceof NoKeys)
    return because("not-a-provider", "It publishes no keys that tokens could be checked with.");
  if (error instanceof openid.ResponseBodyError) return ofTokenAnswer(error);
  if (error instanceof openid.WWWAuthenticateChallengeError) return new SignOnTrouble("client-refused");
  if (error instanceof openid.AuthorizationResponseError) {
    const word = errorWord(error.error);
    if (word === "access_denied") return new SignOnTrouble("cancelled");
    return because("provider-error", word === null ? null : `It says “${word}”.`);
  }
  if (error instanceof openid.ClientError) {
    if (error.cause instanceof OutgoingProblem) return troubleOf(error.cause, stage);
    return ofCode(error, stage);
  }
  if (error instanceof DOMException) return because("unreachable", "It did not answer in time.");
  // The library's word for an answer that has the wrong shape.
  if (error instanceof TypeError && "code" in error) return new SignOnTrouble("not-a-provider");
  log("error", "sign-on fault", { kind: kindOf(error) });
  throw error;
}
