import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";

// What Citus demands of a schema that is distributed by company_id, read from the catalog: a table, key, view or function
// added tomorrow is held to it too. See docs/operations.md.

/** Tables that belong to no company: who can sign in, the directory of companies, the demo's mail, the migrations. */
const directory = [
  "_prisma_migrations",
  "company",
  "outbox_mail",
  "session",
  "sign_in_request",
  "user",
  "verification_token",
];

type Key = { table: string; key: string; kind: string; first: string; refers: string | null; far: string | null };

const tenantTables = async () =>
  (
    await adminQuery<{ table: string }>(
      `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'company_id'
         and not a.attisdropped order by 1`,
    )
  ).map((row) => row.table);

/** Every constraint of a table with its first column, and of a foreign key the table and the column it refers to. */
const constraints = () =>
  adminQuery<Key>(
    `select c.relname as table, k.conname as key, k.contype as kind, near.attname as first, f.relname as refers,
       far.attname as far
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     left join pg_attribute near on near.attrelid = c.oid and near.attnum = k.conkey[1]
     left join pg_class f on f.oid = k.confrelid
     left join pg_attribute far on far.attrelid = f.oid and far.attnum = k.confkey[1]
     where c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );

const named = (keys: readonly Key[]) => keys.map(({ table, key }) => `${table}.${key}`);

test("every table belongs to a company, except the few that are listed", async () => {
  const all = await adminQuery<{ table: string }>(
    "select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  const tenant = await tenantTables();
  expect(tenant.length).toBeGreaterThan(15);
  expect(
    all
      .map((row) => row.table)
      .filter((table) => !tenant.includes(table))
      .sort(),
  ).toEqual(directory);
});

test("the company of a row is never empty", async () => {
  const nullable = await adminQuery(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'company_id'
       and (not a.attnotnull or a.atttypid <> 'uuid'::regtype)`,
  );
  expect(nullable).toEqual([]);
});

async function tenantKeys(): Promise<Key[]> {
  const tenant = await tenantTables();
  return (await constraints()).filter(({ table, kind }) => tenant.includes(table) && "pux".includes(kind));
}

const keysWithoutCompany = async () => named((await tenantKeys()).filter(({ first }) => first !== "company_id"));

test("every primary key and every unique key of a company's table starts with company_id", async () => {
  const tablesWithKey = (await tenantKeys()).filter(({ kind }) => kind === "p").map(({ table }) => table);
  expect(tablesWithKey).toEqual(await tenantTables());
  expect(await keysWithoutCompany()).toEqual([]);
});

const indexes = async () =>
  adminQuery<{ index: string; first: string | null }>(
    `select i.indexrelid::regclass::text as index, first.attname as first from pg_index i
     left join pg_attribute first on first.attrelid = i.indrelid and first.attnum = i.indkey[0]
     where i.indrelid = any($1::text[]::regclass[])`,
    [await tenantTables()],
  );

const indexesWithoutCompany = async () =>
  (await indexes()).filter(({ first }) => first !== "company_id").map(({ index }) => index);

test("every index of a company's table starts with company_id, so no search crosses companies", async () => {
  expect((await indexes()).length).toBeGreaterThan(15);
  expect(await indexesWithoutCompany()).toEqual([]);
});

async function tenantReferences(): Promise<Key[]> {
  const tenant = await tenantTables();
  return (await constraints()).filter(({ table, kind }) => kind === "f" && tenant.includes(table));
}

async function crossingReferences(): Promise<string[]> {
  const tenant = await tenantTables();
  const crossing = (await tenantReferences()).filter(({ first, refers, far }) => {
    const sameCompany = first === "company_id" && tenant.includes(refers ?? "") && far === "company_id";
    const ownCompany = first === "company_id" && refers === "company" && far === "id";
    return !sameCompany && !ownCompany;
  });
  return named(crossing);
}

test("a reference between two tables of a company carries the company on both sides", async () => {
  expect((await tenantReferences()).length).toBeGreaterThan(15);
  expect(await crossingReferences()).toEqual([]);
});

