import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Received = { messageId: string; to: string; subject: string };

/** A mail server that accepts everything and keeps what came, in order; a mail counts once it was acknowledged. */
export async function openMailbox() {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ messageId: mail.messageId ?? "", to, subject: mail.subject ?? "" });
        done();
      }, done);
    },
  });
  // A client that is killed breaks its connection; that is what is tried here.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
