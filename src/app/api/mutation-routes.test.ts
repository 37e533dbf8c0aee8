import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const routes = readdirSync("src/app", { recursive: true })
  .map((name) => join("src/app", String(name)))
  .filter((path) => path.endsWith("route.ts"));
const writes = routes.filter((path) =>
  /export (?:async function|const) (?:POST|PUT|PATCH|DELETE)\b/.test(readFileSync(path, "utf8")),
);

test("the wire and sign-in are the only addresses of the framework that change anything", () => {
  expect(writes.toSorted()).toEqual([
    "src/app/api/auth/[...nextauth]/route.ts",
    "src/app/api/auth/sign-on/[company]/route.ts",
    "src/app/api/trpc/[trpc]/route.ts",
  ]);
});

test("each of them asks first whether a page of this site sent the request", () => {
  for (const path of writes) {
    const handler = readFileSync(path, "utf8").split("export async function POST")[1] ?? "";
    const [check, read] = [handler.indexOf("isSameOrigin("), handler.search(/readBody\(|readFields\(/)];
    expect(check, path).toBeGreaterThan(0);
    expect(read, path).toBeGreaterThan(check);
  }
});
