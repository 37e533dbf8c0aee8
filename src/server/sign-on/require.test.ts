import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Action, access, may, type Role } from "@/domain/access";
import { createCaller } from "@/server/api/root";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { Browser, callbackOf } from "./browser-fixtures";
import { startProvider, testClient } from "./provider-fixtures";

vi.stubEnv("OUTGOING_ALLOW_LOOPBACK", "1");
type Company = Awaited<ReturnType<typeof companyWithEveryRole>>;
let home: Company;
let other: Company;
let provider: Awaited<ReturnType<typeof startProvider>>;
const roles: Role[] = ["member", "admin", "board", "cto", "vpe"];
const now = new Date();

/** Somebody with a session that came by mail, or through a company's provider. */
const as = (email: string, through: Company | null = null, sessionId?: string) =>
  createCaller({ email, now, signOnCompany: through?.companyId ?? null, sessionId });
const asked = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "OK",
    (error: { code?: string }) => error.code ?? "fault",
  );
const idOf = async (company: Company, email: string) =>
  (await withCompany(company, (tx) => tx.member.findFirstOrThrow({ where: { email } }))).id;
const audited = (company: Company, action: string) =>
  withCompany(company, (tx) => tx.auditEntry.findMany({ where: { action }, orderBy: { sequence: "asc" } }));
const breakers = async () => [await idOf(home, home.emails.admin)];
const demand = async () =>
  as(home.emails.admin, home).signOn.require({ company: home.slug, breakGlass: await breakers() });

beforeAll(async () => {
  home = await companyWithEveryRole("demanding");
  other = await companyWithEveryRole("easy");
  provider = await startProvider({ redirectUris: [callbackOf(home.slug), callbackOf(other.slug)] });
  for (const company of [home, other]) {
    await adminQuery("update company set mail_domains = $1 where id = $2", [
      [`${company.slug}.example`],
      company.companyId,
    ]);
    await withCompany(company, async (tx) => {
      const domain = `${company.slug}.example`;
      await tx.signOnDomain.create({ data: { companyId: company.companyId, domain, verifiedOn: now } });
    });
    await as(company.emails.admin).signOn.save({
      company: company.slug,
      issuer: provider.issuer,
      clientId: testClient.id,
      clientSecret: testClient.secret,
    });
  }
  // One person in both companies, and a second admin who is not named.
  await withCompany(other, (tx) =>
    tx.member.create({ data: { companyId: other.companyId, email: home.emails.cto, name: "Both", board: true } }),
  );
  await withCompany(home, (tx) =>
    tx.member.create({
      data: { companyId: home.companyId, email: "second@demanding.example", name: "B", admin: true },
    }),
  );
});
beforeEach(async () => {
  await as(home.emails.admin, home)
    .signOn.stopRequiring({ company: home.slug })
    .catch(() => undefined);
});
afterAll(() => provider.stop());

