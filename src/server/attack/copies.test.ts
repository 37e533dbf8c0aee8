import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wireAt } from "../../../prisma/factories";
import { openTestCycle, testNow } from "../../../prisma/test-cycle";
import { attack, chanceLimit, linksBy } from "../../../scripts/attack/linkage/attacker";
import { canaries, caught } from "../../../scripts/attack/linkage/canaries";
import { playCycles } from "../../../scripts/attack/linkage/findings";
import type { PlayedCycle } from "../../../scripts/attack/linkage/played-cycle";
import { refusals } from "../../../scripts/attack/per-person-manifest";
import { restoreDrill } from "../../../scripts/attack/restore";
import { scanCycle, strangeLinesOf } from "../../../scripts/attack/scan/scanned-cycle";
import { breaches, scan } from "../../../scripts/attack/scan/secrets";
import { type Stage, startStage } from "../../../scripts/attack/stage";

// What somebody with every copy of the database, its log and all other logs learns: `npm run attack` in small.

const raters = 10;
let stage: Stage;
let cycles: PlayedCycle[];
let twice: PlayedCycle[];

beforeAll(async () => {
  stage = await startStage({ durable: false });
  cycles = await playCycles(stage, { cycles: 4, raters, windows: "one sitting" });
  twice = await playCycles(stage, { cycles: 2, raters, windows: "two windows" });
}, 150_000);
afterAll(() => stage.stop(), 30_000);

describe("linkage (P5, P6)", () => {
  test("the limit of chance is the law's figure at 200 cycles", () => {
    expect(chanceLimit(200)).toBe(1.22);
  });

  test("nothing in any copy says whose answers are whose", () => {
    // One run in a hundred thousand may exceed this by chance.
    expect(attack(cycles, "everything").answers.mean).toBeLessThanOrEqual(chanceLimit(cycles.length, 1e-5));
  });

  test("the order of rows tells whose sealed ballot is whose in one sitting, as the law says: this attacker sees it", () => {
    expect(attack(cycles, "everything").ballots.mean / raters).toBeGreaterThan(0.85);
  });

  test("in two windows the same order of rows tells no more than chance, and no other way does", () => {
    const { way } = attack(cycles, "everything").ballots.best;
    const limit = chanceLimit(twice.length, 1e-5);
    expect(linksBy(twice, "everything", way)).toBeLessThanOrEqual(limit);
    const { ballots, answers } = attack(twice, "everything");
    expect([ballots.mean, answers.mean].every((mean) => mean <= limit)).toBe(true);
    expect(limit).toBeLessThan(raters * 0.6);
  });

  test.each(canaries)("the attacker catches a build with $name", (canary) => {
    const { weakened, honest } = caught(canary, cycles);
    expect(weakened).toBeGreaterThanOrEqual(0.9);
    expect(honest).toBeLessThan(0.5);
  });

  test("the page refuses every manifest that only one person is handed, and opens with the one for all", async () => {
    const cycle = await openTestCycle("marked", { engineers: 9 });
    expect(await refusals(wireAt(testNow), cycle, 24)).toEqual({ refused: 24, honest: 24 });
  }, 60_000);
});

describe("scan of dumps and logs (P9)", () => {
  test("no file names a person and a ballot, none holds a seed or a private key, whatever goes wrong on the routes", async () => {
    const {
      breaches: found,
      strangeLines,
      errorLines,
      statuses,
    } = await scanCycle(stage, {
      slug: "scanned",
      raters: 5,
    });
    expect({ found, strangeLines }).toEqual({ found: [], strangeLines: [] });
    expect(errorLines).toBeGreaterThanOrEqual(3);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses).toContain(500);
  }, 90_000);

  test("the scan notices a log that tells of the statements that failed", async () => {
    const { breaches: found } = await scanCycle(stage, { slug: "loud", raters: 5, loudLog: true });
    expect(found).toEqual([expect.stringContaining("log of PostgreSQL")]);
  }, 90_000);

  test("the scan notices a person beside a ballot, a seed and a key", () => {
    const fact = (kind: "person" | "ballot" | "seed" | "private key", text: string) => ({
      kind,
      name: `${kind} ${text}`,
      needles: [Buffer.from(text)],
    });
    const facts = [fact("person", "ada@x"), fact("ballot", "beef"), fact("seed", "5eed"), fact("private key", "d0d0")];
    const found = (content: string) => breaches(scan([{ name: "dump", content: Buffer.from(content) }], facts));
    expect(found("ada@x")).toEqual([]);
    expect(found("beef")).toEqual([]);
    expect(found("ada@x beef")).toHaveLength(1);
    expect(found("5eed")).toHaveLength(1);
    expect(found("d0d0")).toHaveLength(1);
    const faults = 'ready 4000\n{"level":"error","event":"ballot fault","procedure":"cast","kind":"TypeError"}\n';
    expect(strangeLinesOf(faults)).toEqual([]);
    const dated =
      '{"at":"2031-02-03T10:00:00.000Z","level":"error","event":"ballot fault","procedure":"cast","kind":"Error"}';
    expect(strangeLinesOf(dated)).toEqual([dated]);
    expect(strangeLinesOf(`${faults}Error: no ballot beef of ada@x`)).toEqual(["Error: no ballot beef of ada@x"]);
  });
});

test("a backup restored after destruction gives no answer back, unless somebody kept the keys (P10)", async () => {
  const { restored, withKeptKeys, left, keyFilesLeft } = await restoreDrill(stage, { slug: "restored", raters: 6 });
  expect({ restored, left, keyFilesLeft }).toEqual({
    restored: { envelopes: 6, opened: 0 },
    left: { envelopes: 0, opened: 0 },
    keyFilesLeft: 0,
  });
  expect(withKeptKeys).toEqual({ envelopes: 6, opened: 6 });
}, 90_000);
