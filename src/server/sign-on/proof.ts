import { createHmac } from "node:crypto";
import { Refusal } from "@/domain/errors";
import { proofName } from "@/domain/sign-on";
import { env } from "@/env.js";
import { nameResolver } from "@/server/outgoing/resolve";
import { installationRules } from "@/server/outgoing/rules";

/** What a company publishes to prove a domain: its own for company and domain, so that one company's is of no use to another. */
export const proofToken = (companyId: string, domain: string): string =>
  createHmac("sha256", env.NEXTAUTH_SECRET).update(`tandem/domain/1|${companyId}|${domain}`).digest("hex").slice(0, 40);

const absent = new Set(["ENOTFOUND", "ENODATA"]);

const deadlineSeconds = 5;

/**
 * The TXT records at the place of a domain's proof; none where there is no such name. Throws if no name server answers within
 * five seconds.
 */
export async function readProofs(domain: string): Promise<string[][]> {
  const resolver = nameResolver(installationRules());
  const deadline = setTimeout(() => resolver.cancel(), deadlineSeconds * 1000);
  try {
    return await resolver.resolveTxt(proofName(domain));
  } catch (error) {
    if (error instanceof Error && "code" in error && absent.has(String(error.code))) return [];
    throw new Refusal(
      "invalid",
      `No name server gave an answer for ${proofName(domain)}. Try again in a minute.`,
      "domain",
    );
  } finally {
    clearTimeout(deadline);
  }
}
