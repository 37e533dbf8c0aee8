import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { frontDoor } from "./front-door";
import { limitedAction, limits, rateLimiter } from "./rate-limits";
import { clientAddress, networkOf, newNetworkNames, proxyList } from "./source-network";
import { TokenBuckets } from "./token-buckets";

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded ? { "x-forwarded-for": forwarded } : {} }) as never;

function passed(ask: () => number, times: number): number {
  let count = 0;
  for (let time = 0; time < times; time += 1) if (ask() === 0) count += 1;
  return count;
}

describe("a bucket", () => {
  test("gives its burst, then what it gains, and says how long to wait", () => {
    const buckets = new TokenBuckets({ burst: 3, perMinute: 6 });
    expect([0, 0, 0, 0].map((now) => buckets.take("a", now))).toEqual([0, 0, 0, 10]);
    expect(buckets.take("a", 4000)).toBe(6);
    expect([buckets.take("a", 10_000), buckets.take("a", 10_000)]).toEqual([0, 10]);
    expect(buckets.take("b", 10_000)).toBe(0);
  });

  test("is forgotten when it is full again", () => {
    const buckets = new TokenBuckets({ burst: 2, perMinute: 60 });
    buckets.take("a", 0);
    buckets.sweep(500);
    expect(buckets.size).toBe(1);
    buckets.sweep(1000);
    expect(buckets.size).toBe(0);
  });
});

test("500 people behind one address collect, answer and send within one minute, with every request they make", () => {
  const secondsToWait = rateLimiter(proxyList(""), () => 0);
  const office = from("203.0.113.7");
  expect(passed(() => secondsToWait("claim", office), 500 * 4)).toBe(2000);
  expect(passed(() => secondsToWait("cast", office), 500 * 6)).toBe(3000);
  expect(passed(() => secondsToWait("sign-in", office), 500 * 2)).toBe(1000);
});

test("one network is held back without holding back others", () => {
  const secondsToWait = rateLimiter(proxyList(""), () => 0);
  expect(passed(() => secondsToWait("cast", from("203.0.113.7")), 6000)).toBe(limits.cast.perNetwork.burst);
  expect(secondsToWait("cast", from("203.0.113.99"))).toBeGreaterThan(0);
  expect(secondsToWait("cast", from("203.0.114.7"))).toBe(0);
});

test("all together are held back at what one process can do", () => {
  const secondsToWait = rateLimiter(proxyList(""), () => 0);
  let network = 0;
  const anybody = () => secondsToWait("sign-up", from(`10.${network++ % 250}.${network % 250}.1`));
  expect(passed(anybody, 300)).toBe(limits["sign-up"].together.burst);
});

test("addresses count as networks: a /24, a /56, and this machine not at all", () => {
  expect(networkOf("203.0.113.7")).toBe("203.0.113");
  expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113");
  expect(networkOf("2001:db8:1:2ff:a::1")).toBe("2001:0db8:0001:02");
  expect(networkOf("2001:db8:1:201::9")).toBe("2001:0db8:0001:02");
  expect(networkOf("2001:db8:1:301::9")).not.toBe(networkOf("2001:db8:1:201::9"));
  for (const here of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "", "unknown"]) expect(networkOf(here)).toBeNull();
});

