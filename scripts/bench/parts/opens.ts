import pg from "pg";
import { keyStore } from "@/server/keys/keys";
import { type SealedBallot, tallyKeyOpener } from "@/server/tally/tally-key";

type Input = { companyId: string; cycleId: string; adminUrl: string };

const batchSize = 400;

/** Opens every envelope of a cycle and does nothing else; reading them is not on the clock. Seconds for one after another, and for batches at once. */
export async function run(input: Input): Promise<{ ballots: number; inTurn: number; inBatches: number }> {
  const privateKey = await keyStore().find(input, "tally");
  if (!privateKey) throw new Error("no tally key");
  const open = await tallyKeyOpener(privateKey);
  const client = new pg.Client({ connectionString: input.adminUrl });
  await client.connect();
  const found = { ballots: 0, inTurn: 0, inBatches: 0 };
  let after = Buffer.alloc(0);
  for (;;) {
    const { rows } = await client.query<SealedBallot & { nullifier: Buffer<ArrayBuffer> }>(
      `select nullifier, version, envelope, key_id as "keyId" from ballot
       where company_id = $1 and cycle_id = $2 and nullifier > $3 order by nullifier limit ${batchSize}`,
      [input.companyId, input.cycleId, after],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last.nullifier;
    const begun = performance.now();
    for (const ballot of rows) await open(ballot);
    const between = performance.now();
    await Promise.all(rows.map(open));
    found.inTurn += (between - begun) / 1000;
    found.inBatches += (performance.now() - between) / 1000;
    found.ballots += rows.length;
  }
  await client.end();
  return found;
}
