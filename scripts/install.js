// Plain JavaScript without any package: it runs before anything is installed, on the Node that happens to be there.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".tandem-installed");

/** The Node that the project brings along as a package. */
export const projectNode = path.join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

const wanted = () =>
  createHash("sha256")
    .update(fs.readFileSync(path.join(root, "package-lock.json")))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");

const runs = (/** @type {string} */ program) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;

/** Written by the postinstall script, thus by every complete `npm ci` or `npm install`, and lost by one that is interrupted. */
export const markInstalled = () => fs.writeFileSync(stamp, wanted());

/** @returns {"complete" | "missing" | "half" | "outdated"} */
export function installState() {
  if (!fs.existsSync(modules)) return "missing";
  if (!fs.existsSync(stamp)) return "half";
  if (fs.readFileSync(stamp, "utf8") !== wanted()) return "outdated";
  return runs(projectNode) ? "complete" : "half";
}

const reasons = {
  missing: "Installing the packages Tandem is made of (once, about a minute) …",
  half: "The last installation was not finished; installing the packages again …",
  outdated: "The list of packages has changed; installing them again …",
};

/** How to run npm: by the file that runs us, if npm does; never by a Node inside the folder that npm is about to delete. */
export function npmCommand(/** @type {string[]} */ ...rest) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return { program: process.env.npm_node_execpath ?? process.execPath, rest: [cli, ...rest] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", rest };
}

/** @returns {Promise<{ code: number, output: string }>} */
function npmCi() {
  const { program, rest } = npmCommand("ci", "--no-audit", "--no-fund", "--loglevel=error");
  // Prisma's packages would download a program that Tandem does not use.
  const env = {
    ...process.env,
    NODE_ENV: "",
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
  };
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, env, stdio: ["ignore", "inherit", "pipe"] });
    let output = "";
    child.stderr.on("data", (chunk) => {
      output += chunk;
      process.stderr.write(chunk);
    });
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function explain(/** @type {string} */ output) {
  if (/ENOSPC/.test(output)) return "The disk is full. Make room (about 1 GB is needed), then try again.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This folder may not be written to: ${root}. Give yourself the right, or clone Tandem elsewhere.`;
  if (/spawn .*ENOENT/.test(output)) return "npm was not found. It comes with Node: https://nodejs.org";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i.test(output)) {
    return "The package registry could not be reached. Tandem needs the internet once, to install; check the connection or the proxy, then try again.";
  }
  return "The packages could not be installed; npm says why above.";
}

/** Installs what is missing; throws with a message for the person at the keyboard if that fails. */
export async function ensureInstalled() {
  const state = installState();
  if (state === "complete") return;
  console.log(reasons[state]);
  const { code, output } = await npmCi();
  if (code !== 0) throw new Error(explain(output));
  if (!runs(projectNode)) {
    throw new Error(
      `Node 24 did not install into ${projectNode}. Its package needs its install script: see allowScripts in package.json.`,
    );
  }
  markInstalled();
}
