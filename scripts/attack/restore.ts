import fs from "node:fs";
import path from "node:path";
import { unpadAnswers } from "@/domain/ballot";
import { fromHex } from "@/domain/bytes";
import { fileKeyStore } from "@/server/keys/file-key-store";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { tallyKeyOpener } from "@/server/tally/tally-key";
import { callerFor, wireAt } from "../../prisma/factories";
import { openTestCycle, type TestCycle, testCloses, testNow, testQuarter } from "../../prisma/test-cycle";
import { copyFolder } from "../drill/backup";
import { startPostgres } from "../postgres";
import { choosePlace } from "../postgres-place";
import { castSheet, claim, inventSheet } from "./rater";
import { onServer, type Stage, temporaryFolder } from "./stage";

type Envelope = { key_id: string; nullifier: string; version: number; envelope: string };

/** Answers that can be read in a database with a folder of keys and the master key. */
async function recoverable(
  adminUrl: string,
  keyFolder: string,
  cycle: TestCycle,
): Promise<{ envelopes: number; opened: number }> {
  const envelopes = await onServer<Envelope>(
    adminUrl,
    `select encode(key_id, 'hex') as key_id, encode(nullifier, 'hex') as nullifier, version,
       encode(envelope, 'hex') as envelope from ballot where cycle_id = $1`,
    [cycle.cycleId],
  );
  const store = fileKeyStore(keyFolder, Buffer.from(process.env.TANDEM_MASTER_KEY ?? "", "base64"));
  const key = await store.find(cycle, "tally");
  if (!key) return { envelopes: envelopes.length, opened: 0 };
  const open = await tallyKeyOpener(key);
  let opened = 0;
  for (const { key_id, nullifier, version, envelope } of envelopes) {
    const sealed = { keyId: fromHex(key_id), nullifier: fromHex(nullifier), version, envelope: fromHex(envelope) };
    const answers = await open(sealed).then(unpadAnswers, () => null);
    if (answers) opened += 1;
  }
  return { envelopes: envelopes.length, opened };
}

export type Restore = {
  cast: number;
  /** In the restored copy: envelopes that are back, and answers that can be read with what is left of the keys. */
  restored: { envelopes: number; opened: number };
  /** The same copy with a copy of the keys that should have been deleted: shows that the drill would notice. */
  withKeptKeys: { envelopes: number; opened: number };
  /** In the database itself after destruction. */
  left: { envelopes: number; opened: number };
  keyFilesLeft: number;
};

const countFiles = (folder: string) =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;

/** Backs up the whole cluster with its log before destruction, destroys, restores the backup and tries to read answers. */
export async function restoreDrill(stage: Stage, options: { slug: string; raters: number }): Promise<Restore> {
  const cycle = await openTestCycle(options.slug, { engineers: Math.max(8, options.raters) });
  const wire = wireAt(testNow);
  for (const { link } of cycle.links.slice(0, options.raters)) {
    await castSheet(wire, await claim(wire, link), inventSheet());
  }
  const backup = temporaryFolder();
  const keptKeys = temporaryFolder();
  const { folder } = await choosePlace(backup);
  try {
    await stage.whileStopped(() => {
      copyFolder(stage.cluster, path.join(folder, "postgres"));
      fs.cpSync(path.join(stage.dataDir, "postgres-password"), path.join(backup, "postgres-password"));
      // Keys are backed up apart from the database, and that backup is deleted at destruction.
      fs.cpSync(stage.keyFolder, keptKeys, { recursive: true });
    });
    await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
    await tallyCycle(cycle);
    await destroyCycle(cycle, testCloses);
    const postgres = await startPostgres({ dataDir: backup, durable: false });
    const url = new URL(postgres.adminUrl);
    url.pathname = new URL(stage.adminUrl).pathname;
    try {
      return {
        cast: options.raters,
        restored: await recoverable(url.toString(), stage.keyFolder, cycle),
        withKeptKeys: await recoverable(url.toString(), keptKeys, cycle),
        left: await recoverable(stage.adminUrl, stage.keyFolder, cycle),
        keyFilesLeft: countFiles(path.join(stage.keyFolder, cycle.companyId, cycle.cycleId)),
      };
    } finally {
      await postgres.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(backup, { recursive: true, force: true });
    fs.rmSync(keptKeys, { recursive: true, force: true });
  }
}
