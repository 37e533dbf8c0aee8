import { PgBoss } from "pg-boss";
import { expect, test } from "vitest";
import { env } from "@/env.js";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { jobsSchema } from "./queues";

test("the application's role runs the queue without being allowed to change its tables", async () => {
  const boss = new PgBoss({
    connectionString: env.DATABASE_APP_URL,
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    superviseIntervalSeconds: 1,
    maintenanceIntervalSeconds: 1,
  });
  const problems: unknown[] = [];
  boss.on("error", (error) => problems.push(error));
  await boss.start();
  const done = new Promise((resolve) => {
    boss.work("mail", { pollingIntervalSeconds: 0.5 }, async (jobs) => resolve(jobs[0]?.data));
  });
  await boss.send("mail", { to: "ada@example.test" });
  expect(await done).toEqual({ to: "ada@example.test" });
  expect(await boss.send("tally", {}, { singletonKey: "one cycle" })).not.toBeNull();
  expect(await boss.send("tally", {}, { singletonKey: "one cycle" })).toBeNull();
  await boss.supervise();
  await boss.schedule("close-due", "* * * * *");
  await boss.stop({ graceful: false });
  expect(problems).toEqual([]);
});

test("a job sent inside a transaction is there only if the transaction is kept", async () => {
  const company = await withDirectory((tx) =>
    tx.company.create({ data: { slug: "jobs", name: "Jobs", mailDomains: [], contact: "x" } }),
  );
  const count = () =>
    withDirectory((tx) => tx.$queryRaw<{ count: bigint }[]>`select count(*) from pgboss.job where name = 'destroy'`);
  const insert = (fail: boolean) =>
    withCompany({ companyId: company.id }, async (tx) => {
      await tx.$executeRaw`insert into pgboss.job (name, data) values ('destroy', '{}')`;
      if (fail) throw new Error("changed my mind");
    });
  await expect(insert(true)).rejects.toThrow("changed my mind");
  expect(await count()).toEqual([{ count: 0n }]);
  await insert(false);
  expect(await count()).toEqual([{ count: 1n }]);
});
