import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { findSessionEmail } from "@/server/auth/session";
import { signUpCompany } from "@/server/company/commands";

type SentMail = { to: string; text: string };
const sent: SentMail[] = [];
vi.mock("@/server/mail/send", () => ({ sendMail: async (mail: SentMail) => void sent.push(mail) }));

const ada = "ada@norrvik.example";
let company: Promise<unknown> | null = null;
const withCompanyOfAda = () => {
  company ??= signUpCompany({
    name: "Norrvik",
    slug: "norrvik",
    adminName: "Ada",
    adminEmail: ada,
    mailDomains: ["norrvik.example"],
  });
  return company;
};

const at = (path: string) => ({ params: Promise.resolve({ nextauth: path.split("?")[0]?.split("/") ?? [] }) });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new NextRequest(`http://localhost:3000/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
    at(path),
  );
const get = (path: string) => GET(new NextRequest(`http://localhost:3000/api/auth/${path}`), at(path));

const location = (response: Response) => response.headers.get("location")?.replace("http://localhost:3000", "");

async function newLink(next = "/norrvik"): Promise<{ token: string; email: string; next: string }> {
  await withCompanyOfAda();
  sent.length = 0;
  await post("signin/email", { email: ada, callbackUrl: next });
  const fragment = new URLSearchParams(sent[0]?.text.match(/#(\S+)/)?.[1]);
  return { token: fragment.get("token") ?? "", email: fragment.get("email") ?? "", next: fragment.get("next") ?? "" };
}

const sessionOf = (response: Response): string =>
  decodeURIComponent(
    response.headers
      .getSetCookie()
      .find((line) => line.includes("session-token"))
      ?.match(/=([^;]*)/)?.[1] ?? "",
  );

test("a member gets a link by mail, and the button behind it signs them in on the page they wanted", async () => {
  const link = await newLink("/norrvik/cycles");
  expect(link).toMatchObject({ email: ada, next: "/norrvik/cycles" });
  const response = await post("callback/email", link);
  expect([response.status, location(response)]).toEqual([303, "/norrvik/cycles"]);
  expect(await findSessionEmail(sessionOf(response), new Date())).toBe(ada);
  const cookie = response.headers.getSetCookie().find((line) => line.includes("session-token"));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test("a link signs in once", async () => {
  const link = await newLink();
  const [first, second] = await Promise.all([post("callback/email", link), post("callback/email", link)]);
  expect([location(first), location(second)].sort()).toEqual(["/norrvik", "/sign-in?error=used"]);
});

test("opening the link's address, as mail scanners do, uses nothing up", async () => {
  const link = await newLink();
  const opened = await get(`callback/email?${new URLSearchParams(link)}`);
  expect([opened.status, location(opened)]).toEqual([303, "/sign-in"]);
  expect(opened.headers.getSetCookie()).toEqual([]);
  expect(location(await post("callback/email", link))).toBe("/norrvik");
});

test("a token does not sign in another address", async () => {
  const link = await newLink();
  const response = await post("callback/email", { ...link, email: "grace@norrvik.example" });
  expect(location(response)).toBe("/sign-in?error=used");
  expect(sessionOf(response)).toBe("");
});

test("a stranger gets the same answer as a member, and no mail", async () => {
  await withCompanyOfAda();
  sent.length = 0;
  const stranger = await post("signin/email", { email: "eve@elsewhere.example" });
  const member = await post("signin/email", { email: ada });
  expect([stranger.status, location(stranger)]).toEqual([member.status, location(member)]);
  expect(location(stranger)).toBe("/sign-in/sent");
  expect(sent.map((mail) => mail.to)).toEqual([ada]);
});

test("a malformed address comes back to its field", async () => {
  for (const email of [
    "",
    "ada",
    "ada@norrvik.example,eve@elsewhere.example",
    '"a"@b.example',
    "a@b.example\r\nBcc: c@d.example",
  ]) {
    const response = await post("signin/email", { email });
    expect([response.status, location(response)]).toEqual([303, "/sign-in?error=address"]);
  }
});

test("no form of another site signs anybody in or out", async () => {
  const link = await newLink();
  for (const path of ["callback/email", "signin/email", "signout"]) {
    expect((await post(path, link, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  }
  expect(location(await post("callback/email", link))).toBe("/norrvik");
});

test("only small forms and JSON are read", async () => {
  expect(
    (await post("signin/email", { email: ada }, { "content-type": "multipart/form-data; boundary=x" })).status,
  ).toBe(415);
  expect((await post("signin/email", { email: "a".repeat(9000) })).status).toBe(413);
});

test("a sign-in leads to pages of this site only", async () => {
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    const response = await post("callback/email", { ...(await newLink()), next });
    expect(new URL(response.headers.get("location") ?? "").host).toBe("localhost:3000");
  }
});

test("signing out ends the session for good", async () => {
  const session = sessionOf(await post("callback/email", await newLink()));
  const response = await post("signout", { callbackUrl: "/" }, { cookie: `next-auth.session-token=${session}` });
  expect(location(response)).toBe("/");
  expect(await findSessionEmail(session, new Date())).toBeNull();
});

test("a script is told where to go next", async () => {
  await withCompanyOfAda();
  const response = await post("signin/email", { email: ada, json: "true" });
  expect(await response.json()).toEqual({ url: "http://localhost:3000/sign-in/sent" });
});
