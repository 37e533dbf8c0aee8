import { createHmac, randomBytes } from "node:crypto";
import { BlockList, isIP } from "node:net";

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** The eight groups of an IPv6 address, whole. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const parts = (text: string) => (text === "" ? [] : text.split(":"));
  const [front, back] = [parts(head), parts(tail ?? "")];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array<string>(Math.max(0, zeros)).fill("0"), ...back].map((group) => group.padStart(4, "0"));
}

/** The network an address is in: its /24, or its /56. Null for this machine itself and for what is no address. */
export function networkOf(address: string): string | null {
  const it = plain(address).toLowerCase();
  if (isIP(it) === 4) return it.startsWith("127.") ? null : it.split(".").slice(0, 3).join(".");
  if (isIP(it) !== 6 || it === "::1") return null;
  return groupsOf(it).slice(0, 4).join(":").slice(0, -2);
}

/** Addresses and ranges such as "10.0.0.5, 10.1.0.0/16, fd00::/8", whose X-Forwarded-For is believed. */
export function proxyList(setting: string): BlockList {
  const list = new BlockList();
  for (const part of setting.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits] = part.split("/");
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

/**
 * Where a request comes from: the connection's other end or, if that is a trusted proxy, the last address in
 * X-Forwarded-For that is none. What stands further left in that header anybody may have written.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const trusted = (address: string) => isIP(address) !== 0 && proxies.check(address, family(address));
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => hop.trim()), peer].map(plain);
  let address = hops.pop() ?? "";
  while (trusted(address) && hops.length > 0 && isIP(hops.at(-1) ?? "") !== 0) address = hops.pop() ?? address;
  return address;
}

/**
 * A name for a network that says nothing about it: keyed by a random key that this process made and tells nobody.
 * With a new key, old names mean nothing any more.
 */
export function newNetworkNames(): (network: string) => string {
  const key = randomBytes(32);
  return (network) => createHmac("sha256", key).update(network).digest("base64url").slice(0, 16);
}