test("X-Forwarded-For is believed from a named proxy only, and only its last address that is no proxy", () => {
  const proxies = proxyList("10.0.0.5, 10.1.0.0/16 fd00::/8");
  expect(clientAddress("203.0.113.7", "1.2.3.4", proxies)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.5", "1.2.3.4, 203.0.113.7", proxies)).toBe("203.0.113.7");
  expect(clientAddress("::ffff:10.0.0.5", "1.2.3.4, 203.0.113.7, 10.1.9.9", proxies)).toBe("203.0.113.7");
  expect(clientAddress("fd12::1", "2001:db8::1", proxies)).toBe("2001:db8::1");
  expect(clientAddress("10.0.0.5", undefined, proxies)).toBe("10.0.0.5");
  expect(clientAddress("10.0.0.5", "<script>", proxies)).toBe("10.0.0.5");
  expect(clientAddress("10.0.0.5", "1.2.3.4", proxyList(""))).toBe("10.0.0.5");
});

test("a network's name in memory is another one under each key, and holds nothing of the address", () => {
  const [one, other] = [newNetworkNames(), newNetworkNames()];
  expect(one("203.0.113")).toBe(one("203.0.113"));
  expect(one("203.0.113")).not.toBe(other("203.0.113"));
  expect(one("203.0.113")).toMatch(/^[\w-]{16}$/);
});

test("every hour the key that names networks is made anew", () => {
  let now = 0;
  let keys = 0;
  const secondsToWait = rateLimiter(
    proxyList(""),
    () => now,
    () => {
      keys += 1;
      return newNetworkNames();
    },
  );
  for (now of [0, 1000, 3_600_000, 3_600_001, 3_700_000]) secondsToWait("cast", from("203.0.113.7"));
  expect(keys).toBe(2);
});

test("signing in, signing up, claiming, casting and programs are limited; reading pages is not", () => {
  expect(limitedAction("POST", "/api/auth/signin/email")).toBe("sign-in");
  expect(limitedAction("POST", "/api/auth/callback/email")).toBe("sign-in");
  expect(limitedAction("POST", "/api/auth/sign-on/norrvik")).toBe("sign-in");
  expect(limitedAction("POST", "/api/claim/claim")).toBe("claim");
  expect(limitedAction("POST", "/api/ballot/cast")).toBe("cast");
  expect(limitedAction("POST", "/api/trpc/company%2EsignUp,company.signUp")).toBe("sign-up");
  expect(limitedAction("POST", "/api/trpc/%E0%A4%A")).toBeNull();
  expect(limitedAction("POST", "/api/trpc/report.seat")).toBeNull();
  expect(limitedAction("GET", "/api/ballot/manifest")).toBeNull();
  expect(limitedAction("GET", "/api/v1/roster")).toBe("program");
  expect(limitedAction("PATCH", "/scim/v2/Users/1")).toBe("directory");
});

test("who is held back gets 429, when to come back and a calm sentence, and no address reaches the log", async () => {
  const log = ["log", "error", "warn", "info"].map((name) => vi.spyOn(console, name as "log").mockReturnValue());
  const server = createServer(frontDoor(async (_, response) => void response.end("passed"), "127.0.0.1"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "203.0.113.7", "content-type": "application/json" };
  const ask = (path: string, more = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { ...headers, ...more },
      body: "{}",
      redirect: "manual",
    });
  for (let time = 0; time < 20; time += 1) expect((await ask("/api/trpc/company.signUp")).status).toBe(200);
  const refused = await ask("/api/trpc/company.signUp");
  expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await refused.json()).toMatchObject({
    error: {
      json: { message: expect.stringContaining("Try again in a minute."), data: { code: "TOO_MANY_REQUESTS" } },
    },
  });
  const statuses = new Set<number>();
  for (let time = 0; time < 1100 && !statuses.has(429); time += 1)
    statuses.add((await ask("/api/auth/signin/email")).status);
  expect(statuses).toEqual(new Set([200, 429]));
  // By hand, because fetch writes this header itself.
  const form = await new Promise<IncomingMessage>((resolve) => {
    const options = { port, method: "POST", headers: { ...headers, "sec-fetch-mode": "navigate" } };
    request({ ...options, path: "/api/auth/signin/email" }, resolve).end();
  });
  expect([form.statusCode, form.headers.location]).toEqual([303, "/sign-in?error=busy"]);
  expect((await ask("/api/auth/signin/email", { "x-forwarded-for": "198.51.100.1" })).status).toBe(200);
  expect(log.flatMap((spy) => spy.mock.calls)).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
});
