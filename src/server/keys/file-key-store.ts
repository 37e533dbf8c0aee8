import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { CycleKeys, KeyName, KeyStore } from "./key-store";
import { seal, unseal } from "./sealed";

/** Binds a wrapped key to its place, so that one cycle's file is useless under another's name. */
const placeOf = (cycle: CycleKeys, name: KeyName) => `tandem/key/1|${cycle.companyId}|${cycle.cycleId}|${name}`;

/**
 * Keys as files of mode 0600, one folder per cycle, wrapped with AES-256-GCM by the master key (32 bytes) that comes
 * from the environment. A file that was altered, or wrapped by another master key, is refused.
 */
export function fileKeyStore(folder: string, masterKey: Uint8Array): KeyStore {
  const folderOf = (cycle: CycleKeys) => join(folder, cycle.companyId, cycle.cycleId);
  const fileOf = (cycle: CycleKeys, name: KeyName) => join(folderOf(cycle), `${name}.key`);

  return {
    async put(cycle, name, secret) {
      const wrapped = seal(masterKey, placeOf(cycle, name), secret);
      await mkdir(folderOf(cycle), { recursive: true, mode: 0o700 });
      const temporary = `${fileOf(cycle, name)}.${randomBytes(6).toString("hex")}`;
      const file = await open(temporary, "wx", 0o600);
      await file.writeFile(wrapped);
      await file.sync();
      await file.close();
      try {
        // Unlike a rename, a link never takes the place of a file that is there.
        await link(temporary, fileOf(cycle, name));
      } catch {
        throw new Error(`the key ${name} of this cycle exists already`);
      } finally {
        await unlink(temporary);
      }
      const directory = await open(folderOf(cycle), "r");
      await directory.sync();
      await directory.close();
    },
    async find(cycle, name) {
      const wrapped = await readFile(fileOf(cycle, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return wrapped && new Uint8Array(unseal(masterKey, placeOf(cycle, name), wrapped));
    },
    async destroy(cycle) {
      await rm(folderOf(cycle), { recursive: true, force: true });
    },
  };
}
