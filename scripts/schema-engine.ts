import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import pg from "pg";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const migrationsFolder = path.join(root, "prisma", "migrations");
const schemaFile = path.join(root, "prisma", "schema.prisma");

export const allTables = { externalTables: [], externalEnums: [] };

export const schemaFiles = (): SchemasContainer => ({
  files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }],
});

/** prisma/migrations as Prisma's engine wants it, in order of name. */
export function migrationList(): MigrationList {
  const folders = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: folders.map((folder) => ({
      path: folder,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(migrationsFolder, folder, "migration.sql"), "utf8") },
      },
    })),
  };
}

const charType = 18;
const charArrayType = 1002;

/**
 * Two things the engine needs and the adapter lacks: PostgreSQL's one-byte type "char" of the catalogs, and scripts
 * sent whole, as Prisma's command line does (the adapter cuts at every semicolon, also inside functions).
 */
class MigrationAdapter extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
    const query: unknown = pool.query;
    const disguised = async (...given: unknown[]): Promise<pg.QueryResult> => {
      const result: pg.QueryResult = await Reflect.apply(query as typeof pool.query, pool, given);
      for (const field of result.fields ?? []) if (field.dataTypeID === charType) field.dataTypeID = charArrayType;
      return result;
    };
    Object.defineProperty(pool, "query", { value: disguised });
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const { Character, CharacterArray } = ColumnTypeEnum;
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
    };
    adapter.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return adapter;
  }
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

// The bindings keep one instance in a module variable: a second one would break the first.
let loaded: Promise<Bindings> | undefined;

async function loadBindings(): Promise<Bindings> {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const program = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(program, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/** Prisma's own schema engine in WebAssembly: its command line would download a program, which fails in closed networks. */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadBindings();
  const { SchemaEngine: Engine } = await loaded;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool));
    return await work(await Engine.new({ datamodels: undefined }, () => undefined, adapter));
  } finally {
    await pool.end();
  }
}
