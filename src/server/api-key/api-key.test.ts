import { beforeAll, expect, test } from "vitest";
import { maxApiKeys } from "@/domain/api-key";
import { apiKeyToken } from "@/domain/api-key-token";
import { withCompany } from "@/server/db/with-company";
import { callerFor, tenantFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { tendApiKeys } from "./commands";
import { findApiKey } from "./queries";

const now = new Date("2031-01-10T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
let other: Awaited<ReturnType<typeof companyWithEveryRole>>;
const company = "keys";
type Made = Parameters<ReturnType<typeof callerFor>["apiKey"]["create"]>[0];
const make = async (change: Partial<Made> = {}, email = own.emails.admin) =>
  (await callerFor(email, now).apiKey.create({ company, name: "HR", scopes: ["roster:read"], days: 30, ...change }))
    .token;
const codeOf = async (token: string | null, scope: Parameters<typeof findApiKey>[1] = "roster:read", at = now) => {
  const found = await findApiKey(token, scope, at);
  return found.kind === "key" ? "ok" : found.code;
};
const idOf = async (name: string) =>
  (await callerFor(own.emails.admin, now).apiKey.list({ company })).keys.find((key) => key.name === name)?.id ?? "";

beforeAll(async () => {
  own = await companyWithEveryRole(company);
  other = await companyWithEveryRole("keys-other");
});

test("a key acts for its maker with the maker's roles, and says so in the audit log", async () => {
  const token = await make({ name: "Nightly roster", scopes: ["roster:read", "cycle:read"] });
  const found = await findApiKey(token, "cycle:read", now);
  const { gate: _, ...maker } = await tenantFor(company, own.emails.admin, now);
  expect(found).toMatchObject({
    kind: "key",
    tenant: { ...maker, via: "API key “Nightly roster”" },
    key: { name: "Nightly roster", scopes: ["roster:read", "cycle:read"], expiresAt: later(30) },
  });
  const { entries } = await callerFor(own.emails.admin, now).audit.list({ company, page: 0 });
  expect(entries.map(({ action, subject }) => [action, subject])).toContainEqual([
    "apiKey.create",
    "Nightly roster: roster:read, cycle:read, until 2031-02-09",
  ]);
});

test("a key is refused precisely: none, garbage, a slip, unknown, another scope, an unknown scope, expired, revoked", async () => {
  const token = await make({ name: "Refused" });
  expect(await codeOf(token)).toBe("ok");
  expect(await codeOf(null)).toBe("key-missing");
  expect(await codeOf("garbage")).toBe("key-malformed");
  expect(await codeOf(`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`)).toBe("key-malformed");
  expect(await codeOf(apiKeyToken(own.companyId, new Uint8Array(32)))).toBe("key-unknown");
  expect(await codeOf(apiKeyToken("00000000-0000-4000-8000-000000000000", new Uint8Array(32)))).toBe("key-unknown");
  expect(await codeOf(token, "scim")).toBe("scope-missing");
  expect(await codeOf(token, "everything" as "scim")).toBe("scope-unknown");
  expect(await codeOf(token, "roster:read", later(30))).toBe("key-expired");
  await callerFor(own.emails.admin, now).apiKey.revoke({ company, keyId: await idOf("Refused") });
  expect(await codeOf(token)).toBe("key-revoked");
  await expect(
    callerFor(own.emails.admin, now).apiKey.revoke({ company, keyId: await idOf("Refused") }),
  ).rejects.toThrow(/opens nothing any more/);
});

test("the header names the fault as RFC 6750 does", async () => {
  const header = async (token: string | null, scope: "scim" | "roster:read") => {
    const found = await findApiKey(token, scope, now);
    return found.kind === "refused" ? [found.status, found.wwwAuthenticate] : null;
  };
  expect(await header(null, "scim")).toEqual([401, 'Bearer realm="tandem"']);
  expect((await header("tnd_x", "scim"))?.join()).toMatch(/^401,Bearer realm="tandem", error="invalid_token", /);
  expect((await header(await make(), "scim"))?.join()).toMatch(/^403,.*error="insufficient_scope".*, scope="scim"$/);
});

test("the secret half of another company's name opens neither company", async () => {
  const token = await make({ name: "Mine" });
  const secret = Buffer.alloc(32, 7);
  expect(await codeOf(apiKeyToken(other.companyId, secret))).toBe("key-unknown");
  const found = await findApiKey(token, "roster:read", now);
  expect(found.kind === "key" && found.tenant.companyId).toBe(own.companyId);
  expect(await withCompany(other, (tx) => tx.apiKey.count())).toBe(0);
});

test("nobody makes a key for what they may not do: admins no reports, the board nothing but reports", async () => {
  await expect(make({ scopes: ["report:read"] })).rejects.toThrow(/report:read/);
  await expect(make({ scopes: ["report:read", "roster:read"] }, own.emails.board)).rejects.toThrow(/roster:read/);
  await expect(make({}, own.emails.member)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await codeOf(await make({ scopes: ["report:read"] }, own.emails.vpe), "report:read")).toBe("ok");
});

test("a key dies with its maker's role, and with the membership", async () => {
  const caller = callerFor(own.emails.admin, now);
  const email = "second@keys.example";
  await caller.member.invite({ company, email, name: "Second", admin: true, board: false });
  const token = await make({ name: "Second's" }, email);
  const { memberId } = await tenantFor(company, email, now);
  await caller.member.setRoles({ company, memberId, admin: false, board: true });
  expect(await codeOf(token)).toBe("maker-may-not");
  expect(await codeOf(token, null)).toBe("maker-may-not");
  await caller.member.setRoles({ company, memberId, admin: true, board: true });
  expect(await codeOf(token)).toBe("ok");
  await caller.member.remove({ company, memberId });
  expect(await codeOf(token)).toBe("key-unknown");
});

test("an erased maker's key opens nothing and names nobody", async () => {
  const caller = callerFor(own.emails.admin, now);
  const email = "third@keys.example";
  await caller.member.invite({ company, email, name: "Tilda Third", admin: true, board: false });
  const token = await make({ name: "Third's" }, email);
  await caller.rights.erase({ company, email });
  expect(await codeOf(token)).toBe("maker-may-not");
  expect(JSON.stringify((await caller.apiKey.list({ company })).keys)).not.toMatch(/Tilda/);
});

test("leaders and board members see and revoke their own keys, an admin all of them", async () => {
  await make({ name: "The CTO's", scopes: ["report:read"] }, own.emails.cto);
  const names = async (email: string) =>
    (await callerFor(email, now).apiKey.list({ company })).keys.map(({ name }) => name);
  expect(await names(own.emails.cto)).toEqual(["The CTO's"]);
  expect(await names(own.emails.admin)).toContain("The CTO's");
  const keyId = await idOf("The CTO's");
  await expect(callerFor(own.emails.board, now).apiKey.revoke({ company, keyId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(
    callerFor(other.emails.admin, now).apiKey.revoke({ company: "keys-other", keyId }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await callerFor(own.emails.admin, now).apiKey.revoke({ company, keyId });
});

test("of its use the day is kept, and the token is kept nowhere", async () => {
  const token = await make({ name: "Used" });
  await findApiKey(token, "roster:read", new Date("2031-01-11T23:59:00Z"));
  const listed = (await callerFor(own.emails.admin, now).apiKey.list({ company })).keys.find(
    ({ name }) => name === "Used",
  );
  expect(listed?.lastUsedOn).toBe("2031-01-11");
  const rows = await adminQuery<{ row: string; hash: string }>(
    "select api_key::text as row, encode(token_hash, 'hex') as hash from api_key where name = 'Used'",
  );
  expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(rows)).not.toContain(token.slice(4, 60));
  const audit = await adminQuery<{ row: string }>("select audit_entry::text as row from audit_entry");
  expect(JSON.stringify(audit)).not.toContain(token.slice(26, 60));
});

test("a company has a few dozen keys that work, also when they are made at once", async () => {
  const tenant = await tenantFor("keys-other", other.emails.admin, now);
  const key = (index: number, expiresAt: Date) => ({
    companyId: other.companyId,
    memberId: tenant.memberId,
    name: `Key ${index}`,
    scopes: ["scim"],
    tokenHash: new Uint8Array([index]),
    createdAt: now,
    expiresAt,
  });
  await withCompany(other, (tx) =>
    tx.apiKey.createMany({ data: Array.from({ length: maxApiKeys - 1 }, (_, index) => key(index, later(9))) }),
  );
  const input = { company: "keys-other", name: "One more", scopes: ["scim" as const], days: 1 };
  const attempts = await Promise.allSettled(
    [1, 2, 3].map(() => callerFor(other.emails.admin, now).apiKey.create(input)),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await callerFor(other.emails.admin, later(9)).apiKey.create(input);
});

test("makers are told once, a week before; keys that ended are forgotten after 90 days", async () => {
  await make({ name: "Ending", days: 20 });
  const place = { companyId: own.companyId, slug: company, name: "Keys" };
  const tend = (days: number) => withCompany(own, (tx) => tendApiKeys(tx, place, later(days)));
  const told = async () =>
    (
      await adminQuery<{ text: string }>(
        "select data->>'text' as text from pgboss.job where name = 'mail' and data->>'subject' like '%API key%'",
      )
    ).filter(({ text }) => text.includes("“Ending” ends on 30 January 2031"));
  await tend(12);
  expect(await told()).toHaveLength(0);
  await tend(13);
  await tend(14);
  expect(await told()).toHaveLength(1);
  await tend(109);
  expect(await idOf("Ending")).not.toBe("");
  await tend(111);
  expect(await idOf("Ending")).toBe("");
});

test("what a key is and may do is written once", async () => {
  await make({ name: "Fixed" });
  const change = (data: object) => withCompany(own, (tx) => tx.apiKey.updateMany({ where: { name: "Fixed" }, data }));
  for (const data of [{ scopes: ["scim"] }, { expiresAt: later(999) }, { name: "Other" }]) {
    await expect(change(data)).rejects.toThrow(/denied/i);
  }
});
