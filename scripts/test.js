// `npm test`: plain JavaScript, because it installs the packages first. Every step runs, whatever became of those before it.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBrowser } from "./browser.js";
import { ensureInstalled, projectNode, root } from "./install.js";
import { playwrightCounts, vitestCounts } from "./test-counts.js";

/** @typedef {import("./test-counts.js").Counts} Counts */

const reports = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-reports-"));
/** @type {{ name: string, seconds: number, counts: Counts }[]} */
const results = [];
/** @type {import("node:child_process").ChildProcess | undefined} */
let current;

const binFolder = path.join(root, "node_modules", ".bin");
const environment = {
  ...process.env,
  PATH: `${binFolder}${path.delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
};

/** Ends a step with everything it started. */
function endCurrent() {
  if (!current?.pid) return;
  try {
    process.kill(-current.pid, "SIGKILL");
  } catch {}
}

/**
 * Runs a program of the project; true if it succeeded within its time.
 * @returns {Promise<boolean>}
 */
function run(/** @type {string} */ program, /** @type {string[]} */ rest, { minutes = 5, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: "inherit",
      detached: true,
    });
    current = child;
    const limit = setTimeout(() => {
      console.error(`Stopped after ${minutes} minutes.`);
      endCurrent();
    }, minutes * 60_000);
    child.on("error", (error) => {
      console.error(error.message);
      clearTimeout(limit);
      resolve(false);
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });
}

async function step(/** @type {string} */ name, /** @type {() => Promise<Counts>} */ work) {
  console.log(`\n━━━ ${name} ${"━".repeat(Math.max(3, 72 - name.length))}\n`);
  const begun = Date.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1 };
  }
  results.push({ name, seconds: Math.round((Date.now() - begun) / 1000), counts });
  return counts.failed === 0;
}

/** A check that passes or fails as a whole. */
const check = (/** @type {string} */ name, /** @type {string} */ program, /** @type {string[]} */ ...rest) =>
  step(name, async () => ((await run(program, rest)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));

async function unitTests() {
  const file = path.join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return vitestCounts(file, await run("vitest", ["run", ...reporters], { minutes: 9, env: { NODE_ENV: "test" } }));
}

const hasStories = () =>
  fs.existsSync(path.join(root, "e2e")) &&
  fs.readdirSync(path.join(root, "e2e"), { recursive: true }).some((name) => String(name).endsWith(".spec.ts"));

async function stories() {
  const file = path.join(reports, "playwright.json");
  const env = { CHROMIUM_PATH: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return playwrightCounts(file, await run("playwright", ["test", "--reporter=list,json"], { minutes: 12, env }));
}

function summarize() {
  console.log(`\n━━━ Summary ${"━".repeat(65)}\n`);
  for (const { name, seconds, counts } of results) {
    const note = counts.note ? `, ${counts.note}` : "";
    console.log(
      `${counts.failed === 0 ? "✓" : "✗"} ${name.padEnd(36)} ${counts.passed} passed, ${counts.failed} failed${note} (${seconds} s)`,
    );
  }
  const passed = results.reduce((sum, result) => sum + result.counts.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.counts.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    endCurrent();
    process.exit(130);
  });
}

try {
  await ensureInstalled();
  await check("Database client", projectNode, "--import", "tsx", "scripts/generate.ts");
  await check("Format and lint", "biome", "check", ".");
  await check("Types", "tsc", "--noEmit");
  await check("Unused code and packages", "knip");
  const built = await check("Build", projectNode, "--import", "tsx", "scripts/build-if-needed.ts");
  await step("Unit and server tests", unitTests);
  if (!hasStories()) console.log("\nNo stories in e2e yet.");
  else if (built) await step("Stories in a browser", stories);
  else await step("Stories in a browser", () => Promise.reject(new Error("Not run: the build failed.")));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  results.push({ name: "Installation", seconds: 0, counts: { passed: 0, failed: 1 } });
}
fs.rmSync(reports, { recursive: true, force: true });
summarize();
