import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { type RunningPostgres, startPostgres } from "./postgres";
import { abandonedFolders } from "./postgres-place";
import { isAlive } from "./process";

const started: RunningPostgres[] = [];
const folders: string[] = [];

function newDataDir(mode: number): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-postgres-test-"));
  fs.chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, durable = false): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir, durable });
  started.push(running);
  folders.push(running.folder);
  return running;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

// One cluster for all tests, each of which leaves it stopped: making one takes seconds.
const dataDir = newDataDir(0o711);

afterEach(async () => {
  for (const running of started.splice(0)) if (isAlive(running.pid)) await running.stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

test("it starts, keeps what was written, and stops", async () => {
  const first = await start(dataDir);
  await query(first.adminUrl, "create table kept as select 42 as answer");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start(dataDir);
  expect(await query(second.adminUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
}, 120_000);

test("it listens on this machine only and wants its password", async () => {
  const running = await start(dataDir);
  expect(await query(running.adminUrl, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const wrong = new URL(running.adminUrl);
  wrong.password = "guess";
  await expect(query(wrong.toString(), "select 1")).rejects.toThrow(/password authentication failed/);
}, 120_000);

test("a server that outlived its parent is taken over", async () => {
  const [first, second] = [await start(dataDir), await start(dataDir)];
  expect(second.pid).toBe(first.pid);
  expect(second.adminUrl).toBe(first.adminUrl);
}, 120_000);

test("killed in the middle of writing, it comes back with everything that was committed", async () => {
  const first = await start(dataDir, true);
  await query(first.adminUrl, "create table line (number integer)");
  let committed = 0;
  const writing = (async () => {
    for (;;) {
      await query(first.adminUrl, `insert into line values (${committed + 1})`);
      committed += 1;
    }
  })();
  writing.catch(() => undefined);
  while (committed < 20) await pause(5);
  process.kill(first.pid, "SIGKILL");
  await expect(writing).rejects.toThrow();
  const second = await start(dataDir);
  const [row] = await query(second.adminUrl, "select count(*)::int as lines from line");
  expect(row.lines).toBeGreaterThanOrEqual(committed);
  expect(row.lines).toBeLessThanOrEqual(committed + 1);
}, 120_000);

test("the process number of a pid file may belong to another program by now", async () => {
  const first = await start(dataDir);
  const note = path.join(first.folder, "postgres", "postmaster.pid");
  const stale = fs.readFileSync(note, "utf8").replace(String(first.pid), String(process.pid));
  await first.stop();
  fs.writeFileSync(note, stale);
  expect((await start(dataDir)).pid).not.toBe(first.pid);
}, 120_000);

test("a folder that its user cannot enter does not keep it from starting, and its place stays the same", async () => {
  const hidden = newDataDir(0o700);
  const running = await start(hidden);
  expect(await query(running.adminUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await running.stop();
  fs.chmodSync(hidden, 0o711);
  const again = await start(hidden);
  expect(again.folder).toBe(running.folder);
  await again.stop();
  // Where nothing was moved, as for an ordinary user, nothing can be left behind.
  const moved = running.folder !== hidden;
  const left = () => abandonedFolders().filter(({ folder }) => folder === running.folder);
  expect(left()).toEqual([]);
  fs.rmSync(hidden, { recursive: true });
  expect(left()).toEqual(moved ? [{ folder: running.folder, dataDir: hidden }] : []);
  expect(fs.existsSync(path.join(running.folder, "postgres"))).toBe(moved);
}, 120_000);

test("when it cannot start, the end of its log says why", async () => {
  const first = await start(dataDir);
  await first.stop();
  const file = path.join(first.folder, "postgres", "postgresql.conf");
  const before = fs.readFileSync(file);
  fs.appendFileSync(file, "\nshared_buffers = nonsense\n");
  await expect(start(dataDir)).rejects.toThrow(/could not be started[\s\S]*shared_buffers/);
  fs.writeFileSync(file, before);
}, 120_000);

test("a lost password file is said so, and the database is not touched", async () => {
  await (await start(dataDir)).stop();
  fs.rmSync(path.join(dataDir, "postgres-password"));
  await expect(start(dataDir)).rejects.toThrow(/postgres-password is missing/);
}, 120_000);
