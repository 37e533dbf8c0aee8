import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// No engine is needed for what can be read from the file itself; whether it builds is not shown here.

const lines = readFileSync("Dockerfile", "utf8").split("\n");
const ignored = readFileSync(".dockerignore", "utf8").trim().split("\n");
const made = [".next", "node_modules"];

test("everything that is copied into the image exists, or is made by the build", () => {
  const copied = lines.filter((line) => line.startsWith("COPY")).flatMap((line) => line.split(/\s+/).slice(1, -1));
  const paths = copied.filter((word) => !word.startsWith("--")).map((word) => word.replace("/tandem/", ""));
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.filter((path) => !made.includes(path) && !existsSync(path))).toEqual([]);
});

test("the server runs as an ordinary user, and its program belongs to another", () => {
  const user = lines.findLastIndex((line) => line.startsWith("USER "));
  expect(lines[user]).toBe("USER node");
  expect(lines.slice(user).some((line) => /^(RUN|COPY|ADD)/.test(line))).toBe(false);
  expect(lines.some((line) => line.startsWith("COPY") && line.includes("--chown"))).toBe(false);
});

test("no secret and nothing of this machine goes into the image", () => {
  expect(lines.filter((line) => /SECRET|MASTER_KEY|PASSWORD|^ARG|^ADD/.test(line))).toEqual([]);
  expect(ignored).toEqual(expect.arrayContaining(["data", ".env*", "node_modules", ".git"]));
});

test("image and project ask for the same Node", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const major = /\d+/.exec(engines.node)?.[0];
  const bases = lines.filter((line) => line.startsWith("FROM")).map((line) => line.split(" ")[1]);
  expect(new Set(bases)).toEqual(new Set([`node:${major}-slim`]));
});
