// npm run drill: backs up and restores an installation of its own, made for this and removed afterwards; touches no other.
import { restoreDrill } from "../attack/restore";
import { startStage } from "../attack/stage";
import { backupDrill } from "./drill";

const [raters = 60] = process.argv.slice(2).map(Number);
const stage = await startStage({ durable: true });
process.once("SIGINT", () => {
  stage.abandon();
  process.exit(130);
});
try {
  console.log(`Backing up and restoring an open cycle of ${raters} raters …`);
  const { casts, lost, duplicates, phantoms, sentAgain, tallied, seconds } = await backupDrill(stage, {
    slug: "drill",
    raters,
  });
  console.log(`Restoring a backup of another cycle after its destruction …`);
  const { cast, restored, withKeptKeys, keyFilesLeft } = await restoreDrill(stage, { slug: "destroyed", raters: 12 });
  const good =
    lost + duplicates + phantoms === 0 &&
    sentAgain === casts.after &&
    tallied &&
    restored.opened === 0 &&
    keyFilesLeft === 0;
  console.log(`
Backup while people cast     ${seconds.backup.toFixed(1)} s; casts before ${casts.before}, while copying ${casts.during}, after it ${casts.after}
Restore                      ${seconds.restore.toFixed(1)} s; of the ${casts.before + casts.during} casts in the backup lost ${lost}, twice ${duplicates}, made up ${phantoms}
Casts after the backup       ${sentAgain} of ${casts.after} sent again by their devices and taken
Close and count              ${tallied ? "the report is what an oracle makes of all answers" : "THE REPORT IS WRONG"}

After destruction            of ${cast} ballots the old backup brings ${restored.envelopes} sealed envelopes back; ${restored.opened} can be opened
If the key backup was kept   ${withKeptKeys.opened} of them can be opened: delete the key backup when the cycle is destroyed

${good ? "The drill succeeded." : "The drill FAILED."}`);
  process.exitCode = good ? 0 : 1;
} finally {
  await stage.stop();
}
process.exit();
