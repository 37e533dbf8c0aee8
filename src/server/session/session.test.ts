import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/server/api/root";
import { authAdapter } from "@/server/auth/adapter";
import { findSession } from "@/server/auth/session";
import { withCompany } from "@/server/db/with-company";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { adminQuery } from "../../../scripts/testing/admin-query";

const adapter = authAdapter();
const day = (days = 0) => new Date(Date.now() + days * 86_400_000);
let company: Awaited<ReturnType<typeof companyWithEveryRole>>;
const users = new Map<string, string>();

async function signIn(email: string, expires = day(14)): Promise<string> {
  const known = users.get(email);
  const userId = known ?? (await adapter.createUser?.({ id: "", email, emailVerified: new Date() } as never))?.id ?? "";
  users.set(email, userId);
  const sessionToken = randomBytes(16).toString("hex");
  await adapter.createSession?.({ sessionToken, userId, expires });
  return sessionToken;
}

async function callerOf(token: string) {
  const found = await findSession(token, new Date());
  return createCaller({ email: found?.email ?? null, sessionId: found?.sessionId, now: new Date() });
}

beforeAll(async () => {
  company = await companyWithEveryRole("sessions");
});

test("a person sees their own sessions to the day, this one first, and nobody else's", async () => {
  const { admin, cto } = company.emails;
  await signIn(admin);
  const mine = await signIn(admin);
  await signIn(cto);
  const sessions = await (await callerOf(mine)).session.list();
  const today = new Date().toISOString().slice(0, 10);
  expect(sessions.map(({ isThis, createdOn, lastUsedOn }) => [isThis, createdOn, lastUsedOn])).toEqual([
    [true, today, today],
    [false, today, today],
  ]);
});

test("one session, or all others, can be ended; the one that asks stays", async () => {
  const { board } = company.emails;
  const [one, other, mine] = [await signIn(board), await signIn(board), await signIn(board)];
  const caller = await callerOf(mine);
  const oneId = (await findSession(one, new Date()))?.sessionId ?? "";
  await caller.session.end({ sessionId: oneId });
  expect(await findSession(one, new Date())).toBeNull();
  expect(await findSession(other, new Date())).not.toBeNull();
  expect(await caller.session.endOthers()).toEqual({ ended: 1 });
  expect(await findSession(other, new Date())).toBeNull();
  expect((await findSession(mine, new Date()))?.email).toBe(board);
});

test("somebody else's session cannot be ended", async () => {
  const [victim, attacker] = [await signIn(company.emails.vpe), await signIn(company.emails.member)];
  const sessionId = (await findSession(victim, new Date()))?.sessionId ?? "";
  await expect((await callerOf(attacker)).session.end({ sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await (await callerOf(attacker)).session.endOthers();
  expect(await findSession(victim, new Date())).not.toBeNull();
});

test("a session ends after 14 days however often it is used, and after a week in which nobody used it", async () => {
  const token = await signIn(company.emails.cto);
  expect(await findSession(token, day(7))).not.toBeNull();
  expect(await findSession(token, day(13.9))).not.toBeNull();
  expect(await findSession(token, day(14.1))).toBeNull();
  const idle = await signIn(company.emails.cto);
  expect(await findSession(idle, day(8.5))).toBeNull();
});

test("asking the framework for the session does not lengthen it", async () => {
  const sessionToken = await signIn(company.emails.cto, day(3));
  await adapter.updateSession?.({ sessionToken, expires: day(30) });
  expect(await findSession(sessionToken, day(3.1))).toBeNull();
});

test("admins see on which day people with a role were last signed in here, and nothing of other companies", async () => {
  const other = await companyWithEveryRole("elsewhere");
  await withCompany(company, (tx) =>
    tx.member.create({ data: { companyId: company.companyId, email: other.emails.board, name: "Bo", board: true } }),
  );
  const seenBy = async (email: string, slug: string, now: Date) => {
    const members = await createCaller({ email, now }).member.list({ company: slug });
    return new Map(members.map((member) => [member.email, member.lastHereOn]));
  };
  await createCaller({ email: company.emails.cto, now: new Date("2026-06-18T23:00:00Z") }).company.overview({
    company: company.slug,
  });
  await createCaller({ email: other.emails.board, now: new Date("2026-06-19T09:00:00Z") }).company.overview({
    company: other.slug,
  });
  const seen = await seenBy(company.emails.admin, company.slug, new Date("2026-06-20T09:00:00Z"));
  expect(seen.get(company.emails.cto)).toBe("2026-06-18");
  expect(seen.get(company.emails.admin)).toBe("2026-06-20");
  expect(seen.get(other.emails.board)).toBeNull();
});

test("of people without a role or a seat no visit is noted", async () => {
  const { member } = company.emails;
  await createCaller({ email: member, now: new Date("2026-06-21T09:00:00Z") }).company.overview({
    company: company.slug,
  });
  const rows = await adminQuery<{ last_here_on: Date | null }>("select last_here_on from member where email = $1", [
    member,
  ]);
  expect(rows).toEqual([{ last_here_on: null }]);
});

test("nothing that tells a browser or a network is a column of a session or a person", async () => {
  const columns = await adminQuery<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name in ('session', 'user')",
  );
  expect(columns.map(({ name }) => name).sort()).toEqual(
    ["id", "email", "email_verified"]
      .concat([
        "id",
        "token_hash",
        "user_id",
        "expires",
        "created_on",
        "last_used_on",
        "sign_on_company",
        "broke_glass_of",
      ])
      .sort(),
  );
});
