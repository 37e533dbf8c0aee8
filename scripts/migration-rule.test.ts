import { describe, expect, test } from "vitest";
import { blockingStatements } from "./migration-rule";
import { migrationList } from "./schema-engine";

/**
 * Up to here no installation held data, and tables were changed at once. From the next migration on the rule of
 * docs/operations.md holds: expand, migrate, contract.
 */
const lastBeforeTheRule = "20261126000000";

/** Migrations that may block all the same, each with the reason: for example a table that nobody reads. */
const allowed: Record<string, string> = {};

const migrations = migrationList().migrationDirectories.map(({ path, migrationFile }) => ({
  name: path,
  sql: "content" in migrationFile && migrationFile.content.tag === "ok" ? migrationFile.content.value : "",
}));

test("no migration since the rule makes the running version wait or fail", () => {
  expect(migrations.length).toBeGreaterThan(5);
  expect(migrations.every(({ sql }) => sql !== "")).toBe(true);
  const bound = migrations.filter(({ name }) => name > lastBeforeTheRule && !(name in allowed));
  expect(bound.flatMap(({ name, sql }) => blockingStatements(sql).map((it) => ({ name, ...it })))).toEqual([]);
});

test("an exception names a migration that exists", () => {
  expect(Object.keys(allowed).filter((name) => !migrations.some((migration) => migration.name === name))).toEqual([]);
});

describe("the rule refuses what stops the running version", () => {
  test.each([
    ["ALTER TABLE cycle DROP COLUMN quarter", "contract"],
    ["DROP TABLE delivery", "contract"],
    ["ALTER TABLE cycle RENAME COLUMN quarter TO period", "old name"],
    ["ALTER TABLE member ALTER COLUMN name TYPE varchar(80)", "rewrites"],
    ["ALTER TABLE member ALTER COLUMN slices SET NOT NULL", "CHECK first"],
    ["ALTER TABLE member ADD COLUMN country text NOT NULL", "fails on rows"],
    ["ALTER TABLE member ADD COLUMN token uuid DEFAULT gen_random_uuid()", "rewrites"],
    ["ALTER TABLE commitment ADD CONSTRAINT x CHECK (state <> '')", "NOT VALID"],
    ['ALTER TABLE "member"\n  ADD CONSTRAINT x FOREIGN KEY (company_id) REFERENCES company (id)', "NOT VALID"],
    ["ALTER TABLE member ADD CONSTRAINT x UNIQUE (company_id, name)", "USING INDEX"],
    ['CREATE UNIQUE INDEX "x" ON "member"("company_id", "name")', "CONCURRENTLY"],
    ["UPDATE member SET slices = '{}'", "batches"],
    ["LOCK TABLE member", "exclusive"],
  ])("%s", (sql, why) => {
    expect(blockingStatements(`-- A comment; with a semicolon.\n${sql};`)).toEqual([
      { statement: expect.any(String), why: expect.stringContaining(why) },
    ]);
  });
});

test.each([
  "ALTER TABLE member ADD COLUMN country text",
  "ALTER TABLE member ADD COLUMN board boolean NOT NULL DEFAULT false",
  "ALTER TABLE member ADD CONSTRAINT x CHECK (name <> '') NOT VALID",
  "ALTER TABLE member VALIDATE CONSTRAINT x",
  "CREATE INDEX CONCURRENTLY x ON member (company_id, name)",
  "CREATE TABLE note (company_id uuid NOT NULL, id uuid NOT NULL); CREATE INDEX x ON note (company_id); ALTER TABLE note ADD CONSTRAINT y UNIQUE (company_id, id)",
  "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE member SET name = ''; DROP TABLE member; END $$",
  "GRANT SELECT ON member TO tandem_app",
])("the rule lets through what does not: %s", (sql) => {
  expect(blockingStatements(sql)).toEqual([]);
});

test("the rule is not blind to real files: it finds what the first migrations did before it held", () => {
  const found = migrations.filter(({ sql }) => blockingStatements(sql).length > 0).map(({ name }) => name);
  expect(found.some((name) => name.endsWith("shared_commitments_stay"))).toBe(true);
});
