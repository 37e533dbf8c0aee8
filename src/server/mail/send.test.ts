import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { composeMail } from "./layout";

const received: { mail: ParsedMail; envelope: string[] }[] = [];
let refuse = false;
let answer: { at: "RCPT" | "DATA" | "MAIL"; code: number } | null = null;
const answered = (at: "RCPT" | "DATA" | "MAIL") =>
  answer?.at === at ? Object.assign(new Error("no\r\nX-Forged: 1"), { responseCode: answer.code }) : null;
let server: SMTPServer;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onMailFrom: (_address, _session, done) => done(answered("MAIL")),
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("452 mailbox full") : answered("RCPT")),
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        received.push({ mail, envelope: session.envelope.rcptTo.map(({ address }) => address) });
        done(answered("DATA"));
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

test("only a permanent refusal of the address or the mail is for good; anything else is tried again", async () => {
  const kindOf = async (at: "RCPT" | "DATA" | "MAIL", code: number) => {
    const { MailRefused } = await import("./send");
    answer = { at, code };
    const error: unknown = await send("gone@b.example", "Hello").then(
      () => null,
      (reason: unknown) => reason,
    );
    answer = null;
    if (error instanceof MailRefused) expect(error.message).not.toMatch(/[\r\n]/);
    return error instanceof MailRefused ? "for good" : error instanceof Error ? "again" : "sent";
  };
  expect(await kindOf("RCPT", 550)).toBe("for good");
  expect(await kindOf("DATA", 554)).toBe("for good");
  expect(await kindOf("RCPT", 451)).toBe("again");
  expect(await kindOf("DATA", 421)).toBe("again");
  expect(await kindOf("MAIL", 553)).toBe("again");
});

test("the same mail sent again carries the same Message-ID, another one another, and it says nothing", async () => {
  const { sendMail } = await import("./send");
  const idOf = async (key: string) => {
    await sendMail(composeMail("ada@b.example", "Again", []), key);
    return received.at(-1)?.mail.messageId;
  };
  const [first, second, other] = [await idOf("delivery 1"), await idOf("delivery 1"), await idOf("delivery 2")];
  expect(first).toMatch(/^<[0-9a-f]{40}@localhost>$/);
  expect([second === first, other === first]).toEqual([true, false]);
});
