import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findSession } from "@/server/auth/session";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { Browser, callbackOf, problemIn } from "./browser-fixtures";
import { finishSignOn } from "./finish";
import { passProvider, startProvider, testClient } from "./provider-fixtures";

vi.stubEnv("OUTGOING_ALLOW_LOOPBACK", "1");
const slug = "norrvik";
const domain = `${slug}.example`;
let company: Awaited<ReturnType<typeof companyWithEveryRole>>;
let provider: Awaited<ReturnType<typeof startProvider>>;
const admin = () => callerFor(company.emails.admin, new Date()).signOn;

/** Says whom the provider vouches for from now on. */
const vouchFor = (email: unknown, more: Record<string, unknown> = { email_verified: true }) => {
  provider.mood.claims = { email, ...more };
};
const configure = (input: Partial<{ issuer: string; clientSecret: string }> = {}) =>
  admin().save({
    company: slug,
    issuer: provider.issuer,
    clientId: testClient.id,
    clientSecret: testClient.secret,
    ...input,
  });
const problemNow = async () => (await admin().get({ company: slug })).connection?.problem ?? null;
const counts = async () => ({
  users: await withDirectory((tx) => tx.user.count()),
  sessions: await withDirectory((tx) => tx.session.count()),
  members: await withCompany(company, (tx) => tx.member.count()),
});

beforeAll(async () => {
  company = await companyWithEveryRole(slug);
  provider = await startProvider({ redirectUris: [callbackOf(slug)] });
  await adminQuery("update company set mail_domains = $1 where id = $2", [[domain], company.companyId]);
  await withCompany(company, (tx) =>
    tx.signOnDomain.create({ data: { companyId: company.companyId, domain, verifiedOn: new Date() } }),
  );
});
beforeEach(async () => {
  provider.mood.instead = null;
  await configure();
  vouchFor(company.emails.cto);
});
afterAll(() => provider.stop());

describe("signing in through the company's provider", () => {
  test("makes the same kind of session as a link by mail, which knows through which company it came", async () => {
    const browser = new Browser();
    expect(await browser.signIn(slug, provider.issuer, `/${slug}/cycles`)).toBe(`/${slug}/cycles`);
    const now = new Date();
    expect(await findSession(browser.token, now)).toMatchObject({
      email: company.emails.cto,
      signOnCompany: company.companyId,
    });
    expect(await findSession(browser.token, new Date(now.getTime() + 14.1 * 86_400_000))).toBeNull();
    const [session] = await (await browser.caller()).session.list();
    expect(session).toMatchObject({ isThis: true, through: slug });
    expect((await (await browser.caller()).company.overview({ company: slug })).roles).toContain("cto");
  });

  test("ends the session that the browser had before, and leaves no attempt behind", async () => {
    const browser = new Browser();
    await browser.signIn(slug, provider.issuer);
    const first = browser.token;
    await browser.signIn(slug, provider.issuer);
    expect(await findSession(first, new Date())).toBeNull();
    expect(await findSession(browser.token, new Date())).not.toBeNull();
    expect(await withCompany(company, (tx) => tx.signOnAttempt.count())).toBe(0);
  });

  test("takes the address in whatever case the provider writes it, and without a word about its confirmation", async () => {
    vouchFor(company.emails.vpe.toUpperCase(), {});
    const browser = new Browser();
    expect(await browser.signIn(slug, provider.issuer)).toBe(`/${slug}`);
    expect((await findSession(browser.token, new Date()))?.email).toBe(company.emails.vpe);
  });

  test("leads to pages of this site only, and is begun by pages of this site only", async () => {
    expect(await new Browser().signIn(slug, provider.issuer, "https://evil.example/")).toBe("/companies");
    expect(await new Browser().begin(slug, "/", { "sec-fetch-site": "cross-site" })).toBe("403");
  });
});

