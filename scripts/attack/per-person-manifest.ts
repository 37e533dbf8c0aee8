import { randomBytes } from "node:crypto";
import { memoryDatabase } from "@/ballot/database";
import { deviceRecords } from "@/ballot/device-record";
import { openVisit } from "@/ballot/visit";
import type { Wire } from "@/ballot/wire";
import { toBase64Url } from "@/domain/bytes";
import { issuerKeyId } from "@/domain/credential";
import { manifestHash, manifestSchema, manifestText } from "@/domain/manifest";
import { makeIssuerKey } from "@/server/credential/issuer";
import { makeTallyKey } from "@/server/tally/tally-key";
import type { TestCycle } from "../../prisma/test-cycle";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The cycle's manifest with keys that only one person is handed: whatever is signed or sealed with them tells who it was. */
async function marked(text: string, mark: "issuer" | "tally", issuerKeys: Uint8Array<ArrayBuffer>[]): Promise<string> {
  const manifest = manifestSchema.parse(JSON.parse(text));
  if (mark === "tally") return manifestText({ ...manifest, tallyKey: toBase64Url((await makeTallyKey()).publicKey) });
  const key = issuerKeys[randomBytes(1).readUInt8() % issuerKeys.length] ?? new Uint8Array();
  const keyId = hex(await issuerKeyId(key));
  const groups = manifest.groups.map((group) => ({ ...group, issuerKey: toBase64Url(key), issuerKeyId: keyId }));
  // Even with the same key, a disclosure date moved by a second would mark the person.
  const opensAt = new Date(Date.parse(manifest.cycle.opensAt) + randomBytes(2).readUInt16BE() * 1000).toISOString();
  return manifestText({ ...manifest, groups, cycle: { ...manifest.cycle, opensAt } });
}

/** A server that hands one person another manifest: to them alone, to everybody who asks from their browser, or both. */
function treacherous(wire: Wire, text: string, hash: string, where: "with" | "without" | "both"): Wire {
  const swap = <Answer extends { manifest: string; hash: string }>(answer: Answer): Answer => ({
    ...answer,
    manifest: text,
    hash,
  });
  return {
    ...wire,
    claim: {
      ...wire.claim,
      manifest: async (input) => {
        const answer = await wire.claim.manifest(input);
        return where === "without" ? answer : swap(answer);
      },
      claim: () => Promise.reject(new Error("the client claimed under a key that only it was handed")),
    },
    ballot: {
      ...wire.ballot,
      manifest: async (input) => {
        const answer = await wire.ballot.manifest(input);
        return where === "with" ? answer : swap(answer);
      },
    },
  };
}

/** How many of `visits` openings of the page stop, each at a server that hands this one person another manifest. */
export async function refusals(
  wire: Wire,
  cycle: TestCycle,
  visits: number,
): Promise<{ refused: number; honest: number }> {
  const { manifest } = await wire.ballot.manifest({ cycle: cycle.links[0]?.link.cycle ?? "" });
  const issuerKeys = await Promise.all([1, 2, 3].map(async () => new Uint8Array((await makeIssuerKey()).spki)));
  const visit = async (at: Wire, index: number) => {
    const link = cycle.links[index % cycle.links.length]?.link;
    if (!link) throw new Error("nobody is invited");
    const address = { path: `/ballot/${link.cycle}`, fragment: `#${link.manifestHash}.${link.invitation}` };
    return (await openVisit(at, await deviceRecords(memoryDatabase()), address)).kind;
  };
  let refused = 0;
  let honest = 0;
  for (let index = 0; index < visits; index += 1) {
    const text = await marked(manifest, index % 2 === 0 ? "issuer" : "tally", issuerKeys);
    const where = (["with", "without", "both"] as const)[index % 3] ?? "both";
    const lying = treacherous(wire, text, hex(await manifestHash(text)), where);
    if ((await visit(lying, index)) === "mismatch") refused += 1;
    if ((await visit(wire, index)) === "invited") honest += 1;
  }
  return { refused, honest };
}