test("only an admin who came through the company's own provider can require it, and names one or two admins", async () => {
  const { slug } = home;
  const [named] = await breakers();
  const member = await idOf(home, home.emails.member);
  const breakGlass = [named ?? ""];
  await expect(as(home.emails.admin).signOn.require({ company: slug, breakGlass })).rejects.toThrow(/locks themselves/);
  await expect(as(home.emails.admin, other).signOn.require({ company: slug, breakGlass })).rejects.toThrow(/locks/);
  const through = as(home.emails.admin, home).signOn;
  for (const wrong of [[], [member], [named ?? "", member, named ?? ""]]) {
    await expect(through.require({ company: slug, breakGlass: wrong })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect(await asked(as(home.emails.cto).company.overview({ company: slug }))).toBe("OK");
  await through.require({ company: slug, breakGlass });
  expect((await audited(home, "signOn.require")).at(-1)).toMatchObject({
    actor: home.emails.admin,
    subject: home.emails.admin,
  });
});

type Procedure = (input: unknown) => Promise<unknown>;
const outcome = (caller: ReturnType<typeof as>, action: string, company: string) => {
  const [noun = "", verb = ""] = action.split(".");
  const procedure = (caller as unknown as Record<string, Record<string, Procedure>>)[noun]?.[verb];
  return asked(procedure?.({ company }) ?? Promise.reject(new Error(action)));
};

test("while it is required, no procedure answers a session by mail or through another company, whatever the role", async () => {
  await demand();
  for (const action of Object.keys(access) as Action[]) {
    for (const role of roles.filter(
      (candidate) => candidate !== "admin" && (candidate === "member" || may([candidate], action)),
    )) {
      expect(await outcome(as(home.emails[role]), action, home.slug), `${role} ${action}`).toBe("UNAUTHORIZED");
    }
    expect(await outcome(as("second@demanding.example", other), action, home.slug), action).toBe("UNAUTHORIZED");
    // A stranger learns neither that the company exists nor what it asks for.
    expect(await outcome(as(other.emails.admin), action, home.slug), action).toBe("NOT_FOUND");
  }
});

test("a session through the company's own provider enters, and roles are as they were", async () => {
  await demand();
  for (const role of roles) {
    expect((await as(home.emails[role], home).company.overview({ company: home.slug })).roles).toContain(role);
  }
});

test("a refused entry is no visit, and the refusal names the company and its way in", async () => {
  await demand();
  await expect(as(home.emails.vpe).company.overview({ company: home.slug })).rejects.toMatchObject({
    message: expect.stringContaining("its own sign-in"),
    cause: { company: home.slug, ownSignIn: true },
  });
  const rows = await adminQuery("select 1 from member where email = $1 and last_here_on is not null", [
    home.emails.vpe,
  ]);
  expect(await asked(as(home.emails.vpe).company.overview({ company: home.slug }))).toBe("UNAUTHORIZED");
  expect(
    await adminQuery("select 1 from member where email = $1 and last_here_on is not null", [home.emails.vpe]),
  ).toEqual(rows);
});

test("somebody in several companies keeps access to the others, by mail and through the one", async () => {
  await demand();
  for (const through of [null, home]) {
    expect(await asked(as(home.emails.cto, through).company.overview({ company: other.slug }))).toBe("OK");
  }
  expect((await as(home.emails.cto).company.mine()).map(({ slug }) => slug)).toEqual(["demanding", "easy"]);
});

describe("break-glass", () => {
  const session = async (email: string) => {
    const { id } = await withDirectory(async (tx) => {
      const user = await tx.user.upsert({ where: { email }, update: {}, create: { email } });
      return tx.session.create({
        data: { tokenHash: crypto.randomUUID(), userId: user.id, expires: new Date("2099-01-01") },
      });
    });
    return as(email, null, id);
  };

  test("a named admin enters by mail, and each session of theirs stands once in the audit log", async () => {
    await demand();
    const before = (await audited(home, "signOn.breakGlass")).length;
    const { admin } = home.emails;
    const first = await session(admin);
    await Promise.all([1, 2, 3].map(() => first.company.overview({ company: home.slug })));
    await first.member.list({ company: home.slug });
    expect((await audited(home, "signOn.breakGlass")).slice(before)).toMatchObject([{ actor: admin, subject: admin }]);
    await (await session(admin)).company.overview({ company: home.slug });
    expect(await audited(home, "signOn.breakGlass")).toHaveLength(before + 2);
  });

  test("through the provider nothing is broken, so nothing is written", async () => {
    await demand();
    const before = await audited(home, "signOn.breakGlass");
    await as(home.emails.admin, home).company.overview({ company: home.slug });
    expect(await audited(home, "signOn.breakGlass")).toEqual(before);
  });

  test("whoever is no admin any more cannot enter by mail, and a named admin can stop it all", async () => {
    await demand();
    const member = { companyId_id: { companyId: home.companyId, id: await idOf(home, home.emails.admin) } };
    await withCompany(home, (tx) => tx.member.update({ where: member, data: { admin: false } }));
    expect(await asked(as(home.emails.admin).company.overview({ company: home.slug }))).toBe("UNAUTHORIZED");
    await withCompany(home, (tx) => tx.member.update({ where: member, data: { admin: true } }));
    await (await session(home.emails.admin)).signOn.stopRequiring({ company: home.slug });
    expect(await asked(as(home.emails.vpe).company.overview({ company: home.slug }))).toBe("OK");
    expect(await audited(home, "signOn.stopRequiring")).not.toEqual([]);
  });
});

test("a real sign-in through one company's provider does not open the other that requires its own", async () => {
  await demand();
  const browser = new Browser();
  provider.mood.claims = { email: other.emails.cto };
  expect(await browser.signIn(other.slug, provider.issuer)).toBe("/easy");
  await withCompany(home, (tx) =>
    tx.member.create({ data: { companyId: home.companyId, email: other.emails.cto, name: "Guest" } }),
  );
  expect(await asked((await browser.caller()).company.overview({ company: home.slug }))).toBe("UNAUTHORIZED");
  expect(await asked((await browser.caller()).company.overview({ company: other.slug }))).toBe("OK");
});

test("what would shut everybody out is refused while it is required: another provider, none, no domain", async () => {
  await demand();
  const through = as(home.emails.admin, home).signOn;
  const its = { company: home.slug, issuer: provider.issuer, clientId: testClient.id, clientSecret: "" };
  await expect(through.save({ ...its, issuer: "https://id.elsewhere.example" })).rejects.toThrow(/switch that off/);
  await expect(through.remove({ company: home.slug })).rejects.toThrow(/switch that off/);
  await expect(through.forgetDomain({ company: home.slug, domain: "demanding.example" })).rejects.toThrow(
    /switch that/,
  );
  expect((await through.get({ company: home.slug })).usable).toBe(true);
  await through.save({ ...its, clientSecret: testClient.secret });
  await expect(
    as(home.emails.admin, home).company.update({
      company: home.slug,
      name: "Demanding",
      contact: home.emails.admin,
      mailDomains: ["new.example"],
    }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});
