import http from "node:http";
import https from "node:https";
import type { AddressInfo, Server } from "node:net";
import tls from "node:tls";
import dns2 from "dns2";

/** Valid for 100 years for localhost, *.example.test and *.loopback.test; its key protects nothing. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBvzCCAWagAwIBAgIUW62VjnK+IFsvQwLZ/hAQ1IXzO2QwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKVGVzdHMgb25seTAgFw0yNjExMjUwMzU4NDFaGA8yMTI2MTEw
MTAzNTg0MVowFTETMBEGA1UEAwwKVGVzdHMgb25seTBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABOkLAbCMiFO6B7DF1CEDwK7fVzfxWruajqIbERzn6nKqdmSXsdZ6
FOs5TfxB5S4mwVW1nP//jbQ3sUL7DuDavH+jgZEwgY4wHQYDVR0OBBYEFEaGSfWr
fTlpYYqpR6ikuMCcL6zwMB8GA1UdIwQYMBaAFEaGSfWrfTlpYYqpR6ikuMCcL6zw
MDsGA1UdEQQ0MDKCDiouZXhhbXBsZS50ZXN0gg8qLmxvb3BiYWNrLnRlc3SCCWxv
Y2FsaG9zdIcEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQC
IQCowWJEMM/a4NMH4hh5KSGmqDpD8l7GrfJFzmGe/hAG3wIffJ/WsxCIXUgLwRzQ
LuZ0wY3Gj5jF6gPzMN5EoadITA==
-----END CERTIFICATE-----
`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT7ZxxFNX9L03ecQa
0OFrF+L7WWlrNfMWWX0VEbQZprShRANCAATpCwGwjIhTugewxdQhA8Cu31c38Vq7
mo6iGxEc5+pyqnZkl7HWehTrOU38QeUuJsFVtZz//420N7FC+w7g2rx/
-----END PRIVATE KEY-----
`;

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

type Records = Record<string, { A?: string[]; AAAA?: string[]; TXT?: string[] }>;

/** A real name server on this machine: `records` may change while it runs, `asked` counts the questions ("A name"). */
export async function startNameServer(records: Records): Promise<TestServer & { asked: string[] }> {
  const asked: string[] = [];
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
      if (!known) answer.header.rcode = RCODE.NXDOMAIN;
      for (const value of (kind && known?.[kind]) ?? []) {
        const record = new dns2.Packet.Resource(name, TYPE[kind ?? "A"], 1, 0);
        answer.answers.push(Object.assign(record, kind === "TXT" ? { data: value } : { address: value }));
      }
      send(answer);
    },
  });
  await server.listen({ udp: { port: 0, address: "127.0.0.1" } });
  const { udp } = server.addresses();
  return { asked, port: (udp as AddressInfo).port, stop: async () => void (await server.close()) };
}
