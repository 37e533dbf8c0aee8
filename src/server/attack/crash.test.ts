import { beforeAll, expect, test } from "vitest";
import { account, type CastingCrash, crashWhileCasting } from "../../../scripts/attack/crash/casting";
import { crashWhileTallying, matchesOracle } from "../../../scripts/attack/crash/tallying";
import { inventSheet } from "../../../scripts/attack/rater";

// P4 in small; `npm run attack` kills more often, and PostgreSQL too.

const adminUrl = process.env.TEST_ADMIN_URL ?? "";
const crashDatabase = () => Promise.reject(new Error("the database of all tests is not killed"));
let crash: CastingCrash;

beforeAll(async () => {
  crash = await crashWhileCasting(
    { adminUrl, crashDatabase },
    { slug: "crashed", casts: 30, kills: 2, databaseKills: 0 },
  );
}, 120_000);

test("a server killed while it takes ballots loses none that it acknowledged, counts none twice and makes none up", () => {
  const { kills, acknowledged, lost, duplicates, phantoms } = crash;
  expect(kills.server).toBeGreaterThan(0);
  expect({ acknowledged, lost, duplicates, phantoms }).toEqual({
    acknowledged: 30,
    lost: 0,
    duplicates: 0,
    phantoms: 0,
  });
});

test("the account of ballots notices one that was lost, one stored twice and one that nobody sent", () => {
  const sent = new Set(["a", "b", "c"]);
  expect(account(sent, sent, ["a", "b"])).toEqual({ lost: 1, duplicates: 0, phantoms: 0 });
  expect(account(sent, sent, ["a", "b", "c", "c"])).toEqual({ lost: 0, duplicates: 1, phantoms: 0 });
  expect(account(sent, sent, ["a", "b", "c", "d"])).toEqual({ lost: 0, duplicates: 0, phantoms: 1 });
});

test("a tally killed at random moments leaves all or nothing, and run again it says what the oracle says", async () => {
  const { halves, identical } = await crashWhileTallying(adminUrl, crash.cycle, crash.sheets, 2);
  expect({ halves, identical }).toEqual({ halves: 0, identical: true });
}, 120_000);

test("the comparison with the oracle notices one changed sheet", async () => {
  const [, ...others] = crash.sheets;
  expect(await matchesOracle(adminUrl, crash.cycle, [inventSheet(), ...others])).toBe(false);
});
