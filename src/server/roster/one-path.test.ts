import { readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { importRoster } from "../../../prisma/factories";
import { openTestCycle, testNow } from "../../../prisma/test-cycle";
import {
  type DirectoryCompany,
  directoryClock,
  directoryCompany,
  directoryNow,
  directoryOf,
  engineeringIs,
  patchOf,
  serveDirectory,
} from "../../../prisma/test-directory";

// The table of docs/roster-sync.md, row by row: what a file and the directory each do to the same person.

let server: Server;
let origin: string;
let company: DirectoryCompany;
const mapping = [engineeringIs("Engineering"), engineeringIs("Leadership", { asks: "executive" }), engineeringIs("Web", { asks: null, team: "Web" })]; // biome-ignore format: a list
beforeAll(async () => {
  ({ server, origin } = await serveDirectory());
});
afterAll(() => server.close());
beforeEach(() => {
  directoryClock.now = directoryNow;
});

type FileRow = { local: string; name?: string; group?: string; team?: string };
type Source = {
  join: (local: string) => Promise<void>;
  leave: (local: string) => Promise<void>;
  move: (local: string) => Promise<void>;
  rename: (local: string) => Promise<void>;
  readdress: (local: string, next: string) => Promise<void>;
};

/** The file an admin keeps, read whole each time. */
function fileSource(): Source {
  const rows = new Map<string, FileRow>();
  const bring = () =>
    importRoster(
      company.caller(),
      company.slug,
      [...rows.values()].map(({ local, name = local, ...row }) => ({ name, email: company.mail(local), ...row })),
    );
  const put = async (row: FileRow) => {
    rows.set(row.local, row);
    await bring();
  };
  return {
    join: (local) => put({ local }),
    leave: async (local) => {
      rows.delete(local);
      await bring();
    },
    move: (local) => put({ local, group: "executive", team: "Web" }),
    rename: (local) => put({ local, name: "Renamed" }),
    readdress: async (local, next) => {
      rows.delete(local);
      await put({ local: next });
    },
  };
}

/** The directory: users and three groups. */
async function directorySource(): Promise<Source> {
  const [engineering, leadership, web] = [
    await company.push("Engineering", []),
    await company.push("Leadership", []),
    await company.push("Web", []),
  ];
  const ids = new Map<string, string>();
  const patch = (local: string, operation: object) =>
    company.call("PATCH", `/Users/${ids.get(local)}`, patchOf(operation));
  const group = (id: string, op: string, local: string) =>
    company.call("PATCH", `/Groups/${id}`, patchOf({ op, path: "members", value: [{ value: ids.get(local) }] }));
  return {
    join: async (local) => {
      if (ids.has(local)) await patch(local, { op: "replace", path: "active", value: true });
      else ids.set(local, await company.make(local));
      await group(engineering, "add", local);
    },
    leave: async (local) => {
      await patch(local, { op: "replace", path: "active", value: false });
    },
    move: async (local) => {
      await group(leadership, "add", local);
      await group(web, "add", local);
      await group(engineering, "remove", local);
    },
    rename: async (local) => {
      await patch(local, { op: "replace", path: "displayName", value: "Renamed" });
    },
    readdress: async (local, next) => {
      await patch(local, { op: "replace", path: 'emails[type eq "work"].value', value: company.mail(next) });
    },
  };
}

const person = async (local: string) => {
  const member = await company.member(company.mail(local));
  return (
    member && { id: member.id, name: member.name, group: member.group, team: (member.slices as { team?: string }).team }
  );
};

test.each(["file", "directory"] as const)(
  "a %s: joins, moves, gets a new name, leaves and comes back as the same person; another address is its own matter",
  async (kind) => {
    company = await directoryCompany(`path-${kind}`, origin, mapping);
    await company.apply();
    const source = kind === "file" ? fileSource() : await directorySource();
    await source.join("colleague");
    await source.join("ada");
    const first = await person("ada");
    expect(first).toMatchObject({ name: "ada", group: "engineer" });
    await source.move("ada");
    expect(await person("ada")).toMatchObject({ id: first?.id, group: "executive", team: "Web" });
    await source.rename("ada");
    expect(await person("ada")).toMatchObject({ id: first?.id, name: "Renamed" });
    await source.leave("ada");
    expect(await person("ada")).toMatchObject({ id: first?.id, group: null });
    await source.join("ada");
    expect(await person("ada")).toMatchObject({ id: first?.id });
    expect((await person("ada"))?.group).not.toBeNull();
    await source.readdress("ada", "ada.king");
    const moved = await person("ada.king");
    expect(moved?.group).not.toBeNull();
    expect(moved?.id === first?.id).toBe(kind === "directory");
    expect((await person("ada"))?.group ?? null).toBeNull();
  },
);

test("a file leaves the directory's people as they are, in it or not, and the directory leaves the file's people alone", async () => {
  company = await directoryCompany("path-both", origin, mapping);
  await company.apply();
  const source = await directorySource();
  await source.join("led");
  await source.join("missing");
  const rows = ["name,email,group", `Other,${company.mail("led")},executive`, `Filed,${company.mail("filed")},`];
  const { importId } = await company
    .caller()
    .roster.preview({ company: company.slug, fileName: "f.csv", text: rows.join("\n") });
  const preview = await company.caller().roster.import({ company: company.slug, importId, filter: "changes", page: 1 });
  expect(preview.counts).toMatchObject({ managed: 1, join: 1, leave: 0, change: 0 });
  await company.caller().roster.applyImport({ company: company.slug, importId, comparison: preview.comparison });
  expect(await person("led")).toMatchObject({ name: "led", group: "engineer" });
  expect(await person("missing")).toMatchObject({ group: "engineer" });
  expect(await person("filed")).toMatchObject({ group: "engineer" });
  await source.leave("led");
  expect(await person("filed")).toMatchObject({ group: "engineer" });
  // Recognised by the address, the file's person becomes the directory's and stays the same one.
  const filed = await person("filed");
  await source.join("filed");
  expect(await person("filed")).toMatchObject({ id: filed?.id, group: "engineer" });
  await importRoster(company.caller(), company.slug, [{ name: "Solo", email: company.mail("solo") }]);
  expect(await person("filed")).toMatchObject({ group: "engineer" });
});

test("an open cycle keeps the roster it was opened with, and whoever holds a seat is never asked", async () => {
  const cycle = await openTestCycle("path-open", { engineers: 8 });
  directoryClock.now = testNow;
  company = await directoryOf("path-open", cycle.admin, origin);
  await company.caller().directory.saveMapping({ company: company.slug, mapping });
  const frozen = () =>
    withCompany(cycle, (tx) => tx.rosterEntry.findMany({ where: { cycleId: cycle.cycleId }, orderBy: { id: "asc" } }));
  const before = await frozen();
  const source = await directorySource();
  for (const local of ["engineer0", "engineer1", "cto", "late"]) await source.join(local);
  await company.apply();
  directoryClock.now = new Date(testNow.getTime() + 1_000);
  await source.leave("engineer0");
  await source.readdress("engineer1", "engineer1.new");
  expect(await person("engineer0")).toMatchObject({ group: null });
  expect(await person("engineer1.new")).toMatchObject({ group: "engineer" });
  expect(await person("late")).toMatchObject({ group: "engineer" });
  expect(await person("cto")).toMatchObject({ group: null });
  expect(await frozen()).toEqual(before);
});

test("signing in, by link or by single sign-on, brings nobody in and moves nobody", () => {
  const folders = readdirSync("src/server").filter((name) => ["auth", "sign-on"].includes(name));
  expect(folders).toEqual(["auth", "sign-on"]);
  const files = folders.flatMap((folder) =>
    readdirSync(`src/server/${folder}`).map((name) => `src/server/${folder}/${name}`),
  );
  const writers = files
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .filter((path) => /writeRoster|\bmember\.(create|update|upsert|delete)/.test(readFileSync(path, "utf8")));
  expect(writers).toEqual([]);
});
