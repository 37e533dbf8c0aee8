import { beforeAll, expect, test, vi } from "vitest";
import { withCompany } from "@/server/db/with-company";
import type { DeliveryJob, ReminderRoundJob } from "@/server/jobs/enqueue";
import { remindDueZone } from "@/server/plan/remind-due";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { sendReminder } from "./commands";

const outbox = vi.hoisted((): { to: string; subject: string; text: string }[] => []);
vi.mock("@/server/mail/send", () => ({
  unlessRefused: (sending: Promise<void>) => sending,
  MailRefused: class extends Error {},
  sendUncountedMail: async (mail: { to: string; subject: string; text: string }) => void outbox.push(mail),
}));

const dayAfter = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
let cycle: TestCycle;
let collected: string;
let missing: string;
let missingEntry: string;

const queued = () =>
  withCompany(
    cycle,
    (tx) =>
      tx.$queryRaw<
        { id: string; data: DeliveryJob }[]
      >`select id, data from pgboss.job where name = 'reminder-mail' and data->>'cycleId' = ${cycle.cycleId}`,
  );

/** The reminder mails that something queues, sent at once: to whom each went, and what it said. */
async function sent(queue: () => Promise<void>, now: Date) {
  const before = new Set((await queued()).map(({ id }) => id));
  await queue();
  const jobs = (await queued()).filter(({ id }) => !before.has(id));
  expect(jobs).toHaveLength(cycle.links.length);
  outbox.length = 0;
  for (const { data } of jobs) await sendReminder(data, now);
  return [...outbox];
}

const byHand = (days: number) =>
  callerFor(cycle.admin, dayAfter(days)).cycle.remind({ company: cycle.slug, quarter: testQuarter });

/** The planned rounds of a cycle of 14 days: Tuesday morning after half-way, and Monday morning before it closes. */
const rounds = () =>
  withCompany(
    cycle,
    (tx) => tx.$queryRaw<{ data: ReminderRoundJob; start: Date }[]>`
      select data, start_after as start from pgboss.job where name = 'remind-due' and data->>'cycleId' = ${cycle.cycleId} order by start_after`,
  );

async function runRound(index: number) {
  const job = (await rounds())[index]?.data;
  if (!job) throw new Error("no such round");
  const now = new Date(job.at);
  return sent(() => remindDueZone(job, now), now);
}

beforeAll(async () => {
  cycle = await openTestCycle("reminded", { engineers: 9 });
  for (const { link } of cycle.links.slice(0, 4)) await answerInvitation(wireAt(testNow), link, plainBallot(4));
  collected = cycle.links[0]?.email ?? "";
  missing = cycle.links[8]?.email ?? "";
  missingEntry = await withCompany(
    cycle,
    async (tx) => (await tx.rosterEntry.findFirstOrThrow({ where: { cycleId: cycle.cycleId, email: missing } })).id,
  );
});

test("opening plans the rounds: one job for each round and time zone, and none for a person", async () => {
  const planned = await rounds();
  expect(planned.map(({ start }) => start.toISOString())).toEqual([
    "2031-02-11T09:00:00.000Z",
    "2031-02-17T09:00:00.000Z",
  ]);
  expect(planned.map(({ data }) => [data.round, data.planned, data.zone])).toEqual([
    [1, 2, "UTC"],
    [2, 2, "UTC"],
  ]);
});

test("a round queues a mail for everybody alike; who has collected a ballot is skipped at sending", async () => {
  const mails = await runRound(0);
  expect(mails).toHaveLength(5);
  expect(mails.map(({ to }) => to)).not.toContain(collected);
  expect(mails.map(({ to }) => to)).toContain(missing);
  const data = (await queued()).map((job) => job.data);
  expect(new Set(data.map((job) => Object.keys(job).sort().join())).size).toBe(1);
  expect(new Set(data.map(({ toAll, reminder }) => `${toAll} ${reminder}`))).toEqual(new Set(["false planned 1"]));
});

test("a round happens once, also when its job runs twice at the same time; too early it fails and comes again", async () => {
  const [first, second] = (await rounds()).map(({ data }) => data);
  if (!first || !second) throw new Error("no rounds");
  const before = (await queued()).length;
  await Promise.all([remindDueZone(first, new Date(first.at)), remindDueZone(first, new Date(first.at))]);
  expect(await queued()).toHaveLength(before);
  await expect(remindDueZone(second, new Date(first.at))).rejects.toThrow("has not come");
});

test("an address that bounced gets no reminder, and no delivery tells an admin who was reminded", async () => {
  const admin = callerFor(cycle.admin, dayAfter(8));
  const ref = { company: cycle.slug, quarter: testQuarter };
  await admin.cycle.markBounced({ ...ref, email: missing, bounced: true });
  const entry = (await queued()).find(({ data }) => data.deliveryId === missingEntry)?.data;
  outbox.length = 0;
  if (entry) await sendReminder(entry, dayAfter(8));
  expect(outbox).toEqual([]);
  const { failures } = (await admin.cycle.get(ref)).delivery;
  expect(failures).toEqual([{ email: missing, state: "bounced", error: "Came back, noted by an admin." }]);
  await admin.cycle.markBounced({ ...ref, email: missing, bounced: false });
  expect((await admin.cycle.get(ref)).delivery.failures).toEqual([]);
});

test("the last one goes to all, and its words tell nobody who was still missing", async () => {
  const mails = await runRound(1);
  expect(mails.map(({ to }) => to).sort()).toEqual(cycle.links.map(({ email }) => email).sort());
  const bare = (address: string) => {
    const mail = mails.find(({ to }) => to === address);
    return mail && `${mail.subject}\n${mail.text}`.replace(/Hello .*,/, "").replace(/#[^\s]+/, "#");
  };
  expect(bare(collected)).toBe(bare(missing));
  expect(bare(collected)).toContain("goes to everyone on the roster");
  expect(bare(collected)).not.toContain("have not collected your ballot");
});

test("by hand one counts with the planned ones: within 14 days there is no second, and with three there are no more", async () => {
  cycle = await openTestCycle("by-hand", { engineers: 9 });
  await sent(() => byHand(1), dayAfter(1));
  await expect(byHand(4)).rejects.toThrow(/14 days/);
  expect((await runRound(0))[0]?.text).toContain("have not collected your ballot");
  const [, second] = (await rounds()).map(({ data }) => data);
  const before = (await queued()).length;
  if (second) await remindDueZone(second, new Date(second.at));
  expect(await queued()).toHaveLength(before + 9);
  await expect(byHand(13.99)).rejects.toThrow(/no more/);
});

test("switched off, no round goes out", async () => {
  cycle = await openTestCycle("unreminded", { engineers: 9 });
  await callerFor(cycle.admin, testNow).plan.setReminders({ company: cycle.slug, quarter: testQuarter, on: false });
  const before = (await queued()).length;
  const [first] = (await rounds()).map(({ data }) => data);
  if (first) await remindDueZone(first, new Date(first.at));
  expect(await queued()).toHaveLength(before);
});
