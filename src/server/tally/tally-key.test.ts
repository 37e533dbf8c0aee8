import { beforeAll, expect, test } from "vitest";
import { type BallotKey, ballotKeyOf, newBallotSeed } from "@/ballot/ballot-key";
import { type SealedBallot as CastBallot, seal } from "@/ballot/protocol";
import type { BallotAnswers } from "@/domain/answers";
import { encapsulatedKeyLength, nullifierOf, unpadAnswers } from "@/domain/ballot";
import { type Bytes, toBase64Url, toHex } from "@/domain/bytes";
import { makeTallyKey, type SealedBallot, tallyKeyOpener, tallyKeyWorks } from "./tally-key";

const answers: BallotAnswers = {
  format: "tandem/ballot/1",
  seats: ["cto", "vpe"],
  items: { cto_vision: 4, vpe_culture: null },
  activities: { wdw_next: "both" },
  comments: { cto: { start: "Explain the why – “früher”." }, vpe: {} },
};
const keyId = new Uint8Array(32).fill(7);
type TallyKey = Awaited<ReturnType<typeof makeTallyKey>>;
let tally: TallyKey;
let ballotKey: BallotKey;
let open: (ballot: SealedBallot) => Promise<Bytes>;

const sealFor = (to: TallyKey, version = 1, said = answers): Promise<CastBallot> =>
  seal(said, { tallyKey: toBase64Url(to.publicKey) }, keyId, ballotKey, version);
const stored = async ({ version, envelope }: CastBallot): Promise<SealedBallot> => ({
  keyId,
  nullifier: await nullifierOf(ballotKey.publicKey, keyId),
  version,
  envelope,
});

beforeAll(async () => {
  tally = await makeTallyKey();
  open = await tallyKeyOpener(tally.privateKey);
  ballotKey = await ballotKeyOf(newBallotSeed());
});

test("a tally key is a P-256 pair: 32 bytes private, an uncompressed point public, and never twice the same", async () => {
  expect([tally.privateKey.length, tally.publicKey.length, tally.publicKey[0]]).toEqual([32, 65, 4]);
  expect(toHex((await makeTallyKey()).privateKey)).not.toBe(toHex(tally.privateKey));
});

test("what the browser sealed, the tally opens, in every version", async () => {
  for (const version of [1, 2, 1_000_000]) {
    const ballot = await stored(await sealFor(tally, version));
    expect(unpadAnswers(await open(ballot))).toEqual(answers);
  }
});

test("one opener opens many ballots at once, and an envelope that lies in a larger buffer", async () => {
  const ballots = await Promise.all(
    [1, 2, 3, 4, 5].map(async (version) =>
      stored(await sealFor(tally, version, { ...answers, items: { cto_vision: version as 1 | 2 | 3 | 4 | 5 } })),
    ),
  );
  const opened = await Promise.all(
    ballots.map((ballot) => open({ ...ballot, envelope: Buffer.concat([Buffer.of(1), ballot.envelope]).subarray(1) })),
  );
  expect(opened.map((plain) => unpadAnswers(plain).items.cto_vision)).toEqual([1, 2, 3, 4, 5]);
});

test("an envelope copied to another nullifier, version or issuer key does not open", async () => {
  const ballot = await stored(await sealFor(tally));
  const thief = await ballotKeyOf(newBallotSeed());
  await expect(open({ ...ballot, nullifier: await nullifierOf(thief.publicKey, keyId) })).rejects.toThrow();
  await expect(open({ ...ballot, version: 2 })).rejects.toThrow();
  await expect(open({ ...ballot, version: 0 })).rejects.toThrow();
  await expect(open({ ...ballot, keyId: new Uint8Array(32).fill(8) })).rejects.toThrow();
  expect(unpadAnswers(await open(ballot))).toEqual(answers);
});

test("an envelope sealed to another tally key does not open", async () => {
  await expect(open(await stored(await sealFor(await makeTallyKey())))).rejects.toThrow();
});

test("an altered envelope does not open, wherever the bit is: key, text or tag", async () => {
  const ballot = await stored(await sealFor(tally));
  const end = ballot.envelope.length;
  const places = [0, 1, 33, 64, encapsulatedKeyLength, encapsulatedKeyLength + 4, 8000, end - 17, end - 16, end - 1];
  for (const place of places) {
    const envelope = new Uint8Array(ballot.envelope);
    envelope[place] = (envelope[place] ?? 0) ^ 1;
    await expect(open({ ...ballot, envelope }), `byte ${place}`).rejects.toThrow();
  }
});

test("an envelope that was cut or made longer does not open", async () => {
  const ballot = await stored(await sealFor(tally));
  for (const length of [0, 64, 65, 81, ballot.envelope.length - 1]) {
    await expect(open({ ...ballot, envelope: ballot.envelope.subarray(0, length) }), `${length}`).rejects.toThrow();
  }
  await expect(open({ ...ballot, envelope: Buffer.concat([ballot.envelope, Buffer.of(0)]) })).rejects.toThrow();
});

test("the same answers sealed twice share no text and no key", async () => {
  const [one, two] = await Promise.all([sealFor(tally), sealFor(tally)]);
  const parts = ({ envelope }: CastBallot) => [envelope.subarray(0, 65), envelope.subarray(65, 97)].map(toHex);
  expect(new Set([...parts(one), ...parts(two)]).size).toBe(4);
});

test("a key that survived storage works", async () => {
  expect(await tallyKeyWorks(tally.privateKey, tally.publicKey)).toBe(true);
  expect(await tallyKeyWorks(new Uint8Array(tally.privateKey), tally.publicKey)).toBe(true);
});

test("a key of another pair, an altered one or a cut one is never said to work", async () => {
  const altered = new Uint8Array(tally.privateKey);
  altered[31] = (altered[31] ?? 0) ^ 1;
  const wrong = [(await makeTallyKey()).privateKey, altered, tally.privateKey.slice(1), new Uint8Array(32)];
  for (const privateKey of wrong) {
    const said = await tallyKeyWorks(privateKey, tally.publicKey).catch(() => false);
    expect(said).toBe(false);
  }
});
