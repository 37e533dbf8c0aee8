import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { codeOf, messageOf, Problem } from "./problem";

/** owner: tables, for migrations. app: the application. ballot: the casting endpoint. tally: counting and destruction. */
const roleNames = ["owner", "app", "ballot", "tally"] as const;
type RoleName = (typeof roleNames)[number];
export type RolePasswords = Record<RoleName, string>;
export type RoleUrls = Record<RoleName, string>;

export const newRolePasswords = (): RolePasswords => {
  const password = () => randomBytes(24).toString("hex");
  return { owner: password(), app: password(), ballot: password(), tally: password() };
};

/** The address of the same database for another role. */
export function roleUrls(adminUrl: string, passwords: RolePasswords): RoleUrls {
  const urlOf = (role: RoleName) => {
    const url = new URL(adminUrl);
    url.username = `tandem_${role}`;
    url.password = passwords[role];
    return url.toString();
  };
  return { owner: urlOf("owner"), app: urlOf("app"), ballot: urlOf("ballot"), tally: urlOf("tally") };
}

/** SCRAM-SHA-256 verifier (RFC 5803): the password itself never reaches the server, its log or its statistics. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$4096:${salt.toString("base64")}$${storedKey}:${hmac("Server Key").toString("base64")}`;
}

async function ensureRole(client: pg.Client, role: RoleName, password: string): Promise<void> {
  const name = `tandem_${role}`;
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount === 0) await client.query(`create role ${name} login`);
  await client.query(`alter role ${name} password '${scramVerifier(password)}'`);
  await client.query(`alter role ${name} set timezone = 'UTC'`);
  await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '10min'`);
}

/** A failed statement on these roles must not put a row of a ballot into the server's log. Only a superuser may say so. */
async function quietRole(client: pg.Client, role: RoleName): Promise<boolean> {
  try {
    await client.query(`alter role tandem_${role} set log_error_verbosity = 'terse'`);
    await client.query(`alter role tandem_${role} set log_min_error_statement = 'panic'`);
    return true;
  } catch (error) {
    if (codeOf(error) === "42501") return false;
    throw error;
  }
}

/** Makes the four roles of a database and lets the owner build in it; says what is left to the server's administrator. */
export async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<string[]> {
  const notices: string[] = [];
  try {
    for (const role of roleNames) await ensureRole(client, role, passwords[role]);
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const database = pg.escapeIdentifier(rows[0]?.name ?? "");
    await client.query(`grant create, temporary on database ${database} to tandem_owner`);
    await client.query("grant usage, create on schema public to tandem_owner");
  } catch (error) {
    throw new Problem(
      `The database roles of Tandem could not be made (${messageOf(error)}).\n` +
        "DATABASE_URL must name a superuser or a role with CREATEROLE that owns the database; see docs/operations.md.",
    );
  }
  for (const role of ["ballot", "tally"] as const) {
    if (await quietRole(client, role)) continue;
    notices.push(
      `Only a superuser may keep failed statements of tandem_${role} out of the server's log. Have one run: ` +
        `ALTER ROLE tandem_${role} SET log_error_verbosity = 'terse'; ALTER ROLE tandem_${role} SET log_min_error_statement = 'panic';`,
    );
  }
  return notices;
}
