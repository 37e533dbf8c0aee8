import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./install.js";
import { Problem } from "./problem";
import { newRolePasswords, type RolePasswords, type RoleUrls } from "./roles";

type Secrets = { masterKey: string; nextAuthSecret: string; roles: RolePasswords };

export type Settings = { demo: boolean; port: number; url: string; dataDir: string; databaseUrl: string | null };

const given = (name: string) => process.env[name] || null;

/** A run without any setting is the demo; naming a database or a public address makes it a real installation. */
export function readSettings(): Settings {
  const port = Number(given("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`PORT must be a number from 1 to 65535, not "${given("PORT")}".`);
  const demoFlag = given("TANDEM_DEMO");
  const real = given("DATABASE_URL") ?? given("DATABASE_APP_URL") ?? given("TANDEM_URL");
  return {
    demo: demoFlag === null ? real === null : ["1", "true"].includes(demoFlag),
    port,
    url: (given("TANDEM_URL") ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    dataDir: path.resolve(root, given("TANDEM_DATA_DIR") ?? "data"),
    databaseUrl: given("DATABASE_URL"),
  };
}

/** In a real installation the two secrets come from the environment, so that they are not beside what they protect. */
export function assertSecretsGiven({ demo }: Settings): void {
  if (demo) return;
  const missing = ["TANDEM_MASTER_KEY", "NEXTAUTH_SECRET", "TANDEM_URL"].filter((name) => !given(name));
  if (missing.length === 0) return;
  throw new Problem(
    `A real installation needs ${missing.join(", ")} in the environment.\n` +
      "Make the two secrets with: openssl rand -base64 32   (and keep TANDEM_MASTER_KEY safe: without it no answer can be opened)\n" +
      "To only try Tandem: TANDEM_DEMO=1 npm start",
  );
}

/** Passwords of the database roles, and the demo's secrets; made once, readable by their owner only. */
export function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (!fs.existsSync(file)) {
    const secrets: Secrets = {
      masterKey: randomBytes(32).toString("base64"),
      nextAuthSecret: randomBytes(32).toString("base64"),
      roles: newRolePasswords(),
    };
    const unfinished = `${file}.${process.pid}`;
    fs.writeFileSync(unfinished, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
    fs.renameSync(unfinished, file);
  }
  return JSON.parse(fs.readFileSync(file, "utf8")) as Secrets;
}

/** Everything src/env.js wants to know, for the server and the seed. */
export function serverEnvironment(settings: Settings, secrets: Secrets, urls: RoleUrls): NodeJS.ProcessEnv {
  const { DATABASE_URL: _administrator, DATABASE_OWNER_URL: _owner, ...rest } = process.env;
  return {
    ...rest,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.port),
    TANDEM_URL: settings.url,
    NEXTAUTH_URL: given("NEXTAUTH_URL") ?? settings.url,
    TANDEM_DATA_DIR: settings.dataDir,
    TANDEM_DEMO: settings.demo ? "1" : "0",
    TANDEM_MASTER_KEY: given("TANDEM_MASTER_KEY") ?? secrets.masterKey,
    NEXTAUTH_SECRET: given("NEXTAUTH_SECRET") ?? secrets.nextAuthSecret,
    DATABASE_APP_URL: given("DATABASE_APP_URL") ?? urls.app,
    DATABASE_BALLOT_URL: given("DATABASE_BALLOT_URL") ?? urls.ballot,
    DATABASE_TALLY_URL: given("DATABASE_TALLY_URL") ?? urls.tally,
  };
}
