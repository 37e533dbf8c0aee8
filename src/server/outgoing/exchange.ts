import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { OutgoingProblem } from "./problem";
import type { PinnedAddress } from "./resolve";

export type OutgoingRequest = {
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
};
export type OutgoingAnswer = { status: number; headers: Headers; body: Buffer };
/** With 0 bytes, nothing of an answer's body is read: its status is all that is wanted. */
export type Limits = { connectSeconds: number; totalSeconds: number; answerBytes: number };

// Neither connections nor TLS sessions are kept for the next request, and no proxy of the environment is asked.
const once = { keepAlive: false, maxCachedSessions: 0 };

/** Answers every lookup of the connection with the addresses that were checked, so that a name cannot change its mind. */
const answering =
  (pinned: readonly PinnedAddress[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = pinned;
    if (options.all) done(null, [...pinned]);
    else if (first) done(null, first.address, first.family);
  };

function problemOf(error: Error, host: string): OutgoingProblem {
  if (error instanceof OutgoingProblem) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "CERT_HAS_EXPIRED") return new OutgoingProblem("certificate", `The certificate of ${host} has expired.`);
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return new OutgoingProblem("certificate", `The certificate of ${host} is made out to another name.`);
  if (/CERT|SIGNED|ISSUER/.test(code))
    return new OutgoingProblem("certificate", `The certificate of ${host} is not from an authority that is trusted.`);
  if (/SSL|TLS|EPROTO/.test(code))
    return new OutgoingProblem("certificate", `${host} does not speak TLS 1.2 or newer.`);
  if (code === "ECONNREFUSED") return new OutgoingProblem("unreachable", `${host} refuses connections.`);
  if (code.startsWith("HPE_"))
    return new OutgoingProblem("unreachable", `${host} does not answer as a web server does.`);
  return new OutgoingProblem("unreachable", `The connection to ${host} could not be made or broke.`);
}

function readBody(answer: http.IncomingMessage, host: string, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    answer.on("data", (part: Buffer) => {
      size += part.length;
      if (most > 0 && size > most)
        answer.destroy(new OutgoingProblem("too-large", `${host} answered with more than ${most} bytes.`));
      else parts.push(part);
    });
    answer.on("end", () => resolve(Buffer.concat(parts)));
    answer.on("error", reject);
    if (most === 0) resolve(Buffer.alloc(0));
  });
}

/** One request to addresses that were checked before, and its answer, without following anything. */
export async function exchange(
  url: URL,
  pinned: readonly PinnedAddress[],
  request: OutgoingRequest,
  { connectSeconds, answerBytes }: Limits,
  deadline: AbortSignal,
): Promise<OutgoingAnswer> {
  const secure = url.protocol === "https:";
  const { request: begin, Agent } = secure ? https : http;
  const agent = new Agent(once);
  try {
    return await new Promise<OutgoingAnswer>((resolve, reject) => {
      const { method, headers, body } = request;
      const sent = begin(url, {
        method,
        agent,
        signal: deadline,
        lookup: answering(pinned),
        minVersion: "TLSv1.2",
        headers: {
          ...headers,
          // Names and values of one's own: no cookie, no compression that could unpack to more than the limit.
          "accept-encoding": "identity",
          ...(body ? { "content-length": String(body.length) } : {}),
        },
      });
      const slow = setTimeout(() => {
        const message = `${url.hostname} did not take the connection within ${connectSeconds} seconds.`;
        sent.destroy(new OutgoingProblem("timeout", message));
      }, connectSeconds * 1000);
      sent.on("socket", (socket) => socket.once(secure ? "secureConnect" : "connect", () => clearTimeout(slow)));
      sent.on("error", reject);
      sent.on("close", () => clearTimeout(slow));
      sent.on("response", (answer) => {
        readBody(answer, url.hostname, answerBytes).then((content) => {
          const given = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          resolve({ status: answer.statusCode ?? 0, headers: new Headers(given), body: content });
        }, reject);
      });
      sent.end(body);
    });
  } catch (error) {
    if (deadline.aborted) throw deadline.reason;
    throw problemOf(error instanceof Error ? error : new Error("unknown"), url.hostname);
  } finally {
    agent.destroy();
  }
}
