import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { jobsSchema } from "../src/server/jobs/queues";
import { root } from "./install.js";
import { Problem } from "./problem";

async function countCompanies(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>("select count(*) from company");
  return Number(rows[0]?.count);
}

/** A company goes as it does for its admins: it is due, and then the one function that may deletes it. */
async function clearCompanies(app: pg.Client, tallyUrl: string | undefined): Promise<void> {
  await app.query("update company set deletion_due_at = now() at time zone 'UTC'");
  const { rows } = await app.query<{ id: string }>("select id from company");
  const tally = new pg.Client({ connectionString: tallyUrl });
  await tally.connect();
  try {
    for (const { id } of rows) await tally.query("select delete_company($1, 'infinity')", [id]);
  } finally {
    await tally.end();
  }
}

/** Fills the demo on its first run. A seed that was interrupted is cleared away and begun again; a filled database is left alone. */
export async function seedDemo(env: NodeJS.ProcessEnv, dataDir: string, signal: AbortSignal): Promise<void> {
  const begun = path.join(dataDir, "demo-seed-begun");
  const client = new pg.Client({ connectionString: env.DATABASE_APP_URL });
  await client.connect();
  try {
    // The note is written only beside an empty database, so what is there now came from that seed.
    if (fs.existsSync(begun)) {
      await clearCompanies(client, env.DATABASE_TALLY_URL);
      await client.query('delete from "user"');
      await client.query("delete from outbox_mail");
      await client.query(`delete from ${jobsSchema}.job`);
    }
    if ((await countCompanies(client)) > 0) return;
  } finally {
    await client.end();
  }
  fs.writeFileSync(begun, "");
  console.log("Filling the demo (once) …");
  const child = spawn(process.execPath, ["--import", "tsx", "prisma/seed.ts"], {
    cwd: root,
    env,
    stdio: "inherit",
    signal,
  });
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0)
    throw new Problem("The demo could not be filled; the reason is above. npm start tries again from the beginning.");
  fs.rmSync(begun);
}
