import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { castMessage, leafOf, nullifierOf } from "@/domain/envelope";
import { castFingerprints } from "./fingerprints";

test("name, message and receipt of a cast are the law's", async () => {
  for (const [version, size] of [
    [1, 16_465],
    [2, 0],
    [1_000_000, 31],
  ] as const) {
    const keyId = randomBytes(32);
    const ballotPublicKey = randomBytes(32);
    const envelope = randomBytes(size);
    const nullifier = await nullifierOf(ballotPublicKey, keyId);
    expect(castFingerprints({ keyId, ballotPublicKey, version, envelope })).toEqual({
      nullifier,
      message: await castMessage(keyId, nullifier, version, envelope),
      leaf: await leafOf(nullifier, version, envelope),
    });
  }
});
