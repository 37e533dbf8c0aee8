import { beforeAll, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { destroyCycle } from "@/server/tally/commands";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { getPublicRecord } from "../cycle/record";

const slug = "erasure";
const after = (days: number) => new Date(testClosed.getTime() + days * 86_400_000);
const engineer = "engineer2@erasure.example";
const secondAdmin = "second@erasure.example";
let cycle: Awaited<ReturnType<typeof countedTestCycle>>;
const admin = () => callerFor(cycle.admin, after(9));
const erase = (email: string) => admin().rights.erase({ company: slug, email });
const record = async () => JSON.stringify(await getPublicRecord(`${slug}-2031-q1`));

/** Every row of the company as text, without its write-once public manifest. */
async function everything(): Promise<string> {
  const tables = await adminQuery<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'company_id' order by 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await adminQuery(`select to_jsonb(t) - 'manifest' as row from "${name}" as t where company_id = $1`, [
      cycle.companyId,
    ]);
    texts.push(`${name}: ${JSON.stringify(rows)}`);
  }
  return texts.join("\n");
}

beforeAll(async () => {
  cycle = await countedTestCycle(slug, { engineers: 9, ballots: 6 });
  await admin().member.invite({ company: slug, email: secondAdmin, name: "Sam Second", admin: true, board: true });
  await callerFor(secondAdmin, after(0)).event.add({ company: slug, quarter: "2031-Q1", label: "Sam Second joined" });
}, 90_000);

test("while a cycle knows them and still has its ballots, they are not erased, and it is said why", async () => {
  await expect(erase(engineer)).rejects.toThrow(/Q1 2031 still has its sealed ballots.*seven days after it closes/s);
  await expect(erase(cycle.cto)).rejects.toThrow(/holds a seat/);
  await expect(erase(cycle.admin)).rejects.toThrow(/your own address/);
  await expect(callerFor(secondAdmin, after(9)).rights.erase({ company: slug, email: cycle.admin })).rejects.toThrow(
    /is the company's contact/,
  );
  await expect(erase("nobody@erasure.example")).rejects.toThrow(/Nobody here/);
});

test("after destruction an engineer goes from members, rosters and mails, and no published count changes", async () => {
  await admin().cycle.release(cycle.ref);
  await destroyCycle(cycle, after(8));
  const published = await record();
  expect(await everything()).toContain(engineer);
  await erase(engineer);
  expect(await everything()).not.toMatch(/engineer2@|engineer 2\b/);
  expect(await record()).toBe(published);
  expect(await withCompany(cycle, (tx) => tx.rosterEntry.count())).toBe(9);
  await expect(callerFor(engineer, after(9)).company.overview({ company: slug })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(erase(engineer)).rejects.toThrow(/Nobody here/);
});

test("a leader goes too: their report shows no name, their ratings and words are gone, the stored bytes stay", async () => {
  await callerFor(cycle.cto, after(9)).statement.save({ ...cycle.ref, seat: "cto", text: "Heard." });
  const stored = () =>
    adminQuery("select content::text from report_part where company_id = $1 order by part", [cycle.companyId]);
  const before = await stored();
  await admin().seat.vacate({ company: slug, seat: "cto" });
  await erase(cycle.cto);
  const page = JSON.stringify(await callerFor(cycle.vpe, after(9)).report.board(cycle.ref));
  expect(page).not.toContain("Carla Cto");
  expect(page).not.toContain("Heard.");
  expect(await stored()).toEqual(before);
  const left = (await everything()).split("\n").filter((table) => /Carla Cto|cto@erasure/.test(table));
  expect(left.map((table) => table.split(":", 1)[0])).toEqual(["report_part"]);
});

test("an admin goes from the audit log under a stable pseudonym, and the chain holds", async () => {
  const { pseudonym } = await erase(secondAdmin);
  expect(pseudonym).toMatch(/^Former member [0-9a-f]{8}$/);
  expect(await everything()).not.toMatch(/second@erasure|Sam Second"/);
  const log = await admin().audit.export({ company: slug });
  expect(log.chain).toEqual({ kind: "intact" });
  expect(log.lines.filter(({ actor }) => actor === pseudonym).map(({ action }) => action)).toEqual(["event.add"]);
  expect(log.lines.filter(({ action }) => action === "member.erase").map(({ subject }) => subject)).toContain(
    pseudonym,
  );
  expect(JSON.stringify(log)).not.toMatch(/engineer2@|cto@erasure|Sam Second/);
});

test("somebody who is still a member cannot be made to disappear from the log", async () => {
  await expect(
    withCompany(
      cycle,
      (tx) => tx.$queryRaw`select erase_from_audit(${cycle.companyId}::uuid, ${[cycle.admin]}::text[], '{}', 'nobody')`,
    ),
  ).rejects.toThrow(/is a member/);
  const foreign = await companyWithEveryRole("erasure-log");
  await expect(
    withCompany(
      foreign,
      (tx) => tx.$queryRaw`select erase_from_audit(${cycle.companyId}::uuid, '{x}', '{}', 'nobody')`,
    ),
  ).rejects.toThrow(/another company/);
});

test("nobody of another company erases anybody here", async () => {
  const foreign = await companyWithEveryRole("erasure-foreign");
  for (const email of Object.values(foreign.emails)) {
    await expect(
      callerFor(email, after(9)).rights.erase({ company: slug, email: "engineer3@erasure.example" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