describe("nothing is created", () => {
  const refused = async (problem: string, signIn: () => Promise<string>) => {
    const before = await counts();
    expect(problemIn(await signIn())).toBe(problem);
    expect(await counts()).toEqual(before);
  };
  const signIn = () => new Browser().signIn(slug, provider.issuer);

  test("for an address outside the verified domains, also of a domain that merely ends alike", async () => {
    for (const email of ["cto@elsewhere.example", `cto@not-${domain}`, `cto@sub.${domain}`]) {
      vouchFor(email);
      await refused("foreign-domain", signIn);
    }
    expect(await problemNow()).toBe("Somebody came with an address outside the verified domains.");
  });

  test("for an address that the provider says is not confirmed", async () => {
    for (const email_verified of [false, "false"]) {
      vouchFor(company.emails.cto, { email_verified });
      await refused("not-confirmed", signIn);
    }
  });

  test("for somebody who is not in the company: the roster decides who is", async () => {
    vouchFor(`nobody@${domain}`);
    await refused("not-a-member", signIn);
  });

  test("without an address, or with one that is two", async () => {
    for (const email of [undefined, 7, "", `a@${domain},b@${domain}`]) {
      vouchFor(email);
      await refused("no-address", signIn);
    }
  });

  test("once the company takes the domain off its list", async () => {
    await adminQuery("update company set mail_domains = '{other.example}' where id = $1", [company.companyId]);
    await refused("off", signIn);
    await adminQuery("update company set mail_domains = $1 where id = $2", [[domain], company.companyId]);
  });

  test("with a wrong client secret: the admin reads the provider's own word for it", async () => {
    await configure({ clientSecret: "wrong" });
    await refused("client-refused", signIn);
    expect(await problemNow()).toBe("The provider does not accept the client id or the client secret.");
    await configure();
    await signIn();
    expect(await problemNow()).toBeNull();
  });

  test("when a token answer is garbage or the provider breaks between the two steps", async () => {
    for (const [status, type, text, problem] of [
      [200, "text/html", "<h1>Hello</h1>", "not-a-provider"],
      [200, "application/json", "{", "not-a-provider"],
      [200, "application/json", '{"access_token":"x","token_type":"bearer","id_token":"a.b.c"}', "not-a-provider"],
      [200, "application/json", '{"access_token":"x","token_type":"bearer"}', "not-a-provider"],
      [503, "text/plain", "down", "unreachable"],
    ] as const) {
      await refused(problem, async () => {
        const browser = new Browser();
        const back = await passProvider(await browser.begin(slug), provider.issuer);
        provider.mood.instead = (request, response) => {
          if (request.url !== "/token") return false;
          response.writeHead(status, { "content-type": type }).end(text);
          return true;
        };
        const place = await browser.end(slug, back);
        provider.mood.instead = null;
        return place;
      });
    }
  });

  test("with a token for another nonce", async () => {
    await refused("not-trusted", async () => {
      const browser = new Browser();
      const onward = new URL(await browser.begin(slug));
      onward.searchParams.set("nonce", "another");
      return browser.end(slug, await passProvider(onward.href, provider.issuer));
    });
  });

  test("with a token that another key signed", async () => {
    await refused("not-trusted", async () => {
      const browser = new Browser();
      const onward = await browser.begin(slug);
      const back = await passProvider(onward, provider.issuer);
      const forged = { keys: [{ kty: "RSA", e: "AQAB", n: "wXYZ".repeat(85), kid: "x", use: "sig", alg: "RS256" }] };
      provider.mood.instead = (request, response) => {
        if (request.url !== "/jwks") return false;
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(forged));
        return true;
      };
      vi.spyOn(performance, "now").mockReturnValue(performance.now() + 3_600_000);
      const place = await browser.end(slug, back);
      vi.restoreAllMocks();
      return place;
    });
  });
});

describe("an answer is good once, in the browser it was made for", () => {
  test("a replayed answer, an answer without a state, and one with another browser's are refused", async () => {
    const browser = new Browser();
    const back = await passProvider(await browser.begin(slug), provider.issuer);
    const thief = new Browser();
    await thief.begin(slug);
    expect(problemIn(await thief.end(slug, back))).toBe("attempt");
    expect(problemIn(await new Browser().end(slug, back))).toBe("attempt");
    const stateless = new URL(back);
    stateless.searchParams.delete("state");
    expect(problemIn(await browser.end(slug, stateless))).toBe("attempt");
    const secret = browser.cookies.get("tandem-sign-on") ?? "";
    expect(await browser.end(slug, back)).toBe(`/${slug}`);
    browser.cookies.set("tandem-sign-on", secret);
    expect(problemIn(await browser.end(slug, back))).toBe("attempt");
  });

  test("of two answers at once one signs in", async () => {
    const browser = new Browser();
    const back = await passProvider(await browser.begin(slug), provider.issuer);
    const places = await Promise.all([browser.end(slug, back), browser.end(slug, back)]);
    expect(places.map(problemIn).toSorted()).toEqual(["attempt", null]);
  });

  test("a code that was used under a new attempt is refused by the provider, and said so", async () => {
    const browser = new Browser();
    const used = await passProvider(await browser.begin(slug), provider.issuer);
    const fresh = await passProvider(await browser.begin(slug), provider.issuer);
    fresh.searchParams.set("code", used.searchParams.get("code") ?? "");
    expect(problemIn(await browser.end(slug, fresh))).toBe("code-refused");
    expect(await problemNow()).toBeNull();
  });

  test("whoever calls it off comes back to the choice, and other errors are told to the admin", async () => {
    for (const [error, problem] of [
      ["access_denied", "cancelled"],
      ["invalid_scope", "provider-error"],
    ] as const) {
      const browser = new Browser();
      const state = new URL(await browser.begin(slug)).searchParams.get("state") ?? "";
      const back = new URL(`${callbackOf(slug)}?${new URLSearchParams({ error, state, iss: provider.issuer })}`);
      expect(problemIn(await browser.end(slug, back))).toBe(problem);
    }
    expect(await problemNow()).toContain("“invalid_scope”");
  });
});

