import { expect, test } from "vitest";
import { destroyCycle } from "@/server/tally/commands";
import { callerFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { openTestCycle, testNow } from "../../../prisma/test-cycle";

test("a quarter is told in 5 % steps until its release, also after destruction, then by the exact number; never a score", async () => {
  const cycle = await countedTestCycle("glance", { engineers: 14, ballots: 12 });
  const admin = callerFor(cycle.admin, testClosed);
  const seen = async () => (await admin.cycle.glance({ company: "glance" }))[0];
  const steps = [{ group: "engineer", invited: 14, participation: { kind: "steps", percent: 85 } }];
  expect((await seen())?.groups).toEqual(steps);
  await destroyCycle(cycle, testClosed);
  expect((await seen())?.groups).toEqual(steps);
  await admin.cycle.release(cycle.ref);
  expect((await seen())?.groups).toEqual([
    { group: "engineer", invited: 14, participation: { kind: "exact", answers: 12, percent: 86 } },
  ]);
  expect(JSON.stringify(await seen())).not.toMatch(/score|value|leader|dimension/);
});

test("a cycle with fewer than 5 ballots stays at that, and reminders are counted", async () => {
  const cycle = await openTestCycle("glance-few", { engineers: 9 });
  const admin = callerFor(cycle.admin, new Date(testNow.getTime() + 2 * 86_400_000));
  await admin.cycle.remind({ company: "glance-few", quarter: "2031-Q1" });
  const [quarter] = await admin.cycle.glance({ company: "glance-few" });
  expect(quarter).toMatchObject({ remindersSent: 1, failedMails: 0, rosterChange: null });
  expect(quarter?.groups[0]?.participation).toEqual({ kind: "few" });
});