test("nothing outside a company refers into one", async () => {
  const tenant = await tenantTables();
  const inward = (await constraints()).filter(
    ({ table, refers }) => refers !== null && !tenant.includes(table) && tenant.includes(refers),
  );
  expect(named(inward)).toEqual([]);
});

test("no reference is emptied when its target goes: that would empty the company with it", async () => {
  const emptied = await adminQuery(
    `select conname from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])
       and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
    [await tenantTables()],
  );
  expect(emptied).toEqual([]);
});

const countingColumns = async () =>
  adminQuery(
    `select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.oid = any($1::text[]::regclass[]) and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval')`,
    [await tenantTables()],
  );

test("no table of a company counts: a sequence is one for all companies, and tells the order of rows", async () => {
  expect(await countingColumns()).toEqual([]);
});

test("whatever a statement joins, its rows are of one company: every policy says so, and a person's own memberships are the one exception", async () => {
  const policies = await adminQuery<{ policy: string; using: string; check: string | null }>(
    `select c.relname || '.' || p.polname as policy, pg_get_expr(p.polqual, p.polrelid) as using,
       pg_get_expr(p.polwithcheck, p.polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid order by 1`,
  );
  const [first] = policies;
  const own = policies.filter(({ using, check }) => using === check && /company_id = .*app\.company_id/.test(using));
  expect(new Set(own.map(({ using }) => using))).toEqual(new Set([first?.using]));
  expect(own.map(({ policy }) => policy.split(".")[0])).toEqual(await tenantTables());
  expect(policies.filter((policy) => !own.includes(policy)).map(({ policy }) => policy)).toEqual([
    "member.own_memberships",
  ]);
});

test("a view shows what its reader may see, and none is stored", async () => {
  const views = await adminQuery<{ view: string; options: string[] | null; kind: string }>(
    `select relname as view, reloptions as options, relkind as kind from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  );
  expect(views.filter(({ kind, options }) => kind === "m" || !options?.includes("security_invoker=true"))).toEqual([]);
});

test("no function looks past row-level security, three run as the owner and are bound by it, and one that reads a company's table is told which company", async () => {
  const functions = await adminQuery<{
    name: string;
    definer: boolean;
    trigger: boolean;
    inputs: string[] | null;
    body: string;
  }>(
    `select proname as name, prosecdef as definer, prorettype = 'trigger'::regtype as trigger, proargnames as inputs,
       prosrc as body
     from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
  );
  expect(functions.length).toBeGreaterThan(5);
  // Run as the owner, whom forced policies bind too; each names its company in every statement.
  expect(functions.filter(({ definer }) => definer).map(({ name }) => name)).toEqual([
    "delete_company",
    "erase_from_audit",
    "expire_cycle",
  ]);
  const tables = await tenantTables();
  const readers = functions.filter(({ body, trigger }) =>
    trigger ? false : tables.some((table) => new RegExp(`\\b(from|join|into|update)\\s+"?${table}\\b`, "i").test(body)),
  );
  const told = readers.filter(({ inputs }) => inputs?.[0] === "company");
  const enters = readers.filter(({ body }) => /set_config\('app\.company_id'/.test(body));
  expect(readers.filter((it) => !told.includes(it) && !enters.includes(it)).map(({ name }) => name)).toEqual([]);
});

test("these checks notice a table that would not do", async () => {
  await adminQuery(`create table stray (company_id uuid not null, id bigserial primary key, slug text unique,
    owner text references company (slug), note text)`);
  try {
    await adminQuery("create index stray_note on stray (note)");
    expect(await keysWithoutCompany()).toEqual(["stray.stray_pkey", "stray.stray_slug_key"]);
    expect(await crossingReferences()).toEqual(["stray.stray_owner_fkey"]);
    expect(await indexesWithoutCompany()).toHaveLength(3);
    expect(await countingColumns()).toHaveLength(1);
  } finally {
    await adminQuery("drop table stray");
  }
});
