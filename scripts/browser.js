import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectNode, root } from "./install.js";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const works = (/** @type {string} */ file) =>
  spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;

/** Browsers that Playwright has downloaded before, the newest first. */
function playwrightBrowsers() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    path.join(os.homedir(), process.platform === "darwin" ? "Library/Caches/ms-playwright" : ".cache/ms-playwright");
  if (!fs.existsSync(cache)) return [];
  const builds = fs
    .readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse();
  const programs = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ];
  return builds.flatMap((build) => programs.map((program) => path.join(cache, build, program)));
}

/** The path of a Chromium that runs on this machine, or null. CHROMIUM_PATH comes first. */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  const candidates = [...(given ? [given] : []), ...usualPlaces, ...playwrightBrowsers()];
  return candidates.find((file) => fs.existsSync(file) && works(file)) ?? null;
}

const attempt = (/** @type {string} */ program, /** @type {string[]} */ rest) =>
  spawnSync(program, rest, { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeout: 300_000 }).status === 0;

/** Finds a Chromium or tries to install one; throws with what to do where neither works. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log("No Chromium found; asking Playwright for one …");
  attempt(projectNode, [path.join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"]);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    console.log("Playwright could not download one; asking the system's packages …");
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium was found and none could be installed. Install one (on Debian: apt-get install chromium;\n" +
      "elsewhere: npx playwright install --with-deps chromium) or name yours: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}
