import { createHash } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { findSession } from "@/server/auth/session";
import { sendSignInLink } from "@/server/auth/sign-in-job";
import { countSignInRequest } from "@/server/auth/sign-in-requests";
import { signUpCompany } from "@/server/company/commands";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { jobQueue, stopJobQueue } from "@/server/jobs/boss";
import type { SignInJob } from "@/server/jobs/enqueue";
import { sealClientSecret } from "@/server/sign-on/connection";

type SentMail = { to: string; text: string };
const sent: SentMail[] = [];
const mailServer = { silent: false };
vi.mock("@/server/mail/send", () => ({
  sendMail: async (mail: SentMail) => {
    if (mailServer.silent) await new Promise(() => undefined);
    sent.push(mail);
  },
}));
afterAll(() => stopJobQueue());

/** What the queue holds now, taken out of it. */
async function takeJobs(): Promise<SignInJob[]> {
  const jobs = await (await jobQueue()).fetch<SignInJob>("sign-in-mail", { batchSize: 100 });
  return (jobs ?? []).map(({ data }) => data);
}
const work = async () => {
  for (const job of await takeJobs()) await sendSignInLink(job, new Date());
};
/** Every test asks for links as if nobody had before. */
beforeEach(() => withDirectory((tx) => tx.signInRequest.deleteMany()));

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
  await work();
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
  expect((await findSession(sessionOf(response), new Date()))?.email).toBe(ada);
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
  await work();
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
  expect(await findSession(session, new Date())).toBeNull();
});

test("a script is told where to go next", async () => {
  await withCompanyOfAda();
  const response = await post("signin/email", { email: ada, json: "true" });
  expect(await response.json()).toEqual({ url: "http://localhost:3000/sign-in/sent" });
});

test("a stranger's request leaves the same traces as a member's, of the same size, and nobody waits for the mail server", async () => {
  await withCompanyOfAda();
  await takeJobs();
  mailServer.silent = true;
  const begun = performance.now();
  const traces: Record<string, unknown> = {};
  for (const email of [ada, "eve@elsewhere.example"]) {
    await post("signin/email", { email });
    const [job, ...more] = await takeJobs();
    const tokens = await withDirectory((tx) => tx.verificationToken.count({ where: { identifier: email } }));
    traces[email] = { jobs: more.length + 1, size: job?.sealed.length, tokens };
  }
  mailServer.silent = false;
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(traces[ada]).toEqual(traces["eve@elsewhere.example"]);
  expect(traces[ada]).toMatchObject({ jobs: 1, tokens: 1 });
});

test("a member's and a stranger's request take the same time", async () => {
  await withCompanyOfAda();
  const times: Record<"member" | "stranger", number[]> = { member: [], stranger: [] };
  for (let round = 0; round < 24; round += 1) {
    await withDirectory((tx) => tx.signInRequest.deleteMany());
    for (const who of ["member", "stranger"] as const) {
      const begun = performance.now();
      await post("signin/email", { email: who === "member" ? ada : "eve@elsewhere.example" });
      times[who].push(performance.now() - begun);
    }
  }
  const median = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  const [member, stranger] = [median(times.member), median(times.stranger)];
  expect(Math.abs(member - stranger)).toBeLessThan(Math.max(15, Math.min(member, stranger)));
});

test("what waits in the queue shows neither the address nor the token, and an expired link is not sent", async () => {
  await withCompanyOfAda();
  sent.length = 0;
  await takeJobs();
  await post("signin/email", { email: ada });
  const [job] = await takeJobs();
  const bytes = Buffer.from(job?.sealed ?? "", "base64").toString("latin1");
  expect(`${JSON.stringify(job)} ${bytes}`).not.toMatch(/norrvik|ada@/);
  await sendSignInLink(job ?? { sealed: "" }, new Date(Date.now() + 11 * 60_000));
  expect(sent).toEqual([]);
  await expect(sendSignInLink({ sealed: `AAAA${job?.sealed.slice(4)}` }, new Date())).rejects.toThrow();
});

test("at most five links an hour go to one address, also when they are asked for at once", async () => {
  await withCompanyOfAda();
  await takeJobs();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => post("signin/email", { email: ada, json: "true" })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(200), ...Array(7).fill(429)]);
  expect(await takeJobs()).toHaveLength(5);
  const refused = answers.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(3500);
  expect(location(await post("signin/email", { email: ada }))).toBe("/sign-in?error=often");
  expect(location(await post("signin/email", { email: "eve@elsewhere.example" }))).toBe("/sign-in/sent");
  expect(await countSignInRequest(ada, new Date(Date.now() + 3_601_000))).toBe(0);
});

test("who asked for links is stored under a keyed hash only", async () => {
  await post("signin/email", { email: "eve@elsewhere.example" });
  const [stored] = await withDirectory((tx) => tx.signInRequest.findMany());
  expect(stored?.addressHash).toMatch(/^[0-9a-f]{64}$/);
  expect(stored?.addressHash).not.toBe(createHash("sha256").update("eve@elsewhere.example").digest("hex"));
});

test("the mail, and nothing else, says that a company of the person has its own sign-in", async () => {
  await withCompanyOfAda();
  const plain = await newLink();
  expect(sent[0]?.text).not.toContain("own sign-in");
  const { id: companyId } = await withDirectory((tx) => tx.company.findUniqueOrThrow({ where: { slug: "norrvik" } }));
  await withCompany({ companyId }, async (tx) => {
    const sealedSecret = sealClientSecret(companyId, "secret");
    await tx.signOn.create({ data: { companyId, issuer: "https://id.norrvik.example", clientId: "c", sealedSecret } });
    await tx.signOnDomain.create({ data: { companyId, domain: "norrvik.example", verifiedOn: new Date() } });
  });
  const asked = await post("signin/email", { email: "ada@norrvik.example", json: "true" });
  expect(await asked.json()).toEqual({ url: "http://localhost:3000/sign-in/sent" });
  expect((await newLink()).email).toBe(plain.email);
  expect(sent[0]?.text).toContain("You may also come through Norrvik’s own sign-in.");
  expect(sent[0]?.text).toContain("http://localhost:3000/sign-in?company=norrvik");
  await withCompany({ companyId }, (tx) => tx.signOn.deleteMany());
});

test("on an https address the session cookie is bound to the host and sent over TLS only", async () => {
  vi.stubEnv("TANDEM_URL", "https://tandem.example");
  vi.stubEnv("NEXTAUTH_URL", "https://tandem.example");
  vi.resetModules();
  const { authOptions } = await import("@/server/auth/options");
  expect(authOptions().cookies?.sessionToken).toEqual({
    name: "__Host-next-auth.session-token",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
  vi.unstubAllEnvs();
  vi.resetModules();
});
