import { expect, test } from "vitest";
import { jobsSchema, queueNames } from "../src/server/jobs/queues";
import { deployAsOwner, pendingSchemaChange } from "./migrations";
import { adminQuery } from "./testing/admin-query";

const setting = (name: string) => process.env[name] ?? "";

test("the migrations lead to prisma/schema.prisma and no further", async () => {
  expect(await pendingSchemaChange(setting("TEST_ADMIN_URL"))).toBe("");
}, 60_000);

test("three deployments at once apply nothing twice", async () => {
  const url = setting("DATABASE_OWNER_URL");
  const applied = await Promise.all([1, 2, 3].map(() => deployAsOwner(url)));
  expect(applied).toEqual([[], [], []]);
  const rows = await adminQuery<{ name: string; done: boolean }>(
    "select migration_name as name, finished_at is not null as done from _prisma_migrations",
  );
  expect(rows.every((row) => row.done)).toBe(true);
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
}, 60_000);

test("the tables belong to the owner, and none of the server's roles owns anything", async () => {
  const owners = await adminQuery<{ owner: string }>(
    "select distinct tableowner as owner from pg_tables where schemaname in ('public', $1)",
    [jobsSchema],
  );
  expect(owners).toEqual([{ owner: "tandem_owner" }]);
});

test("every queue exists with its options", async () => {
  const rows = await adminQuery<{ name: string }>(
    `select name from ${jobsSchema}.queue where name !~ '^__' order by name`,
  );
  expect(rows.map((row) => row.name)).toEqual([...queueNames].sort());
});
