import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "../src/env.js";
import { root } from "./install.js";

const skipped = new Set(["node_modules", ".git", ".next", "generated", "data", "test-results"]);
function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
}
const sources = ["src", "scripts", "prisma", "e2e"]
  .filter((folder) => existsSync(path.join(root, folder)))
  .flatMap(filesUnder)
  .filter((file) => /\.(ts|tsx|js|sql)$/.test(file) && !/\.test\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

test("no secret has a default: without the environment the server does not start", () => {
  for (const name of [
    "TANDEM_MASTER_KEY",
    "NEXTAUTH_SECRET",
    "DATABASE_APP_URL",
    "DATABASE_BALLOT_URL",
    "DATABASE_TALLY_URL",
  ])
    expect(() => readEnv({})).toThrow(name);
});

test("no source file holds a literal that is given to something called a secret, a password or a key", () => {
  const literal =
    /(?:secret|password|passwd|apikey|api_key|private_?key|masterkey)["']?\s*[:=]\s*["'`][^"'`$\s{}<>]{8,}["'`]/i;
  const found = sources.flatMap((file) =>
    textOf(file)
      .split("\n")
      .filter((line) => literal.test(line) && !/\{|=>|z\./.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("no file holds a private key in PEM, and no .env file or key is part of the project", () => {
  const pem = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----\n/;
  expect(sources.filter((file) => pem.test(textOf(file)))).toEqual([]);
  const tracked = existsSync(path.join(root, ".git"))
    ? execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n")
    : readdirSync(root);
  expect(tracked.filter((name) => /(^|\/)\.env(\.|$)|\.(pem|key|p12|pfx)$|secrets\.json$/.test(name))).toEqual([]);
});

test("passwords that the demo makes for itself are random, and readable by their owner only", async () => {
  const { mkdtempSync, rmSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { readSecrets } = await import("./settings");
  const [one, other] = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), "tandem-secrets-")));
  try {
    const [first, second] = [readSecrets(one ?? ""), readSecrets(other ?? "")];
    expect(Buffer.from(first.masterKey, "base64")).toHaveLength(32);
    expect(first.masterKey).not.toBe(second.masterKey);
    expect(first.roles.app).not.toBe(second.roles.app);
    expect(statSync(path.join(one ?? "", "secrets.json")).mode & 0o777).toBe(0o600);
  } finally {
    for (const folder of [one, other]) rmSync(folder ?? "", { recursive: true, force: true });
  }
});
