import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, startStage } from "../attack/stage";
import { backupDrill } from "./drill";

// `npm run drill` in small. What a backup gives back after destruction is in src/server/attack/copies.test.ts.

let stage: Stage;
beforeAll(async () => {
  // Waits for the disk: what is restored is what was on it.
  stage = await startStage({ durable: true });
}, 60_000);
afterAll(() => stage.stop(), 30_000);

test("an open cycle comes back from a backup made while people cast, loses nothing of it, and can be counted", async () => {
  const { seconds: _, ...drill } = await backupDrill(stage, { slug: "drill", raters: 9 });
  expect(drill).toEqual({
    casts: { before: 3, during: 3, after: 3 },
    lost: 0,
    duplicates: 0,
    phantoms: 0,
    sentAgain: 3,
    tallied: true,
  });
}, 120_000);
