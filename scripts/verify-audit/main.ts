// npm run verify-audit -- <file> [<file exported earlier>]
import { readFileSync } from "node:fs";
import { includes, readLog, verifyLog } from "./verify";

const usage = `npm run verify-audit -- <audit.json or audit.csv> [<file exported earlier>]

Checks an exported audit log with nothing of Tandem's own code: that every line follows from the one before, and that
every name is the one that was written. With a file exported earlier it also checks that nothing of it is missing now:
lines cut off at the end cannot be seen in any other way.

Ends with 0 if everything holds, 1 if something does not, 2 if the file could not be read.`;

function main(): number {
  const [file, earlier, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) {
    console.error(usage);
    return 2;
  }
  const log = readLog(readFileSync(file, "utf8"));
  const problems = verifyLog(log);
  if (earlier) problems.push(...includes(log, readLog(readFileSync(earlier, "utf8"))));
  for (const problem of problems) console.log(`✗ NOT TRUE: ${problem}`);
  if (problems.length > 0) return 1;
  const erased = log.lines.filter(({ actorSalt }) => actorSalt === "").length;
  console.log(`✓ ${log.lines.length} lines, each follows from the one before`);
  console.log(`✓ every name is as it was written${erased > 0 ? `; ${erased} actors were erased since` : ""}`);
  if (earlier) console.log("✓ everything that was in the earlier file is here");
  const head = log.lines.at(-1);
  if (head) console.log(`\nKeep this for the next check: line ${head.sequence}, ${head.hash}`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
