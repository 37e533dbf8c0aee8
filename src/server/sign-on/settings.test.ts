import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { disconnectDatabase } from "@/server/db/client";
import { withCompany } from "@/server/db/with-company";
import { startNameServer, startPlainServer } from "@/server/outgoing/loopback-fixtures";
import { deleteCompany } from "@/server/rights/company-deletion";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { Browser, callbackOf } from "./browser-fixtures";
import { lookForProofsAgain } from "./look-again";
import { startProvider, testClient } from "./provider-fixtures";

vi.stubEnv("OUTGOING_ALLOW_LOOPBACK", "1");
const slug = "settings";
const domain = `${slug}.example`;
const records: Parameters<typeof startNameServer>[0] = {};
let names: Awaited<ReturnType<typeof startNameServer>>;
let company: Awaited<ReturnType<typeof companyWithEveryRole>>;
let foreign: Awaited<ReturnType<typeof companyWithEveryRole>>;
let provider: Awaited<ReturnType<typeof startProvider>>;
const of = (it: typeof company) => callerFor(it.emails.admin, new Date()).signOn;
const signOn = () => of(company);
const its = (more: object = {}) => ({
  company: slug,
  issuer: provider.issuer,
  clientId: testClient.id,
  clientSecret: testClient.secret,
  ...more,
});
/** What a check says about a provider, step by step. */
const checked = async (more: object = {}) => {
  await signOn().save(its(more));
  return (await signOn().check({ company: slug })).map(({ state, text }) => `${state}: ${text}`);
};
const audit = () => withCompany(company, (tx) => tx.auditEntry.findMany({ orderBy: { sequence: "asc" } }));

beforeAll(async () => {
  names = await startNameServer(records);
  // Before anything reads the settings.
  vi.stubEnv("DNS_SERVERS", `127.0.0.1:${names.port}`);
  records.localhost = { A: ["127.0.0.1"] };
  company = await companyWithEveryRole(slug);
  foreign = await companyWithEveryRole("foreign");
  await adminQuery("update company set mail_domains = $1 where id = any($2)", [
    [domain],
    [company.companyId, foreign.companyId],
  ]);
  provider = await startProvider({ redirectUris: [callbackOf(slug)] });
});
afterAll(async () => {
  await Promise.all([provider.stop(), names.stop(), disconnectDatabase()]);
});

test("what is malformed comes back to its field", async () => {
  const wrong = [
    ["issuer", ["", "id.example.com", "http://id.example.com", "ftp://id.example.com", "https://a:b@id.example.com"]],
    ["issuer", ["https://id.example.com/?tenant=1", "https://id.example.com/#x"]],
    ["clientId", ["", "two\nlines"]],
  ] as const;
  for (const [field, values] of wrong) {
    for (const value of values) {
      await expect(signOn().save(its({ [field]: value })), value).rejects.toMatchObject({
        code: "BAD_REQUEST",
        cause: { issues: [{ path: [field] }] },
      });
    }
  }
  await expect(signOn().save(its({ clientSecret: "" }))).rejects.toMatchObject({ cause: { field: "clientSecret" } });
});

test("the secret is stored sealed, told to nobody, and never sent to a provider it was not typed for", async () => {
  await signOn().save(its({ issuer: `${provider.issuer}/.well-known/openid-configuration` }));
  expect((await signOn().get({ company: slug })).connection?.issuer).toBe(provider.issuer);
  const [stored] = await adminQuery<{ secret: Buffer }>("select sealed_secret as secret from sign_on");
  expect(stored?.secret.toString("latin1")).not.toContain(testClient.secret);
  await signOn().save(its({ clientSecret: "" }));
  for (const elsewhere of [{ issuer: "https://id.elsewhere.example" }, { clientId: "another" }]) {
    await expect(signOn().save(its({ clientSecret: "", ...elsewhere }))).rejects.toMatchObject({
      cause: { field: "clientSecret" },
    });
  }
  const seen = JSON.stringify([await signOn().get({ company: slug }), await audit()]);
  expect(seen).toContain(provider.issuer);
  expect(seen).not.toContain(testClient.secret);
});

test("a check of a provider that works says so, and that the secret is accepted", async () => {
  expect(await checked()).toEqual([
    "right: The provider answers and calls itself what you typed.",
    "right: It publishes 1 key for its tokens.",
    "right: It accepts the client id and the client secret.",
  ]);
  const { connection } = await signOn().get({ company: slug });
  expect(connection).toMatchObject({ problem: null, checkedOn: new Date().toISOString().slice(0, 10) });
});

test("a check tells a wrong secret, a provider that is down, one with another name, and what is none", async () => {
  const last = async (more: object) => (await checked(more)).at(-1);
  expect(await last({ clientSecret: "wrong" })).toBe(
    "wrong: The provider does not accept the client id or the client secret.",
  );
  expect(await last({ clientId: "unknown" })).toMatch(/^wrong: .*does not accept the client id/);
  const gone = await startPlainServer(() => undefined);
  await gone.stop();
  expect(await last({ issuer: `http://localhost:${gone.port}` })).toMatch(/^wrong: The provider could not be reached/);
  expect(await last({ issuer: "https://10.0.0.1" })).toMatch(/^wrong: .*could not be reached.*Only public addresses/);

  const body = { type: "application/json", text: "" };
  const odd = await startPlainServer((_, response) => {
    response.writeHead(200, { "content-type": body.type }).end(body.text);
  });
  const issuer = `http://localhost:${odd.port}`;
  const answers: [string, string, RegExp][] = [
    ["text/html", "<h1>Hello</h1>", /is this the address of a web page/],
    ["application/json", "{", /says that it is JSON and is not/],
    ["application/json", "[]", /not what OpenID Connect asks for/],
    [
      "application/json",
      JSON.stringify({ issuer: "https://evil.example" }),
      /names itself otherwise .* https:\/\/evil/,
    ],
    ["application/json", JSON.stringify({ issuer }), /does not name authorization_endpoint, token_endpoint, jwks_uri/],
  ];
  for (const [type, text, expected] of answers) {
    Object.assign(body, { type, text });
    expect(await last({ issuer }), text).toMatch(expected);
  }
  expect((await signOn().get({ company: slug })).connection?.problem).toMatch(/does not name/);
  await odd.stop();
});

