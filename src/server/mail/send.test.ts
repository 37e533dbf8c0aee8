import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { composeMail } from "./layout";

const received: { mail: ParsedMail; envelope: string[] }[] = [];
let refuse = false;
let server: SMTPServer;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("452 mailbox full") : null),
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        received.push({ mail, envelope: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  vi.resetModules();
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const send = async (to: string, subject: string) => {
  const { sendMail } = await import("./send");
  await sendMail(
    composeMail(to, subject, [
      { kind: "text", text: "Hello <b>you</b>" },
      { kind: "link", label: "Open", url: "https://x.example/#a&b" },
    ]),
  );
};

test("a mail arrives at a real server with the same content as text and as HTML, escaped", async () => {
  await send("ada@b.example", "Your view");
  const { mail, envelope } = received.at(-1) ?? { mail: undefined, envelope: [] };
  expect(envelope).toEqual(["ada@b.example"]);
  expect(mail?.subject).toBe("Your view");
  expect(mail?.text).toContain("https://x.example/#a&b");
  expect(mail?.html).toContain("Hello &lt;b&gt;you&lt;/b&gt;");
});

test("a line break in a subject cannot add a header or a recipient", async () => {
  await send("ada@b.example", "Hello\r\nBcc: eve@evil.example\r\n\r\nbody");
  const { mail, envelope } = received.at(-1) ?? { mail: undefined, envelope: [] };
  expect(envelope).toEqual(["ada@b.example"]);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.headers.has("bcc")).toBe(false);
});

test("a list of addresses reaches nobody but one mailbox of that name, or is refused", async () => {
  const before = received.length;
  await send("ada@b.example, eve@evil.example", "Hello").catch(() => undefined);
  for (const { envelope } of received.slice(before)) expect(envelope).not.toContain("eve@evil.example");
});

test("a mail server that refuses is an error for the queue to retry", async () => {
  refuse = true;
  await expect(send("full@b.example", "Hello")).rejects.toThrow();
  refuse = false;
});
