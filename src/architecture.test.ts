import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = process.cwd();

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" || entry.name === "node_modules" ? [] : walk(path);
    return /\.(ts|tsx|js)$/.test(entry.name) ? [path] : [];
  });
}

const sources = walk("src");
const production = sources.filter((path) => !/(\.test\.tsx?|fixtures\.tsx?)$/.test(path));
const textOf = (path: string) => readFileSync(join(root, path), "utf8");

/** What a file imports, as "package" or as a path from the root; `typeOnly` for imports that vanish at build time. */
function importsOf(path: string): { to: string; typeOnly: boolean }[] {
  const found = [
    ...textOf(path).matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm),
  ];
  return found.map(([, typeOnly, target = ""]) => ({
    to: target.startsWith("@/")
      ? target.replace("@/", "src/")
      : target.startsWith(".")
        ? relative(root, join(root, dirname(path), target))
        : target,
    typeOnly: typeOnly !== undefined,
  }));
}

const under = (folder: string) => production.filter((path) => path.startsWith(`${folder}/`));
const offences = (paths: string[], forbidden: (to: string, typeOnly: boolean, from: string) => boolean) =>
  paths.flatMap((path) =>
    importsOf(path)
      .filter(({ to, typeOnly }) => forbidden(to, typeOnly, path))
      .map(({ to }) => `${path} → ${to}`),
  );

