import pg from "pg";

/** One row as text, with the two columns that PostgreSQL adds to every row. */
export type Row = Record<string, string | null>;
export type Dump = { moment: Moment; tables: Record<string, Row[]> };
export type Moment = "opened" | "half" | "cast" | "tallied" | "destroyed";

/** When and where in the log of the database each transaction committed. */
export type CommitLog = Map<string, { position: number; time: string }>;

/** (12,7) → a number that orders places in a table. */
export function placeOf(ctid: string | null): number | null {
  const match = /^\((\d+),(\d+)\)$/.exec(ctid ?? "");
  return match ? Number(match[1]) * 65_536 + Number(match[2]) : null;
}

type Column = { table: string; schema: string; column: string; type: string };

const columnsSql = `
  select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
  order by 1, 2, c.ordinal_position`;

const quote = pg.escapeIdentifier;

/** Whose copy it is: rows of other companies hold nothing of its people, and 200 cycles of them would fill the memory. */
export type Attacked = { companyId: string; domain: string };

function selectOf(columns: Column[], attacked: Attacked | null, version: number): string {
  const [first] = columns;
  if (!first) throw new Error("a table has columns");
  const wanted = columns.map(({ column }) => `t.${quote(column)}::text as ${quote(column)}`);
  // Where a long value lies in its side table is numbered in the order of writing, like the row itself.
  const long = columns.filter(({ type }) => type === "bytea" && version >= 170_000);
  const chunks = long.map(
    ({ column }) => `pg_column_toast_chunk_id(t.${quote(column)})::text as ${quote(`${column}_chunk`)}`,
  );
  const { schema, table } = first;
  const own = columns.some(({ column }) => column === "company_id");
  const where = !attacked
    ? ""
    : own
      ? `where company_id = '${attacked.companyId}'`
      : `where t::text like '%${attacked.companyId}%' or t::text like '%@${attacked.domain}%'`;
  return (
    `select t.xmin::text as xmin, t.ctid::text as ctid, ${[...wanted, ...chunks].join(", ")} ` +
    `from ${quote(schema)}.${quote(table)} t ${where}`
  );
}

/** Every row of every table that holds something of a company, with ctid and xmin, as superuser; null: every row there is. */
export async function dumpDatabase(url: string, moment: Moment, attacked: Attacked | null): Promise<Dump> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: columns } = await client.query<Column>(columnsSql);
    const { rows: versions } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const version = Number(versions[0]?.version);
    const byTable = new Map<string, Column[]>();
    for (const column of columns) {
      const name = column.schema === "public" ? column.table : `${column.schema}.${column.table}`;
      byTable.set(name, [...(byTable.get(name) ?? []), column]);
    }
    const tables: Dump["tables"] = {};
    for (const [table, its] of byTable) {
      tables[table] = (await client.query<Row>(selectOf(its, attacked, version))).rows;
    }
    return { moment, tables };
  } finally {
    await client.end();
  }
}

/** Where the database's log stands now. */
export async function walPosition(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ lsn: string }>("select pg_current_wal_insert_lsn()::text as lsn");
    return rows[0]?.lsn ?? "0/0";
  } finally {
    await client.end();
  }
}

/** Commits since a position, read with pg_walinspect; null where the server does not have that extension. */
export async function readCommits(url: string, from: string): Promise<CommitLog | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query("select from pg_available_extensions where name = 'pg_walinspect'");
    if (known.rowCount === 0) return null;
    await client.query("create extension if not exists pg_walinspect");
    // The insert position is ahead of what was written out; a checkpoint writes all of it.
    await client.query("checkpoint");
    const { rows } = await client.query<{ xid: string; position: string; description: string }>(
      `select xid::text, (start_lsn - '0/0'::pg_lsn)::text as position, description
       from pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
       where resource_manager = 'Transaction' and record_type like 'COMMIT%'`,
      [from],
    );
    const timeOf = (text: string) => /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+/.exec(text)?.[0] ?? "";
    return new Map(
      rows.map(({ xid, position, description }) => [xid, { position: Number(position), time: timeOf(description) }]),
    );
  } finally {
    await client.end();
  }
}
