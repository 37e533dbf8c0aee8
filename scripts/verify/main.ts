// npm run verify -- <address of a cycle's public record> [--receipt …] [--hash …] [--words "…"]
import { parseArgs } from "node:util";
import { NotChecked, verifyRecord } from "./verify";

const usage = `npm run verify -- <address> [--receipt <64 characters>] [--hash <64 characters>] [--words "<eight words>"]

  <address>   of a public record, for example https://tandem.example/verify/norrvik-2026-q2
  --receipt   the receipt from the last page of your ballot; looked up here, sent nowhere
  --hash      the fingerprint in your invitation (the first 64 characters behind the # of its link)
  --words     the eight words in your invitation

Ends with 0 if everything holds, 1 if something does not, 2 if it could not be checked.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { receipt: { type: "string" }, hash: { type: "string" }, words: { type: "string" } },
  });
  const [address, ...more] = positionals;
  if (!address || more.length > 0) throw new NotChecked(usage);
  const { code, checks, notes } = await verifyRecord({ address, ...values });
  for (const { passed, text } of checks) console.log(`${passed ? "✓" : "✗ NOT TRUE:"} ${text}`);
  console.log(`\n${notes.join("\n")}`);
  const failed = checks.filter(({ passed }) => !passed).length;
  if (code === 0) console.log(`\nAll ${checks.length} checks hold.`);
  else if (code === 1)
    console.log(
      `\n${failed} of ${checks.length} checks do not hold. Keep this output, and ask the contact of the cycle.`,
    );
  else console.log("\nYour receipt could not be looked up yet.");
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
