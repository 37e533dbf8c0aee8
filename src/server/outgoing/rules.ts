import { env } from "@/env.js";

/** What the installation allows: nothing but public addresses, except where tests or development need this machine. */
export type OutgoingRules = { allowLoopback: boolean; nameServers: readonly string[] };

export const installationRules = (): OutgoingRules => ({
  allowLoopback: env.OUTGOING_ALLOW_LOOPBACK,
  nameServers: env.DNS_SERVERS,
});
