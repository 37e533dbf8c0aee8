import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { createMigration, deployAsOwner } from "./migrations";
import { startPostgres } from "./postgres";
import { messageOf, Problem } from "./problem";
import { ensureRoles, newRolePasswords } from "./roles";

const usage = `Usage:
  tsx scripts/migrate.ts deploy          brings the database of DATABASE_OWNER_URL up to date
  tsx scripts/migrate.ts create <name>   writes the migration that leads to prisma/schema.prisma`;

async function create(name: string): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-migrate-"));
  fs.chmodSync(dataDir, 0o711);
  const postgres = await startPostgres({ dataDir, durable: false });
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  try {
    await admin.connect();
    await ensureRoles(admin, newRolePasswords());
    const file = await createMigration(postgres.adminUrl, name);
    console.log(file ? `Written: ${file}` : "Nothing to do: the migrations already lead to prisma/schema.prisma.");
    if (file)
      console.log("New tables need their grants and row-level security added by hand; see 20261124120100_guards.");
  } finally {
    await admin.end();
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function deploy(): Promise<void> {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Problem("Set DATABASE_OWNER_URL to the address of the role tandem_owner.");
  const applied = await deployAsOwner(url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "Nothing to do: the database is up to date.");
}

const [command, name = ""] = process.argv.slice(2);
try {
  if (command === "deploy") await deploy();
  else if (command === "create") await create(name);
  else throw new Problem(usage);
} catch (error) {
  console.error(error instanceof Problem ? messageOf(error) : error);
  process.exitCode = 1;
}
