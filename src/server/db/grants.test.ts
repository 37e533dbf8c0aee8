import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { castBallot } from "./ballot-store";
import { appClient, ballotPool } from "./client";
import { anyBallot, makeCompany, makeOpenCycle, moveTo } from "./test-company";
import { withCompany } from "./with-company";
import { withTally } from "./with-tally";

test("the application can do nothing with ballots", async () => {
  const { tenant } = await makeCompany();
  const denied = /permission denied|denied access/i;
  await expect(withCompany(tenant, (tx) => tx.ballot.findMany())).rejects.toThrow(denied);
  await expect(withCompany(tenant, (tx) => tx.ballot.deleteMany())).rejects.toThrow(denied);
  await expect(withCompany(tenant, (tx) => tx.$queryRaw`select count(*) from ballot`)).rejects.toThrow(denied);
  await expect(
    withCompany(
      tenant,
      (tx) => tx.$queryRaw`select cast_ballot(null, null, null, null, 1, null, null, null, null, null)`,
    ),
  ).rejects.toThrow(denied);
});

test.each(["member", "roster_entry", '"user"', "session", "audit_entry", "attributed_rating", "report_part"])(
  "the ballot role cannot read %s",
  async (table) => {
    await expect(ballotPool().query(`select from ${table}`)).rejects.toThrow(/permission denied/);
  },
);

test.each([
  "delete from ballot",
  "update cycle set phase = 'open'",
  "insert into ledger values (null, null, '{}')",
  "create table x ()",
])("the ballot role may not: %s", async (sql) => {
  await expect(ballotPool().query(sql)).rejects.toThrow(/permission denied/);
});

test("the ballot role keeps failed statements and rows out of the server's log", async () => {
  const { rows } = await ballotPool().query(
    "select current_setting('log_error_verbosity') as verbosity, current_setting('log_min_error_statement') as statement",
  );
  expect(rows).toEqual([{ verbosity: "terse", statement: "panic" }]);
  const settings = await adminQuery<{ settings: string[] }>(
    "select setconfig as settings from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where rolname = 'tandem_ballot'",
  );
  expect(settings[0]?.settings).toEqual(
    expect.arrayContaining(["log_error_verbosity=terse", "log_min_error_statement=panic"]),
  );
});

test("the tally reads the ballots of its company, writes the results and empties the box", async () => {
  const cycle = await makeOpenCycle();
  const other = await makeOpenCycle();
  await castBallot(anyBallot(cycle));
  await castBallot(anyBallot(other));
  const { companyId, cycleId } = cycle;
  await moveTo(cycle, "closed");
  await withTally(companyId, async (tx) => {
    expect(await tx.ballot.count()).toBe(1);
    await tx.ledger.create({ data: { companyId, cycleId, content: {} } });
    await tx.reportPart.create({ data: { companyId, cycleId, part: "cto", content: {} } });
    await tx.comment.create({ data: { companyId, cycleId, seat: "cto", question: "start", text: "Hello" } });
    await tx.cycle.update({
      where: { companyId_id: { companyId, id: cycleId } },
      data: { phase: "released", releasedAt: new Date() },
    });
    await tx.rosterEntry.updateMany({ where: { cycleId }, data: { claimed: false, blindedMessageHash: null } });
    await tx.ballot.deleteMany({ where: { cycleId } });
  });
  expect(await withTally(other.companyId, (tx) => tx.ballot.count())).toBe(1);
  expect(await withCompany(cycle.tenant, (tx) => tx.reportPart.count())).toBe(1);
});

test("the tally cannot read addresses", async () => {
  const { companyId } = await makeCompany();
  await expect(withTally(companyId, (tx) => tx.member.findMany({ select: { email: true } }))).rejects.toThrow(
    /denied/i,
  );
  await expect(withTally(companyId, (tx) => tx.rosterEntry.findMany({ select: { name: true } }))).rejects.toThrow(
    /denied/i,
  );
  expect(await withTally(companyId, (tx) => tx.member.findMany({ select: { id: true, name: true } }))).toHaveLength(1);
});

test("the audit log can be added to, not changed and not thinned", async () => {
  const { tenant, companyId } = await makeCompany();
  await withCompany(tenant, (tx) => tx.auditEntry.create({ data: { companyId, actor: "ada", action: "cycle.open" } }));
  await expect(withCompany(tenant, (tx) => tx.auditEntry.deleteMany())).rejects.toThrow(/denied/i);
  await expect(withCompany(tenant, (tx) => tx.auditEntry.updateMany({ data: { actor: "eve" } }))).rejects.toThrow(
    /denied/i,
  );
});

test("the application's role can build nothing", async () => {
  await expect(appClient().$executeRawUnsafe("create table x ()")).rejects.toThrow(/denied/i);
});