test("a domain is verified by its own company's record, and only one that the company calls its own", async () => {
  const [shown] = (await signOn().get({ company: slug })).domains;
  const name = `_tandem.${domain}`;
  expect(shown).toMatchObject({ domain, record: { name }, verifiedOn: null });
  await expect(signOn().verifyDomain({ company: slug, domain })).rejects.toThrow(/no such record yet/);
  const [theirs] = (await of(foreign).get({ company: "foreign" })).domains;
  expect(theirs?.record.value).not.toBe(shown?.record.value);
  records[name] = { TXT: [theirs?.record.value ?? "", "v=spf1 -all"] };
  await expect(signOn().verifyDomain({ company: slug, domain })).rejects.toThrow(/reads otherwise/);
  records[name] = { TXT: [theirs?.record.value ?? "", shown?.record.value ?? ""] };
  await signOn().verifyDomain({ company: slug, domain: ` ${domain.toUpperCase()}` });
  expect((await signOn().get({ company: slug })).domains[0]?.verifiedOn).not.toBeNull();
  await of(foreign).verifyDomain({ company: "foreign", domain });
  await expect(signOn().verifyDomain({ company: slug, domain: "elsewhere.example" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a verified domain whose record is gone for three days is told to the admins once, and locks nobody out", async () => {
  const name = `_tandem.${domain}`;
  const kept = records[name];
  const night = (days: number) => new Date(Date.UTC(2031, 2, 1 + days, 4, 47));
  const missing = async () => (await signOn().get({ company: slug })).domains[0]?.missingSince;
  const told = async () => (await audit()).filter(({ action }) => action === "signOn.domainUnproven");
  await adminQuery("delete from pgboss.job where name = 'mail'");
  await lookForProofsAgain(night(0));
  delete records[name];
  for (const days of [1, 2, 3]) await lookForProofsAgain(night(days));
  expect([await missing(), await told()]).toEqual([null, []]);
  records[name] = { TXT: ["tandem-verification=of somebody else"] };
  for (const days of [4, 5]) await lookForProofsAgain(night(days));
  expect(await missing()).toBe("2031-03-02");
  expect(await told()).toMatchObject([{ actor: "schedule", subject: domain }]);
  const mails = await adminQuery<{ to: string }>("select data->>'to' as to from pgboss.job where name = 'mail'");
  expect(mails.map(({ to }) => to).toSorted()).toEqual([company.emails.admin, foreign.emails.admin].toSorted());
  expect((await signOn().get({ company: slug })).usable).toBe(true);
  if (kept) records[name] = kept;
  await signOn().verifyDomain({ company: slug, domain });
  expect(await missing()).toBeNull();
  await lookForProofsAgain(night(6));
  await of(foreign)
    .get({ company: "foreign" })
    .then(({ domains }) => expect(domains[0]?.missingSince).toBeNull());
  await adminQuery("delete from pgboss.job where name = 'mail'");
});

test("the sign-in page offers what works and says the same of everything else", async () => {
  const offer = (it: string) => callerFor(null, new Date()).signOn.offer({ slug: it });
  await signOn().save(its());
  expect(await offer(slug)).toEqual({ slug, name: slug, required: false });
  // Verified and without a provider; unknown; not an address at all.
  for (const none of ["foreign", "no-such-company", "'"]) expect(await offer(none)).toBeNull();
  await signOn().forgetDomain({ company: slug, domain });
  expect(await offer(slug)).toBeNull();
  await signOn().verifyDomain({ company: slug, domain });
});

test("what has changed stands in the audit log, with the names of things and no secret", async () => {
  await signOn().remove({ company: slug });
  await expect(signOn().remove({ company: slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const deeds = new Set((await audit()).map(({ action }) => action));
  for (const deed of ["save", "check", "verifyDomain", "forgetDomain", "remove"]) {
    expect(deeds.has(`signOn.${deed}`), deed).toBe(true);
  }
});

test("a new provider does not take over the sessions of the old one", async () => {
  await signOn().save(its());
  provider.mood.claims = { email: company.emails.admin };
  const browser = new Browser();
  await browser.signIn(slug, provider.issuer);
  expect((await (await browser.caller()).signOn.get({ company: slug })).cameThroughIt).toBe(true);
  await signOn().save(its({ issuer: "https://id.elsewhere.example" }));
  expect((await (await browser.caller()).signOn.get({ company: slug })).cameThroughIt).toBe(false);
});

test("everything goes with the company", async () => {
  const { companyId } = company;
  await adminQuery("update company set deletion_due_at = now() - interval '1 hour' where id = $1", [companyId]);
  await new Browser().begin(slug);
  await deleteCompany({ companyId }, new Date());
  for (const table of ["sign_on", "sign_on_domain", "sign_on_attempt"]) {
    expect(await adminQuery(`select 1 from ${table} where company_id = $1`, [companyId]), table).toEqual([]);
  }
  expect(await adminQuery("select 1 from sign_on_domain")).not.toEqual([]);
});
