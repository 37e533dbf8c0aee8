import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { roleUrls } from "../roles";
import { templateName } from "./postgres-for-tests";

const { adminUrl, passwords } = inject("testServer");
const name = `test_${randomBytes(6).toString("hex")}`;
const database = new URL(adminUrl);
database.pathname = `/${name}`;

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await onServer(`create database ${name} template ${templateName} strategy file_copy`);

const dataDir = path.join(os.tmpdir(), `tandem-${name}`);
const urls = roleUrls(database.toString(), passwords);
// Set before the test file is loaded: src/env.js reads them at first use.
Object.assign(process.env, {
  NODE_ENV: "test",
  TANDEM_URL: "http://localhost:3000",
  TANDEM_DATA_DIR: dataDir,
  TANDEM_MASTER_KEY: randomBytes(32).toString("base64"),
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  NEXTAUTH_URL: "http://localhost:3000",
  TEST_ADMIN_URL: database.toString(),
  DATABASE_OWNER_URL: urls.owner,
  DATABASE_APP_URL: urls.app,
  DATABASE_BALLOT_URL: urls.ballot,
  DATABASE_TALLY_URL: urls.tally,
});
afterAll(async () => {
  const { disconnectDatabase } = await import("../../src/server/db/client");
  await disconnectDatabase();
  fs.rmSync(dataDir, { recursive: true, force: true });
  await onServer(`drop database ${name} with (force)`);
});
