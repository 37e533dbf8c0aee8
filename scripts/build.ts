import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { npmCommand, root } from "./install.js";
import { Problem } from "./problem";

const stamp = path.join(root, ".next", "tandem-sources");
const results = [".next/BUILD_ID", "public/ballot/index.html", "src/generated/prisma/client.ts"];
const sources = ["src", "public", "prisma/schema.prisma", "package-lock.json", "next.config.js", "postcss.config.js"];
const notSources = [path.join("src", "generated"), path.join("public", "ballot")];

function filesOf(relative: string): string[] {
  const absolute = path.join(root, relative);
  if (notSources.includes(relative) || !fs.existsSync(absolute)) return [];
  if (!fs.statSync(absolute).isDirectory()) return /\.test\.tsx?$/.test(relative) ? [] : [relative];
  return fs
    .readdirSync(absolute)
    .sort()
    .flatMap((name) => filesOf(path.join(relative, name)));
}

/** One fingerprint of everything the build reads. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesOf)) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

export const isBuilt = (): boolean =>
  results.every((file) => fs.existsSync(path.join(root, file))) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, "utf8") === sourcesHash();

/** Runs `npm run build` and remembers what it was made from; its output is shown only if it fails. */
export async function build(signal?: AbortSignal): Promise<void> {
  const hash = sourcesHash();
  fs.rmSync(stamp, { force: true });
  const { program, rest } = npmCommand("run", "build");
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal ? { signal } : {}),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Problem(`The build failed:\n${output.split("\n").slice(-60).join("\n")}`);
  fs.writeFileSync(stamp, hash);
}
