import { isIP } from "node:net";
import { forbiddenAs, isLoopback } from "./address";
import { OutgoingProblem } from "./problem";
import type { OutgoingRules } from "./rules";

// 8443 is where identity providers and receivers on servers of one's own listen when 443 is taken.
const ports = new Set(["", "443", "8443"]);
const longestAddress = 2000;

const invalid = (message: string) => new OutgoingProblem("invalid-address", message);

/** The host of an address for the resolver: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1");

/** Reads an address that an admin typed; throws what is wrong with it before any name is looked up. */
export function readDestination(text: string, rules: OutgoingRules): URL {
  if (text.length > longestAddress) throw invalid("The address is too long.");
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw invalid("That is not a web address. It begins with https://");
  if (url.username || url.password) throw invalid("The address must not contain a name or a password.");
  const host = hostOf(url);
  const written = /^[a-z]+:[\\/]*([^\\/?#]*)/i.exec(text.trim())?.[1]?.toLowerCase() ?? "";
  // 2130706433, 0x7f.1 and 0177.0.0.1 are all 127.0.0.1 to a browser.
  if (isIP(host) === 4 && !written.startsWith(host)) throw invalid("Write the server's address in the usual form.");
  if (host.endsWith(".")) throw invalid("The server's name must not end with a dot.");
  if (isIP(host)) {
    const what = forbiddenAs(host, rules);
    if (what)
      throw new OutgoingProblem("forbidden-address", `${host} is ${what}. Only public addresses can be reached.`);
  }
  const local = rules.allowLoopback && (isLoopback(host) || host === "localhost" || host.endsWith(".test"));
  if (url.protocol === "http:" && !local) throw invalid("The address must begin with https://");
  if (!ports.has(url.port) && !local) throw invalid("Only the ports 443 and 8443 can be reached.");
  return url;
}
