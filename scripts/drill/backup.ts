import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { codeOf } from "../problem";

const slot = "tandem_backup";
/** Written anew by the server that starts on the copy. */
const leftOut = new Set(["postmaster.pid", "postmaster.opts", "postgresql.auto.conf.tmp"]);

/** Files come and go while the server runs: one that is gone belongs to nobody any more, its change is in the log. */
function unlessGone(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** A copy with owners and rights: PostgreSQL starts on its own account's files only. */
export function copyFolder(
  from: string,
  to: string,
  skip: (relative: string) => boolean = () => false,
  relative = "",
): void {
  const keepRights = (name: string) => {
    const { uid, gid, mode } = fs.statSync(path.join(from, name));
    fs.chownSync(path.join(to, name), uid, gid);
    fs.chmodSync(path.join(to, name), mode);
  };
  fs.mkdirSync(path.join(to, relative), { recursive: true });
  keepRights(relative);
  for (const entry of fs.readdirSync(path.join(from, relative), { withFileTypes: true })) {
    const name = path.join(relative, entry.name);
    if (skip(name)) continue;
    if (entry.isDirectory()) copyFolder(from, to, skip, name);
    else if (entry.isFile()) {
      unlessGone(() => {
        fs.copyFileSync(path.join(from, name), path.join(to, name));
        keepRights(name);
      });
    }
  }
}

/**
 * A base backup of a running server, as PostgreSQL's manual describes it: everything between start and stop is copied while
 * casts go on, and the log written meanwhile makes it whole. `meanwhile` runs while the files are being copied.
 */
export async function backUpCluster(
  adminUrl: string,
  cluster: string,
  target: string,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Keeps the log that the copy will need, however long copying takes.
    await client.query("select pg_create_physical_replication_slot($1, true)", [slot]);
    await client.query("select pg_backup_start('tandem', true)");
    const isLog = (name: string) => name.startsWith("pg_wal") || name.startsWith("pg_replslot");
    copyFolder(cluster, target, (name) => leftOut.has(name) || (isLog(name) && name.includes(path.sep)));
    await meanwhile();
    const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
    const label = path.join(target, "backup_label");
    fs.writeFileSync(label, rows[0]?.labelfile ?? "", { mode: 0o600 });
    const { uid, gid } = fs.statSync(path.join(cluster, "PG_VERSION"));
    fs.chownSync(label, uid, gid);
    copyFolder(path.join(cluster, "pg_wal"), path.join(target, "pg_wal"));
  } finally {
    await client.query("select pg_drop_replication_slot($1)", [slot]).catch(() => undefined);
    await client.end();
  }
}
