import { constants, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import type pg from "pg";
import { ballotKeyOf, newBallotSeed } from "@/ballot/ballot-key";
import { type Credential, type SealedBallot, seal } from "@/ballot/protocol";
import { fromHex } from "@/domain/bytes";
import { credentialMessage } from "@/domain/credential";
import { nullifierOf } from "@/domain/envelope";
import { type Manifest, manifestSchema } from "@/domain/manifest";
import { readIssuerKey } from "@/server/credential/issuer";
import { keyStore } from "@/server/keys/keys";
import { plainBallot } from "../../../prisma/plain-ballot";
import type { BenchCycle } from "./company";

export type PreparedBallot = { ballot: SealedBallot; credential: Credential };

const signAsync = promisify(sign);
const batchSize = 100;
const answers = ([1, 2, 3, 4, 5] as const).map((step) => plainBallot(step));

/**
 * Unblinding a blind signature gives a plain RSASSA-PSS signature. Here the issuer's key makes it directly: the same
 * bytes to verify, without ten thousand blindings that no figure is about.
 */
async function prepareOne(manifest: Manifest, keyId: Uint8Array<ArrayBuffer>, issuer: KeyObject, index: number) {
  const key = await ballotKeyOf(newBallotSeed());
  const messagePrefix = new Uint8Array(randomBytes(32));
  const message = Buffer.concat([messagePrefix, credentialMessage(keyId, key.publicKey)]);
  const padding = { key: issuer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = new Uint8Array(await signAsync("sha384", message, padding));
  const spoken = answers[index % answers.length] ?? plainBallot(3);
  const ballot = await seal(spoken, manifest, keyId, key, 1);
  return { ballot, credential: { messagePrefix, signature } };
}

/** Sealed ballots of engineers with valid credentials, in batches. */
export async function* preparedBallots(cycle: BenchCycle, count: number): AsyncGenerator<PreparedBallot[]> {
  const manifest = manifestSchema.parse(JSON.parse(cycle.manifest));
  const group = manifest.groups.find((candidate) => candidate.group === "engineer");
  const pkcs8 = await keyStore().find(cycle, "issuer-engineer");
  if (!group || !pkcs8) throw new Error("the cycle has no issuer key");
  const issuer = readIssuerKey(pkcs8);
  const keyId = fromHex(group.issuerKeyId);
  for (let start = 0; start < count; start += batchSize) {
    const length = Math.min(batchSize, count - start);
    yield await Promise.all(Array.from({ length }, (_, index) => prepareOne(manifest, keyId, issuer, start + index)));
  }
}

/** Puts ballots into a cycle without HTTP, and marks as many people as having claimed: preparation, not a figure. */
export async function fillBallotBox(admin: pg.Client, cycle: BenchCycle, count: number): Promise<void> {
  const { companyId, cycleId } = cycle;
  for await (const batch of preparedBallots(cycle, count)) {
    const nullifiers = await Promise.all(batch.map(({ ballot }) => nullifierOf(ballot.ballotPublicKey, ballot.keyId)));
    const column = (of: (prepared: PreparedBallot) => Uint8Array) => batch.map((prepared) => Buffer.from(of(prepared)));
    await admin.query(
      `insert into ballot (company_id, cycle_id, nullifier, key_id, version, ballot_public_key, message_prefix,
         credential_signature, envelope, ballot_signature)
       select $1, $2, it.nullifier, it.key_id, 1, it.public_key, it.prefix, it.credential, it.envelope, it.signature
       from unnest($3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[], $9::bytea[])
         as it(nullifier, key_id, public_key, prefix, credential, envelope, signature)`,
      [
        companyId,
        cycleId,
        nullifiers.map((nullifier) => Buffer.from(nullifier)),
        column(({ ballot }) => ballot.keyId),
        column(({ ballot }) => ballot.ballotPublicKey),
        column(({ credential }) => credential.messagePrefix),
        column(({ credential }) => credential.signature),
        column(({ ballot }) => ballot.envelope),
        column(({ ballot }) => ballot.signature),
      ],
    );
  }
  await admin.query(
    `update roster_entry set claimed = true where company_id = $1 and cycle_id = $2
       and id in (select id from roster_entry where company_id = $1 and cycle_id = $2 limit $3)`,
    [companyId, cycleId, count],
  );
}