describe("arrows between layers", () => {
  test("the domain imports zod and itself only", () => {
    expect(offences(under("src/domain"), (to) => to !== "zod" && !to.startsWith("src/domain/"))).toEqual([]);
  });

  test("the domain has no clock and no randomness", () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random|crypto\.getRandomValues|randomUUID|process\.|\bfetch\(/;
    expect(under("src/domain").filter((path) => impure.test(textOf(path)))).toEqual([]);
  });

  test("ui never imports the server, and the kit knows no noun", () => {
    const isRouterType = (to: string, typeOnly: boolean) => typeOnly && to === "src/server/api/root";
    expect(
      offences(under("src/ui"), (to, typeOnly) => /^src\/(server|app)\//.test(to) && !isRouterType(to, typeOnly)),
    ).toEqual([]);
    expect(offences(under("src/ui/kit"), (to) => to.startsWith("src/") && !to.startsWith("src/ui/kit/"))).toEqual([]);
  });

  test("the server imports neither ui nor app nor the voting page", () => {
    const forbidden = ["src/ui/", "src/app/", "src/ballot/", "src/trpc/"];
    expect(offences(under("src/server"), (to) => forbidden.some((folder) => to.startsWith(folder)))).toEqual([]);
  });

  test("the voting page imports the domain, the kit, and types only of the two routers it calls", () => {
    const packages = [
      "preact",
      "react",
      "@cloudflare/blindrsa-ts",
      "@hpke/core",
      "@noble/ed25519",
      "@scure/bip39",
      "@trpc/client",
      "idb-keyval",
      "zod",
    ];
    const build = ["vite", "@preact/preset-vite", "@tailwindcss/vite", "node:"];
    expect(
      offences(under("src/ballot"), (to, typeOnly, from) => {
        if (to.startsWith("src/domain/") || to.startsWith("src/ballot/") || to.startsWith("src/ui/kit/")) return false;
        if (to.startsWith("src/")) return !typeOnly;
        const allowed = /vite|integrity|files/.test(from) ? [...packages, ...build] : packages;
        return !allowed.some(
          (name) => to === name || to.startsWith(`${name}/`) || (name.endsWith(":") && to.startsWith(name)),
        );
      }),
    ).toEqual([]);
  });

  test("pages read through the caller: app imports no queries, no commands and no database", () => {
    expect(
      offences(
        under("src/app"),
        (to) => /^src\/server\/(db|[a-z]+\/(queries|commands))/.test(to) || to.startsWith("src/generated/"),
      ),
    ).toEqual([]);
  });

  test("the frame of a company's pages and its reports send no validator to the browser", () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      const file = ["", ".ts", ".tsx"].map((ending) => `${path}${ending}`).find((name) => sources.includes(name));
      if (reached.has(file ?? path)) return;
      reached.add(file ?? path);
      if (!file) return;
      for (const { to, typeOnly } of importsOf(file)) if (!typeOnly) visit(to);
    };
    const frame = ["src/trpc/react", "src/ui/member/company-frame"];
    const reports = ["commitment/plan-desk", "report/report-comment", "share/revoke-share", "share/share-desk"];
    for (const path of [...frame, ...reports.map((name) => `src/ui/${name}`)]) visit(path);
    expect(reached.size).toBeGreaterThan(20);
    expect([...reached].filter((name) => name === "zod" || name === "react-hook-form")).toEqual([]);
  });

  test("there are no server actions", () => {
    expect(production.filter((path) => /^\s*["']use server["']/m.test(textOf(path)))).toEqual([]);
  });
});

describe("the anonymity wall", () => {
  test("casting and counting import neither members nor sign-in", () => {
    const walled = [...under("src/server/ballot"), ...under("src/server/tally")];
    expect(
      offences(walled, (to, typeOnly) => !typeOnly && /^src\/server\/(member|auth|roster|rating|audit)\//.test(to)),
    ).toEqual([]);
  });

  test("only the tally and the database layer name the ballot table", () => {
    const readers = under("src/server").filter((path) =>
      /\.ballot\.(find|delete|count|create|update)|from ballot\b/.test(textOf(path)),
    );
    expect(readers.filter((path) => !/^src\/server\/(tally|db)\//.test(path))).toEqual([]);
  });

  test("the session-less endpoint's context has no user", () => {
    const context = /type PlainContext = \{([^}]*)\}/.exec(textOf("src/server/api/plain-trpc.ts"))?.[1];
    expect(context?.trim()).toBe("now: Date");
  });
});

describe("house style", () => {
  test("only src/env.js reads process.env", () => {
    const readers = production.filter((path) => /process\.env\b/.test(textOf(path)));
    expect(readers.filter((path) => path !== "src/env.js" && !path.startsWith("src/ballot/vite"))).toEqual([]);
  });

  test("the Prisma client is named in the database layer only, except for types", () => {
    expect(
      offences(
        under("src/server"),
        (to, typeOnly, from) => to.startsWith("src/generated/") && !typeOnly && !from.startsWith("src/server/db/"),
      ),
    ).toEqual([]);
  });

  test("no folder is called lib, utils, helpers, hooks, types or common, and there are no barrels", () => {
    expect(sources.filter((path) => /\/(lib|utils|helpers|hooks|types|common)\//.test(path))).toEqual([]);
    expect(sources.filter((path) => /\/index\.(ts|tsx)$/.test(path))).toEqual([]);
  });

  test("files have at most 250 lines, tests 400", () => {
    const long = sources.filter(
      (path) => textOf(path).split("\n").length > (/\.test\.tsx?$/.test(path) ? 400 : 250) + 1,
    );
    expect(long).toEqual([]);
  });

  test("file names are kebab-case", () => {
    const names = sources.filter((path) => !path.startsWith("src/app/")).map((path) => path.split("/").at(-1) ?? "");
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.(ts|tsx|js)$/.test(name))).toEqual([]);
  });

  test("every path that README and docs cite exists", () => {
    const documents = [
      "README.md",
      ...(existsSync(join(root, "docs"))
        ? readdirSync(join(root, "docs"), { recursive: true }).map((name) => join("docs", String(name)))
        : []),
    ].filter((path) => path.endsWith(".md") && existsSync(join(root, path)));
    const cited = documents.flatMap((document) =>
      [...textOf(document).matchAll(/`((?:src|prisma|scripts|e2e|docs|public)\/[A-Za-z0-9_./[\]()-]+)`/g)].map(
        ([, path = ""]) => ({ document, path }),
      ),
    );
    const missing = cited.filter(({ path }) => !existsSync(join(root, path)) || !statSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});
