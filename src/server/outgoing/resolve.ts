import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { forbiddenAs } from "./address";
import { OutgoingProblem } from "./problem";
import type { OutgoingRules } from "./rules";

export type PinnedAddress = { address: string; family: 4 | 6 };

const absent = new Set(["ENOTFOUND", "ENODATA", "ENONAME", "EAI_NONAME", "EAI_NODATA"]);
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** The installation's resolver for records other than addresses, and for addresses where name servers are named. */
export function nameResolver({ nameServers }: Pick<OutgoingRules, "nameServers">): Resolver {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (nameServers.length > 0) resolver.setServers(nameServers);
  return resolver;
}

async function addressesOf(host: string, rules: OutgoingRules): Promise<string[]> {
  if (isIP(host)) return [host];
  // Without named servers the machine's own way, which knows its hosts file and search order.
  if (rules.nameServers.length === 0) return (await lookup(host, { all: true })).map(({ address }) => address);
  const resolver = nameResolver(rules);
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const failed = answers.find((answer) => answer.status === "rejected" && !absent.has(codeOf(answer.reason)));
  if (found.length === 0 && failed?.status === "rejected") throw failed.reason;
  return found;
}

/** Every address of a host, all of them public; one that is not makes the whole name forbidden. */
export async function resolvePublic(host: string, rules: OutgoingRules): Promise<PinnedAddress[]> {
  const found = await addressesOf(host, rules).catch((error: unknown) => {
    if (absent.has(codeOf(error))) return [];
    throw new OutgoingProblem("unreachable", `The name server gave no answer for ${host}.`);
  });
  if (found.length === 0) throw new OutgoingProblem("unknown-host", `There is no server called ${host}.`);
  for (const address of found) {
    const what = forbiddenAs(address, rules);
    if (what) {
      const message = `${host} resolves to ${what}. Only public addresses can be reached.`;
      throw new OutgoingProblem("forbidden-address", message);
    }
  }
  return found.map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 }));
}
