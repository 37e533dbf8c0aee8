import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, finding } from "./findings";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Proofs that the test suite holds in full. */
const proofs = [
  { proof: "P1", what: "RFC 9474 vectors, pinned keys", file: "src/ballot/rfc9474.test.ts" },
  { proof: "P1", what: "RFC 9180 vectors", file: "src/server/attack/rfc9180.test.ts" },
  { proof: "P1", what: "protocol against OpenSSL", file: "src/ballot/protocol.test.ts" },
  { proof: "P2", what: "200 identical casts at once", file: "src/server/db/ballot-store.test.ts" },
  { proof: "P2, P3", what: "claims at once; forged ballots", file: "src/server/ballot/attack.test.ts" },
  { proof: "P7", what: "disclosure, enumerated", file: "src/domain/disclosure-enumeration.test.ts" },
  { proof: "P7", what: "10,000 rosters × slices", file: "src/domain/slice-disclosure.test.ts" },
] as const;

type Report = { testResults: { name: string; assertionResults: { status: string }[] }[] };

/** Runs those tests now and returns a line for each file. */
export function existingTests(): Finding[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-proofs-"));
  const output = path.join(folder, "report.json");
  const files = proofs.map(({ file }) => file);
  spawnSync("vitest", ["run", "--reporter=json", `--outputFile=${output}`, ...files], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "test" },
    stdio: "ignore",
  });
  const report: Report = fs.existsSync(output) ? JSON.parse(fs.readFileSync(output, "utf8")) : { testResults: [] };
  fs.rmSync(folder, { recursive: true, force: true });
  return proofs.map(({ proof, what, file }) => {
    const results = report.testResults.find(({ name }) => name.endsWith(file))?.assertionResults ?? [];
    const passed = results.filter(({ status }) => status === "passed").length;
    const holds = results.length > 0 && passed === results.length;
    return finding(proof, what, `${passed} of ${results.length} tests of ${file}`, "all", holds);
  });
}
