import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { deploy } from "../migrations";
import { startPostgres } from "../postgres";
import { newRolePasswords, type RolePasswords } from "../roles";

export const templateName = "tandem_template";

export type TestServer = { adminUrl: string; passwords: RolePasswords };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Starts one PostgreSQL for the whole run and fills a template database, of which every test file gets a copy. */
export default async function setup(project: TestProject) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-test-"));
  // PostgreSQL's own user must be able to enter it.
  fs.chmodSync(dataDir, 0o711);
  const postgres = await startPostgres({ dataDir, durable: false });
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  await admin.query(`create database ${templateName}`);
  const template = new URL(postgres.adminUrl);
  template.pathname = `/${templateName}`;
  const passwords = newRolePasswords();
  await deploy(template.toString(), passwords);
  await admin.query(`alter database ${templateName} with is_template true allow_connections false`);
  await admin.end();
  project.provide("testServer", { adminUrl: postgres.adminUrl, passwords });
  return () => {
    // Nothing of it is kept: no orderly shutdown.
    process.kill(postgres.pid, "SIGKILL");
    fs.rmSync(postgres.folder, { recursive: true, force: true });
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
