import pg from "pg";
import { deploy, deployAsOwner } from "./migrations";
import { type RunningPostgres, startPostgres } from "./postgres";
import { messageOf, Problem } from "./problem";
import type { RolePasswords, RoleUrls } from "./roles";
import type { Settings } from "./settings";

export type PreparedDatabase = { urls: RoleUrls; postgres: RunningPostgres | null };

/** The address of the database tandem on the built-in server; the database is made if there is none. */
async function ownDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = 'tandem'");
  if (rowCount === 0) await client.query("create database tandem");
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = "/tandem";
  return url.toString();
}

/** Four addresses given by an administrator who has made the roles. */
function givenUrls(): RoleUrls | null {
  const {
    DATABASE_OWNER_URL: owner,
    DATABASE_APP_URL: app,
    DATABASE_BALLOT_URL: ballot,
    DATABASE_TALLY_URL: tally,
  } = process.env;
  return owner && app && ballot && tally ? { owner, app, ballot, tally } : null;
}

async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    if (Number(rows[0]?.version) < 150_000) throw new Error("PostgreSQL 15 or newer is needed");
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Problem(`The database ${pathname.slice(1)} on ${host} cannot be used: ${messageOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the built-in PostgreSQL, or turns to the given one, and brings roles, tables and queues up to date. */
export async function prepareDatabase(
  settings: Settings,
  passwords: RolePasswords,
  port?: number,
): Promise<PreparedDatabase> {
  const urls = givenUrls();
  if (urls) {
    console.log("Bringing the database up to date …");
    await assertReachable(urls.owner);
    await deployAsOwner(urls.owner);
    return { urls, postgres: null };
  }
  if (settings.databaseUrl) await assertReachable(settings.databaseUrl);
  else console.log("Starting the built-in PostgreSQL …");
  const postgres = settings.databaseUrl
    ? null
    : await startPostgres({ dataDir: settings.dataDir, ...(port === undefined ? {} : { port }) });
  try {
    if (postgres?.notice) console.log(`  ${postgres.notice}`);
    console.log("Bringing the database up to date …");
    const adminUrl = postgres ? await ownDatabase(postgres.adminUrl) : (settings.databaseUrl ?? "");
    const deployed = await deploy(adminUrl, passwords);
    for (const name of deployed.applied) console.log(`  applied ${name}`);
    for (const notice of deployed.notices) console.warn(`  ${notice}`);
    return { urls: deployed.urls, postgres };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}
