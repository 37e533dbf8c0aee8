import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

type Received = { id: string; body: string };

/**
 * A receiver of webhooks that keeps what came and takes it, except that the first message has no answer: whoever sent it
 * waits until it is killed, between sending and noting.
 */
export async function openHoldingReceiver() {
  const received: Received[] = [];
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({ id: String(request.headers["webhook-id"]), body: Buffer.concat(parts).toString() });
    if (received.length > 1) response.writeHead(204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
