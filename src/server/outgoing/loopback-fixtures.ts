import http from "node:http";
import https from "node:https";
import type { AddressInfo, Server } from "node:net";
import tls from "node:tls";
import dns2 from "dns2";
import { makeTestCertificate } from "./certificate-fixtures";

const { key, certificate } = makeTestCertificate(["localhost", "*.example.test", "*.loopback.test"], [127, 0, 0, 1]);

/** Trusts the certificate of the servers below in this process. */
export const trustTestCertificate = (): void =>
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), certificate]);

type Handler = http.RequestListener;
export type TestServer = { port: number; stop: () => Promise<void> };

async function listening(server: Server, host: string, port: number): Promise<TestServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (server instanceof http.Server || server instanceof https.Server) server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port: (server.address() as AddressInfo).port, stop };
}

/** A real https server on this machine. */
export const startSecureServer = (handler: Handler, host = "127.0.0.1", port = 0): Promise<TestServer> =>
  listening(https.createServer({ key, cert: certificate }, handler), host, port);

/** A real http server on this machine. */
export const startPlainServer = (handler: Handler, host = "127.0.0.1", port = 0): Promise<TestServer> =>
  listening(http.createServer(handler), host, port);

type Records = Record<string, { A?: string[]; AAAA?: string[]; TXT?: string[]; silent?: true }>;

/**
 * A real name server on this machine, at a port of its own if none is named: `records` may change while it runs, `asked` counts the questions ("A name"), `load` how
 * many of them waited at once for its answer, which takes so many milliseconds.
 */
export async function startNameServer(
  records: Records,
  milliseconds = 0,
  port = 0,
): Promise<TestServer & { asked: string[]; load: { now: number; most: number } }> {
  const asked: string[] = [];
  const load = { now: 0, most: 0 };
  const { TYPE, RCODE, createResponseFromRequest } = dns2.Packet;
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const answer = createResponseFromRequest(request);
      const [question] = request.questions;
      const name = question?.name ?? "";
      const kinds = ["A", "AAAA", "TXT"] as const;
      const kind = kinds.find((each) => TYPE[each] === question?.type);
      if (kind) asked.push(`${kind} ${name}`);
      const known = records[name];
      if (known?.silent) return;
      if (!known) answer.header.rcode = RCODE.NXDOMAIN;
      for (const value of (kind && known?.[kind]) ?? []) {
        const record = new dns2.Packet.Resource(name, TYPE[kind ?? "A"], 1, 0);
        answer.answers.push(Object.assign(record, kind === "TXT" ? { data: value } : { address: value }));
      }
      load.now += 1;
      load.most = Math.max(load.most, load.now);
      const say = () => {
        load.now -= 1;
        send(answer);
      };
      if (milliseconds > 0) setTimeout(say, milliseconds);
      else say();
    },
  });
  await server.listen({ udp: { port, address: "127.0.0.1" } });
  const { udp } = server.addresses();
  return { asked, load, port: (udp as AddressInfo).port, stop: async () => void (await server.close()) };
}
