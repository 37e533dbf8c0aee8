import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exportParts } from "@/domain/company-export";
import { env } from "@/env.js";
import { withCompany } from "@/server/db/with-company";
import { withTally } from "@/server/db/with-tally";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { deleteCompany } from "./company-deletion";
import { applyRetention, runRetention } from "./retention";

const days = (count: number, from = testNow) => new Date(from.getTime() + count * 86_400_000);
let foreign: Awaited<ReturnType<typeof companyWithEveryRole>>;

beforeAll(async () => {
  foreign = await companyWithEveryRole("rights-foreign");
});

const rowsOf = async (companyId: string) => {
  const tables = await adminQuery<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'company_id'`,
  );
  let count = 0;
  for (const { name } of tables) {
    count += (await adminQuery(`select 1 from "${name}" where company_id = $1`, [companyId])).length;
  }
  return count;
};

describe("a company's file", () => {
  test("holds what admins may see, no score, no comment, nobody's rating and nobody's claim", async () => {
    const cycle = await countedTestCycle("export", { engineers: 9, ballots: 6 });
    const admin = callerFor(cycle.admin, testClosed).rights;
    await callerFor(cycle.admin, testClosed).cycle.release(cycle.ref);
    const key = { company: "export", name: "HR", scopes: ["scim" as const], days: 9 };
    const { token } = await callerFor(cycle.admin, testClosed).apiKey.create(key);
    const head = await admin.startExport({ company: "export" });
    const parts: Record<string, object[]> = {};
    for (const part of exportParts) parts[part] = await admin.exportPage({ company: "export", part, page: 0 });
    const text = JSON.stringify({ head, parts });
    expect(parts.members).toHaveLength(12);
    expect(parts.rosters).toHaveLength(9);
    expect(parts.apiKeys).toMatchObject([{ name: "HR", scopes: ["scim"], revokedAt: null }]);
    expect(text).not.toContain(token);
    expect(text).not.toContain("tokenHash");
    expect(parts.cycles?.[0]).toMatchObject({
      quarter: testQuarter,
      phase: "released",
      manifestHash: expect.any(String),
    });
    expect(parts.auditLog?.at(-1)).toMatchObject({ action: "company.export" });
    expect(text).not.toMatch(/comment \d|"claimed":(true|false)|invitationHash|blindedMessage|"answers"|dimensions/);
    expect(JSON.stringify(parts.rosters)).not.toContain("claimed");
  });

  test("is another company's to nobody", async () => {
    for (const email of Object.values(foreign.emails)) {
      const { rights } = callerFor(email, testNow);
      for (const call of [
        () => rights.startExport({ company: "export" }),
        () => rights.exportPage({ company: "export", part: "members", page: 0 }),
        () => rights.requestDeletion({ company: "export", name: "Company export" }),
        () => rights.retention({ company: "export" }),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
  });
});

describe("deleting a company", () => {
  let cycle: TestCycle;
  const admin = (at = testNow) => callerFor(cycle.admin, at);
  const keys = () => existsSync(join(env.TANDEM_DATA_DIR, "keys", cycle.companyId, cycle.cycleId));
  const queued = async (subject: RegExp) =>
    (await adminQuery<{ data: { subject: string } }>("select data from pgboss.job where name = 'mail'")).filter(
      ({ data }) => subject.test(data.subject),
    ).length;

  test("needs its name, tells everybody, and stops new cycles from opening", async () => {
    cycle = await openTestCycle("leaving", { engineers: 9 });
    await expect(admin().rights.requestDeletion({ company: "leaving", name: "Other" })).rejects.toThrow(/Type the/);
    const settings = { name: "Company leaving", contact: "hr@leaving.example", mailDomains: ["leaving.example"] };
    await admin().company.update({ company: "leaving", ...settings, timeZone: "Pacific/Auckland" });
    await admin().rights.requestDeletion({ company: "leaving", name: "company leaving" });
    expect(await queued(/Company leaving leaves Tandem on Monday 10 February 2031$/)).toBe(12);
    const pending = { dueAt: new Date("2031-02-10T10:00:00Z"), timeZone: "Pacific/Auckland" };
    expect((await admin().company.overview({ company: "leaving" })).deletion).toEqual(pending);
    expect((await callerFor(cycle.cto, testNow).company.overview({ company: "leaving" })).deletion).toBeNull();
    await admin(days(5)).cycle.create({ company: "leaving", quarter: "2031-Q2", closesAt: days(20) });
    await expect(admin(days(5)).cycle.open({ company: "leaving", quarter: "2031-Q2" })).rejects.toThrow(
      /Call that off/,
    );
  });

  test("does nothing before its day, and nothing once it was called off", async () => {
    await deleteCompany(cycle, days(6));
    expect(keys()).toBe(true);
    await admin(days(6)).rights.callOffDeletion({ company: "leaving" });
    expect(await queued(/Company leaving stays/)).toBe(12);
    await deleteCompany(cycle, days(8));
    expect(
      await withTally(
        cycle.companyId,
        (tx) => tx.$queryRaw`select delete_company(${cycle.companyId}::uuid, now()::timestamp) as gone`,
      ),
    ).toEqual([{ gone: false }]);
    expect(await withCompany(cycle, (tx) => tx.member.count())).toBe(12);
    expect((await admin(days(8)).rights.deletion({ company: "leaving" })).dueAt).toBeNull();
  });

  test("takes every row and every key on its day, an open cycle's too, and nothing of another company", async () => {
    const others = await rowsOf(foreign.companyId);
    await admin(days(8)).rights.requestDeletion({ company: "leaving", name: "Company leaving" });
    const jobs = await adminQuery<{ start: Date }>(
      "select start_after as start from pgboss.job where name = 'delete-company' and data ->> 'companyId' = $1 order by 1",
      [cycle.companyId],
    );
    expect(jobs.map(({ start }) => start)).toEqual([days(7), days(15)]);
    const engineer = "engineer1@leaving.example";
    const both = "engineer2@leaving.example";
    await adminQuery('insert into "user" (email) values ($1), ($2)', [engineer, both]);
    await withCompany(foreign, (tx) =>
      tx.member.create({ data: { companyId: foreign.companyId, email: both, name: "In two companies" } }),
    );
    await admin(days(14)).apiKey.create({ company: "leaving", name: "HR", scopes: ["scim"], days: 90 });
    await deleteCompany(cycle, days(15));
    expect(await adminQuery('select email from "user"')).toEqual([{ email: both }]);
    expect(await rowsOf(cycle.companyId)).toBe(0);
    expect(await adminQuery("select 1 from company where id = $1", [cycle.companyId])).toEqual([]);
    expect(keys()).toBe(false);
    await expect(admin(days(15)).company.overview({ company: "leaving" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await deleteCompany(cycle, days(15));
    expect(await rowsOf(foreign.companyId)).toBe(others + 1);
  });
});

describe("retention", () => {
  test("deletes results and roster of the oldest cycle and keeps its public record, and never one of the five newest", async () => {
    const cycle = await countedTestCycle("aged", { engineers: 9, ballots: 6 });
    const { companyId } = cycle;
    const place = { companyId, cycleId: cycle.cycleId };
    const expire = () =>
      withTally(
        companyId,
        (tx) => tx.$queryRaw`select expire_cycle(${companyId}::uuid, ${cycle.cycleId}::uuid, now()::timestamp) as gone`,
      );
    expect(await expire()).toEqual([{ gone: false }]);
    await withCompany(cycle, async (tx) => {
      await tx.cycle.update({
        where: { companyId_id: { companyId, id: cycle.cycleId } },
        data: { destroyedAt: testClosed },
      });
      await tx.cycle.createMany({
        data: Array.from({ length: 5 }, (_, index) => ({
          companyId,
          quarter: `203${2 + index}-Q1`,
          phase: "closed",
          opensAt: testNow,
          closesAt: testClosed,
          closedAt: days(index + 1, testClosed),
          destroyedAt: days(index + 1, testClosed),
        })),
      });
    });
    await applyRetention(companyId, 8, testClosed);
    expect(await withCompany(cycle, (tx) => tx.reportPart.count({ where: place }))).toBe(4);
    await applyRetention(companyId, 5, testClosed);
    const left = await withCompany(cycle, async (tx) => ({
      parts: await tx.reportPart.count({ where: place }),
      comments: await tx.comment.count({ where: place }),
      roster: await tx.rosterEntry.count({ where: place }),
      ledger: await tx.ledger.count({ where: place }),
      cycle: await tx.cycle.findUnique({ where: { companyId_id: { companyId, id: cycle.cycleId } } }),
    }));
    expect(left).toMatchObject({
      parts: 0,
      comments: 0,
      roster: 0,
      ledger: 1,
      cycle: { manifestHash: expect.any(String) },
    });
    expect(left.cycle?.expiredAt).toEqual(testClosed);
    const admin = callerFor(cycle.admin, testClosed).cycle;
    expect((await admin.get(cycle.ref)).expiredAt).toEqual(testClosed);
    expect((await admin.list({ company: "aged" })).filter(({ expiredAt }) => expiredAt !== null)).toHaveLength(1);
    expect((await callerFor(cycle.admin, testClosed).company.overview({ company: "aged" })).cycles).toHaveLength(5);
  });

  test("the night takes roster files of more than a week, expired sign-in links, and people who left and are on no roster", async () => {
    const { companyId, slug, emails } = await companyWithEveryRole("nightly");
    const at = (age: number) => days(-age);
    await withCompany({ companyId }, (tx) =>
      tx.rosterImport.createMany({
        data: [6, 8].map((age) => ({ companyId, fileName: `${age}.csv`, content: {}, createdAt: at(age) })),
      }),
    );
    await adminQuery("insert into verification_token (identifier, token_hash, expires) values ('a', 'b', $1)", [at(1)]);
    await runRetention(testNow);
    await withCompany({ companyId }, async (tx) => {
      expect((await tx.rosterImport.findMany()).map(({ fileName }) => fileName)).toEqual(["6.csv"]);
      expect((await tx.member.findMany()).map(({ email }) => email)).not.toContain(emails.member);
      expect(await tx.member.count()).toBe(4);
    });
    expect(await adminQuery("select 1 from verification_token where identifier = 'a'")).toEqual([]);
    expect((await callerFor(emails.admin, testNow).rights.retention({ company: slug })).cycles).toBe(8);
  });

  test("an admin sets it within its bounds, and that stands in the log", async () => {
    const { slug, emails } = await companyWithEveryRole("bounds");
    const { rights, audit } = callerFor(emails.admin, testNow);
    await expect(rights.setRetention({ company: slug, cycles: 4 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await rights.setRetention({ company: slug, cycles: 12 });
    expect((await rights.retention({ company: slug })).cycles).toBe(12);
    expect((await audit.list({ company: slug, page: 0 })).entries[0]).toMatchObject({
      action: "retention.set",
      subject: "12 cycles",
    });
  });
});
