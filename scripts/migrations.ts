import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { prepareJobQueues } from "./job-queues";
import { Problem } from "./problem";
import { ensureRoles, type RolePasswords, type RoleUrls, roleUrls } from "./roles";
import { allTables, migrationList, migrationsFolder, schemaFiles, withSchemaEngine } from "./schema-engine";

export type Deployed = { urls: RoleUrls; applied: string[]; notices: string[] };

const migrationLock = 360_360;

/** One migration at a time: a second process waits here until the first is through, then finds nothing to do. */
async function alone<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function applyAsOwner(ownerUrl: string): Promise<string[]> {
  const input = { migrationsList: migrationList(), filters: allTables };
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, (engine) => engine.applyMigrations(input));
  await prepareJobQueues(ownerUrl);
  return appliedMigrationNames;
}

/** Roles, tables and queues of a database, from whatever state it is in; the administrator's address is used for the roles only. */
export const deploy = (adminUrl: string, passwords: RolePasswords): Promise<Deployed> =>
  alone(adminUrl, async (client) => {
    const notices = await ensureRoles(client, passwords);
    const urls = roleUrls(adminUrl, passwords);
    return { urls, notices, applied: await applyAsOwner(urls.owner) };
  });

/** The same where an administrator has made the roles beforehand. */
export const deployAsOwner = (ownerUrl: string): Promise<string[]> => alone(ownerUrl, () => applyAsOwner(ownerUrl));

/** SQL that leads from the migrations to schema.prisma ("" if none), found in a throw-away database of a server that has the roles. */
export async function pendingSchemaChange(adminUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const name = `tandem_shadow_${randomBytes(6).toString("hex")}`;
  const shadow = new URL(adminUrl);
  shadow.pathname = `/${name}`;
  try {
    await admin.query(`create database ${name} template template0`);
    const migrationsList = migrationList();
    return await withSchemaEngine(shadow.toString(), async (engine) => {
      await engine.applyMigrations({ migrationsList, filters: allTables });
      const { stdout } = await engine.diff({
        from: { tag: "schemaDatasource", ...schemaFiles(), configDir: migrationsFolder },
        to: { tag: "schemaDatamodel", ...schemaFiles() },
        script: true,
        exitCode: null,
        filters: allTables,
      });
      return !stdout || stdout.includes("This is an empty migration") ? "" : stdout;
    });
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** Writes the next migration; null when schema.prisma and the migrations already agree. */
export async function createMigration(adminUrl: string, name: string): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Problem("Name the migration in lower case, for example add_seat_note.");
  const sql = await pendingSchemaChange(adminUrl);
  if (sql === "") return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join(migrationsFolder, `${stamp}_${name}`, "migration.sql");
  mkdirSync(path.dirname(file));
  writeFileSync(file, sql);
  return file;
}
