import ipaddr from "ipaddr.js";
import type { OutgoingRules } from "./rules";

const words: Record<string, string> = {
  private: "a private address",
  uniqueLocal: "a private address",
  carrierGradeNat: "a private address of a provider's network",
  loopback: "this machine itself",
  unspecified: "this machine itself",
  linkLocal: "an address that is valid on the local network only",
  multicast: "a multicast address",
  broadcast: "a broadcast address",
};
const reserved = "an address that is reserved and not part of the public internet";
const embedded = "an IPv6 address that stands for an IPv4 address, which is not allowed";
const embeddedRanges = new Set(["ipv4Mapped", "rfc6145", "rfc6052", "6to4", "teredo"]);

// Public by its range, but answered by the machine's own cloud: Azure's platform service.
const cloudServices = new Set(["168.63.129.16"]);
const globalUnicast = ipaddr.IPv6.parse("2000::");
// ISATAP writes an IPv4 address into the last 64 bits of any prefix.
const isIsatap = ({ parts }: ipaddr.IPv6) => ((parts[4] ?? 0) & 0xfcff) === 0 && parts[5] === 0x5efe;

export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === "loopback";

/** What an IP address is if it is no public one; null if a request may go to it. Unknown ranges are not public. */
export function forbiddenAs(address: string, { allowLoopback }: Pick<OutgoingRules, "allowLoopback">): string | null {
  if (!ipaddr.isValid(address) || address.includes("%")) return reserved;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range === "loopback" && allowLoopback) return null;
  if (embeddedRanges.has(range)) return embedded;
  if (range !== "unicast") return words[range] ?? reserved;
  if (cloudServices.has(address)) return "a service of the machine's own cloud";
  if (!(parsed instanceof ipaddr.IPv6)) return null;
  if (!parsed.match(globalUnicast, 3)) return reserved;
  return isIsatap(parsed) ? embedded : null;
}
