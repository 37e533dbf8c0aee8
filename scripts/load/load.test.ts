import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, startStage } from "../attack/stage";
import { runLoad } from "./run";

// `npm run load` and `npm run chaos` in small.

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ durable: true });
}, 60_000);
afterAll(() => stage.stop(), 30_000);

const everyBallot = (engineers: number) => ({
  accepted: engineers,
  claimed: engineers,
  lost: 0,
  duplicated: 0,
  madeUp: 0,
  gaveUp: 0,
  ledger: { cast: engineers, leaves: engineers, reportParts: 4 },
});

test("everybody of a company collects and casts over two processes, and every ballot is in the count once", async () => {
  const run = await runLoad(stage, { slug: "load", engineers: 60, concurrency: 30, kills: 0 });
  expect(run).toMatchObject({ ...everyBallot(60), faults: 0, unanswered: 0 });
}, 120_000);

test("with app processes, worker and PostgreSQL killed meanwhile the same is true, and no rater notices", async () => {
  const run = await runLoad(stage, { slug: "chaos", engineers: 40, concurrency: 10, kills: 4 });
  expect(run).toMatchObject(everyBallot(40));
  expect(run.kills.database).toBeGreaterThan(0);
  expect(run.kills.app + run.kills.worker).toBeGreaterThan(0);
}, 180_000);
