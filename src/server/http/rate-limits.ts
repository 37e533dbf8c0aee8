import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import { clientAddress, networkOf, newNetworkNames } from "./source-network";
import { type Rate, TokenBuckets } from "./token-buckets";

type Limit = { perNetwork: Rate; together: Rate };

/**
 * An office of 500 behind one address must get through at once. Voting: each person makes about eight requests, 4,000
 * in the minutes after the invitation. Signing in: 500 people, each once or twice. Beyond the burst a network still gets
 * 20 voting requests a second, which is less than a tenth of what one process answers. Together: what one process can do.
 * Directories send up to 25 requests a second for hours when they begin (Entra asks for that much).
 */
export const limits = {
  "sign-in": { perNetwork: { burst: 1000, perMinute: 60 }, together: { burst: 3000, perMinute: 1200 } },
  "sign-up": { perNetwork: { burst: 20, perMinute: 1 }, together: { burst: 200, perMinute: 10 } },
  claim: { perNetwork: { burst: 3000, perMinute: 600 }, together: { burst: 20_000, perMinute: 60_000 } },
  cast: { perNetwork: { burst: 5000, perMinute: 1200 }, together: { burst: 40_000, perMinute: 120_000 } },
  // Programs are counted by their key as well; this is for whoever has none.
  program: { perNetwork: { burst: 600, perMinute: 600 }, together: { burst: 6000, perMinute: 12_000 } },
  // Many companies' directories share a cloud's networks; each is counted by its key as well.
  directory: { perNetwork: { burst: 6000, perMinute: 6000 }, together: { burst: 10_000, perMinute: 12_000 } },
} as const satisfies Record<string, Limit>;

export type LimitedAction = keyof typeof limits;

/** Which limit a request counts against; null for reading pages and everything else. */
export function limitedAction(method: string | undefined, path: string): LimitedAction | null {
  if (path.startsWith("/api/v1/")) return "program";
  if (path.startsWith("/scim/")) return "directory";
  if (method !== "POST") return null;
  if (path.startsWith("/api/claim/")) return "claim";
  if (path.startsWith("/api/ballot/")) return "cast";
  if (/^\/api\/auth\/(signin|callback|sign-on)\//.test(path)) return "sign-in";
  let procedures = path;
  try {
    procedures = decodeURIComponent(path);
  } catch {}
  return procedures.startsWith("/api/trpc/") && procedures.includes("company.signUp") ? "sign-up" : null;
}

/** After this long the key that names networks is thrown away, and everything counted under it. */
const keyMilliseconds = 3_600_000;
const sweepMilliseconds = 60_000;
const everybody = "";

/**
 * Counts requests per network and together, in memory only: no address is kept, written or logged, and nothing that is
 * counted can be turned back into one. This machine itself is not counted by network: behind a proxy that is not named
 * in TRUSTED_PROXY it would be everybody.
 */
export function rateLimiter(
  proxies: BlockList,
  clock: () => number = () => performance.now(),
  makeNames = newNetworkNames,
) {
  const counted = Object.fromEntries(
    Object.entries(limits).map(([action, { perNetwork, together }]) => [
      action,
      { networks: new TokenBuckets(perNetwork), together: new TokenBuckets(together) },
    ]),
  ) as Record<LimitedAction, { networks: TokenBuckets; together: TokenBuckets }>;
  let nameOf = makeNames();
  let keyMade = clock();
  let swept = clock();

  /** 0 if the request may pass, else the seconds to wait. */
  return (action: LimitedAction, request: Pick<IncomingMessage, "headers" | "socket">): number => {
    const now = clock();
    if (now - keyMade > keyMilliseconds) {
      nameOf = makeNames();
      keyMade = now;
      for (const { networks } of Object.values(counted)) networks.clear();
    } else if (now - swept > sweepMilliseconds) {
      swept = now;
      for (const { networks } of Object.values(counted)) networks.sweep(now);
    }
    const forwarded = request.headers["x-forwarded-for"];
    const network = networkOf(clientAddress(request.socket.remoteAddress ?? "", forwarded?.toString(), proxies));
    const { networks, together } = counted[action];
    const wait = network === null ? 0 : networks.take(nameOf(network), now);
    return wait > 0 ? wait : together.take(everybody, now);
  };
}
