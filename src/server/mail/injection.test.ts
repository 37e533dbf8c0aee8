import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { claimNoticeMail } from "./claim-notice";
import { type InvitationFacts, invitationMail } from "./invitation";
import { composeMail } from "./layout";
import type { Mail } from "./send";
import { signInMail } from "./sign-in";

const received: { mail: ParsedMail; raw: string; recipients: string[] }[] = [];
let server: SMTPServer;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ mail: await simpleParser(raw), raw: raw.toString("latin1"), recipients });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  vi.resetModules();
});
beforeEach(() => received.splice(0));
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const nasty = [
  "Norrvik\r\nBcc: eve@evil.example",
  "Norrvik\nSubject: You won\n\n<b>click</b>",
  "Norrvik\rX-Mailer: x",
  "Norrvik\u2028Bcc: eve@evil.example",
  "Norrvik\0Bcc: eve@evil.example",
  "=?utf-8?B?Qmtj?=\r\n.\r\nMAIL FROM:<eve@evil.example>\r\n",
  `Norrvik ${"long ".repeat(400)}\r\n Bcc: eve@evil.example`,
];

const invitation = (text: string): InvitationFacts => ({
  kind: "invitation",
  email: "ada@norrvik.example",
  name: text,
  company: text,
  contact: text,
  cycleName: "norrvik-2026-q1",
  quarter: "2026-Q1",
  closesAt: new Date("2026-03-20T17:00:00Z"),
  timeZone: "UTC",
  castsFrom: null,
  seats: ["cto", "vpe"],
  window: "both",
  manifestHash: new Uint8Array(32),
  words: [text],
  invitationToken: "token",
});
const mails: Record<string, (text: string) => Mail> = {
  "an invitation": (text) => invitationMail(invitation(text)),
  "a last reminder": (text) => invitationMail({ ...invitation(text), kind: "last-reminder" }),
  "a notice of a claim": (text) => claimNoticeMail("ada@norrvik.example", text),
  "a sign-in link": (text) => signInMail("ada@norrvik.example", text, text),
  "a mail with a hostile subject": (text) => composeMail("ada@norrvik.example", text, [{ kind: "text", text }]),
};

async function headersOf(mail: Mail): Promise<string[]> {
  const { sendMail } = await import("./send");
  await sendMail(mail);
  return [...(received.at(-1)?.mail.headers.keys() ?? [])].toSorted();
}

describe.each(Object.entries(mails))("%s", (_, mailOf) => {
  test.each(nasty)("has the headers and the one recipient it should have, whatever is in it: %j", async (text) => {
    const plain = await headersOf(mailOf("Norrvik"));
    expect(await headersOf(mailOf(text))).toEqual(plain);
    const { mail, raw, recipients } = received.at(-1) ?? { mail: null, raw: "", recipients: [] };
    expect([received.length, recipients]).toEqual([2, ["ada@norrvik.example"]]);
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(raw.split("\r\n\r\n", 1)[0]).not.toMatch(/^(bcc|x-mailer|mail from)/im);
  });

  test("shows markup as text", async () => {
    await headersOf(mailOf('<img src=x onerror=alert(1)>"&'));
    expect(received.at(-1)?.mail.html || "").not.toMatch(/<img|<script/i);
  });
});
