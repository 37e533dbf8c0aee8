import { appClient, ballotPool, tallyClient } from "./client";

/** Thrown at start when the database would not keep the promises of anonymity and tenancy. */
export class UnsafeDatabase extends Error {
  constructor(readonly problems: string[]) {
    super(
      `The database does not protect its companies and ballots:\n${problems.map((text) => `  - ${text}`).join("\n")}`,
    );
  }
}

// "MEMBER" also counts roles one could change into with SET ROLE.
const rolePowers = `
  select r.rolname as role, 'is or may become a superuser' as problem from pg_roles r
    where r.rolsuper and pg_has_role(current_user, r.oid, 'MEMBER')
  union select r.rolname, 'is or may become a role that bypasses row-level security' from pg_roles r
    where r.rolbypassrls and pg_has_role(current_user, r.oid, 'MEMBER')
  union select c.relname, 'is a table it owns' from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
      and pg_has_role(current_user, c.relowner, 'MEMBER')`;

const unprotectedTables = `
  select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname = 'public' and not (
      c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and pg_get_expr(p.polqual, p.polrelid) ~ 'app\\.company_id' and pg_get_expr(p.polwithcheck, p.polrelid) ~ 'app\\.company_id'))`;

const ballotPrivileges = `
  select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) privilege
    where has_table_privilege('ballot', privilege) or (privilege <> 'DELETE' and has_any_column_privilege('ballot', privilege))`;

type PowerRow = { role: string; problem: string };
const powerOn = (connection: string) => (row: PowerRow) => `the ${connection} connection: ${row.role} ${row.problem}`;

/**
 * Refuses (throws UnsafeDatabase) a database whose roles could look past row-level security, that has a company table
 * without a forced policy, or that lets the application touch ballots. The server calls it before it listens.
 */
export async function selfCheck(): Promise<void> {
  const app = appClient();
  const [appPowers, ballotPowers, tallyPowers, unprotected, privileges] = await Promise.all([
    app.$queryRawUnsafe<PowerRow[]>(rolePowers),
    ballotPool().query<PowerRow>(rolePowers),
    tallyClient().$queryRawUnsafe<PowerRow[]>(rolePowers),
    app.$queryRawUnsafe<{ table: string }[]>(unprotectedTables),
    app.$queryRawUnsafe<{ privilege: string }[]>(ballotPrivileges),
  ]);
  const problems = [
    ...appPowers.map(powerOn("application's")),
    ...ballotPowers.rows.map(powerOn("ballot")),
    ...tallyPowers.map(powerOn("tally")),
    ...unprotected.map((row) => `table ${row.table} has a company_id but no forced row-level security`),
    ...privileges.map((row) => `the application's role has ${row.privilege} on ballot`),
  ];
  if (problems.length > 0) throw new UnsafeDatabase(problems);
}
