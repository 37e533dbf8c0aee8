import { hostOf, readDestination } from "./destination";
import { exchange, type Limits, type OutgoingAnswer, type OutgoingRequest } from "./exchange";
import { OutgoingProblem } from "./problem";
import { resolvePublic } from "./resolve";
import { installationRules } from "./rules";

const usualLimits: Limits = { connectSeconds: 5, totalSeconds: 10, answerBytes: 1_000_000 };

export type SendOptions = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | null;
  /** How many redirects are followed, each checked like the first address: 0 to 3. */
  redirects?: 0 | 1 | 2 | 3;
  limits?: Partial<Limits>;
  signal?: AbortSignal | undefined;
};

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
// What was meant for the first server is not shown to another one.
const confidential = new Set(["authorization", "cookie", "proxy-authorization"]);

function redirected(from: URL, to: URL, status: number, request: OutgoingRequest): OutgoingRequest {
  const keepsMethod = status === 307 || status === 308 || request.method === "GET" || request.method === "HEAD";
  const headers = Object.entries(request.headers).filter(
    ([name]) => (from.origin === to.origin || !confidential.has(name)) && (keepsMethod || !name.startsWith("content-")),
  );
  return {
    method: keepsMethod ? request.method : "GET",
    headers: Object.fromEntries(headers),
    body: keepsMethod ? request.body : null,
  };
}

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Rejects when the signal fires, also while a name is looked up, which nothing can stop. */
const until = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });

/**
 * Sends one request to an address that an admin typed: https to a public address only, with limits for time and size,
 * without cookies, compression or a proxy. Throws OutgoingProblem; an answer of any status is an answer.
 */
export async function send(address: string, options: SendOptions = {}): Promise<OutgoingAnswer> {
  const rules = installationRules();
  const limits = { ...usualLimits, ...options.limits };
  const tooSlow = new AbortController();
  const signal = options.signal ? AbortSignal.any([tooSlow.signal, options.signal]) : tooSlow.signal;
  let url = readDestination(address, rules);
  const clock = setTimeout(
    () =>
      tooSlow.abort(
        new OutgoingProblem("timeout", `${url.hostname} did not answer within ${limits.totalSeconds} seconds.`),
      ),
    limits.totalSeconds * 1000,
  );
  let request: OutgoingRequest = {
    method: (options.method ?? "GET").toUpperCase(),
    headers: lowerCased(options.headers ?? {}),
    body: options.body ? Buffer.from(options.body) : null,
  };
  try {
    for (let left: number = options.redirects ?? 0; ; left -= 1) {
      const pinned = await until(signal, resolvePublic(hostOf(url), rules));
      const answer = await exchange(url, pinned, request, limits, signal);
      const location = answer.headers.get("location");
      if (!options.redirects || !location || !redirectStatuses.has(answer.status)) return answer;
      if (left === 0) throw new OutgoingProblem("redirect", `${url.hostname} redirects too often.`);
      const complete = URL.canParse(location) ? location : (URL.parse(location, url)?.href ?? location);
      const next = readDestination(complete, rules);
      request = redirected(url, next, answer.status, request);
      url = next;
    }
  } finally {
    clearTimeout(clock);
  }
}
