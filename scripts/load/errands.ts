import fs from "node:fs";
import { createInterface } from "node:readline";
import { castInputOf } from "@/ballot/protocol";
import { toHex } from "@/domain/bytes";
import { preparedBallots } from "../bench/prepare/ballots";
import type { BenchCycle } from "../bench/prepare/company";
import type { Errand } from "./raters";

/** Seals a ballot for everybody into a file, one a line: 20,000 of them are half a gigabyte. Returns the receipts. */
export async function prepareErrands(
  cycle: BenchCycle,
  invitations: readonly string[],
  file: string,
): Promise<Set<string>> {
  const output = fs.openSync(file, "w", 0o600);
  const leaves = new Set<string>();
  let index = 0;
  for await (const batch of preparedBallots(cycle, invitations.length)) {
    for (const { ballot, credential } of batch) {
      const leaf = toHex(ballot.leaf);
      leaves.add(leaf);
      const body = JSON.stringify(castInputOf(cycle.name, ballot, credential));
      fs.writeSync(output, `${invitations[index++]} ${leaf} ${body}\n`);
    }
  }
  fs.closeSync(output);
  return leaves;
}

export async function* errandsIn(file: string): AsyncGenerator<Errand> {
  for await (const line of createInterface({ input: fs.createReadStream(file) })) {
    const [invitation = "", leaf = "", body = ""] = line.split(" ", 3);
    yield { invitation, leaf, body: Buffer.from(body) };
  }
}