describe("clocks may differ by a minute and no more", () => {
  /** The whole way, by our clock that goes so many seconds before the provider's. */
  const withSkew = async (seconds: number) => {
    const browser = new Browser();
    const back = await passProvider(await browser.begin(slug), provider.issuer);
    const place = { secret: browser.cookies.get("tandem-sign-on"), sessionToken: undefined };
    return finishSignOn(slug, back.searchParams, place, new Date(Date.now() + seconds * 1000));
  };

  test("a token of 300 seconds is taken 50 seconds after its end and not 70", async () => {
    expect(await withSkew(350)).toHaveProperty("session");
    expect(await withSkew(370)).toMatchObject({ problem: "clock" });
    expect(await problemNow()).toContain("more than 60 seconds");
  });

  test("a token dated 50 seconds ahead is taken, one of 70 is not", async () => {
    expect(await withSkew(-50)).toHaveProperty("session");
    expect(await withSkew(-70)).toMatchObject({ problem: "clock" });
  });

  test("an attempt older than ten minutes is over", async () => {
    expect(await withSkew(601)).toEqual({ problem: "attempt" });
  });
});

test("on an https address both cookies are bound to the host and sent over TLS only", async () => {
  vi.stubEnv("TANDEM_URL", "https://tandem.example");
  vi.resetModules();
  const { sessionCookieLine } = await import("@/server/auth/start-session");
  const { browserCookieLine } = await import("@/app/api/auth/sign-on/[company]/browser-cookie");
  const expires = new Date("2031-01-15T12:00:00Z");
  expect(sessionCookieLine({ token: "t", expires })).toBe(
    "__Host-next-auth.session-token=t; Path=/; Expires=Wed, 15 Jan 2031 12:00:00 GMT; HttpOnly; Secure; SameSite=Lax",
  );
  expect(browserCookieLine("s")).toBe("__Host-tandem-sign-on=s; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax");
  vi.stubEnv("TANDEM_URL", "http://localhost:3000");
  vi.resetModules();
});

test("a secret that cannot be opened any more is said to be lost, and breaks neither page", async () => {
  await adminQuery("update sign_on set sealed_secret = $1", [Buffer.alloc(64)]);
  expect(problemIn(await new Browser().begin(slug))).toBe("client-refused");
  expect(await problemNow()).toContain("Type it again");
  expect(await callerFor(null, new Date()).signOn.offer({ slug })).not.toBeNull();
});

test("a provider that is down is said to be down, before anybody is sent there", async () => {
  const gone = await startProvider({ redirectUris: [] });
  await gone.stop();
  await configure({ issuer: gone.issuer });
  expect(problemIn(await new Browser().begin(slug))).toBe("unreachable");
  expect(await problemNow()).toContain("could not be reached");
});

describe("before somebody is sent on, the provider is asked whether it is there", () => {
  let questions: string[] = [];
  /** Later than what was found is remembered, and before the provider's configuration is asked for again. */
  const later = () => {
    ahead += 6000;
    vi.spyOn(performance, "now").mockImplementation(() => clock() + ahead);
  };
  const clock = performance.now.bind(performance);
  let ahead = 0;
  const gateway = (status: number | null) => {
    provider.mood.instead = (request, response) => {
      questions.push(`${request.method} ${request.url}`);
      if (status !== null) response.writeHead(status).end();
      return true;
    };
  };
  beforeEach(async () => {
    questions = [];
    await new Browser().begin(slug);
  });
  afterEach(() => void vi.restoreAllMocks());

  test("a provider that went down while its configuration is remembered is said to be down, and the page is kept", async () => {
    const gone = await startProvider({ redirectUris: [] });
    await configure({ issuer: gone.issuer });
    expect(await new Browser().begin(slug)).toContain(gone.issuer);
    await gone.stop();
    later();
    const place = await new Browser().begin(slug, `/${slug}/cycles`);
    expect(problemIn(place)).toBe("unreachable");
    expect(new URL(place, provider.issuer).searchParams.get("next")).toBe(`/${slug}/cycles`);
    expect(await problemNow()).toContain("localhost refuses connections");
    expect(await withCompany(company, (tx) => tx.signOnAttempt.count({ where: { next: `/${slug}/cycles` } }))).toBe(0);
  });

  test("a gateway without a server behind it is down; a storm of sign-ins is one question", async () => {
    later();
    gateway(503);
    const places = await Promise.all(Array.from({ length: 20 }, () => new Browser().begin(slug)));
    expect(new Set(places.map(problemIn))).toEqual(new Set(["unreachable"]));
    expect(questions).toEqual(["GET /auth"]);
    expect(await problemNow()).toBe("The provider could not be reached. It answers with status 503.");
    provider.mood.instead = null;
    later();
    expect(await new Browser().begin(slug)).toContain(provider.issuer);
  });

  test("every other answer is one, and a provider that thinks for long holds nobody up beyond two seconds", async () => {
    later();
    gateway(405);
    expect(await new Browser().begin(slug)).toContain(provider.issuer);
    later();
    gateway(null);
    const began = Date.now();
    expect(await new Browser().begin(slug)).toContain(provider.issuer);
    expect(Date.now() - began).toBeLessThan(3000);
    expect(questions).toEqual(["GET /auth", "GET /auth"]);
  });
});
