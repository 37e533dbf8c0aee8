import { beforeAll, expect, test, vi } from "vitest";
import { withCompany } from "@/server/db/with-company";
import type { DeliveryJob } from "@/server/jobs/enqueue";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { sendReminder } from "./commands";

const outbox = vi.hoisted((): { to: string; subject: string; text: string }[] => []);
vi.mock("@/server/mail/send", () => ({
  sendMail: async (mail: { to: string; subject: string; text: string }) => void outbox.push(mail),
}));

const dayAfter = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
let cycle: TestCycle;
let collected: string;
let missing: string;

const queued = () =>
  withCompany(
    cycle,
    (tx) =>
      tx.$queryRaw<{ id: string; data: DeliveryJob }[]>`select id, data from pgboss.job where name = 'reminder-mail'`,
  );

/** The reminder mails that an admin's click queues, sent at once: to whom each went, and what it said. */
async function remind(days: number) {
  const before = new Set((await queued()).map(({ id }) => id));
  await callerFor(cycle.admin, dayAfter(days)).cycle.remind({ company: cycle.slug, quarter: testQuarter });
  const jobs = (await queued()).filter(({ id }) => !before.has(id));
  expect(jobs).toHaveLength(cycle.links.length);
  outbox.length = 0;
  for (const { data } of jobs) await sendReminder(data, dayAfter(days));
  return [...outbox];
}

beforeAll(async () => {
  cycle = await openTestCycle("reminded", { engineers: 9 });
  for (const { link } of cycle.links.slice(0, 4)) await answerInvitation(wireAt(testNow), link, plainBallot(4));
  collected = cycle.links[0]?.email ?? "";
  missing = cycle.links[8]?.email ?? "";
});

test("the first reminder goes to those who have not collected a ballot", async () => {
  const mails = await remind(2);
  expect(mails).toHaveLength(5);
  expect(mails.map(({ to }) => to)).not.toContain(collected);
  expect(mails.map(({ to }) => to)).toContain(missing);
});

test("the last one goes to all, and its words tell nobody who was still missing", async () => {
  const mails = await remind(4);
  expect(mails.map(({ to }) => to).sort()).toEqual(cycle.links.map(({ email }) => email).sort());
  const bare = (address: string) => {
    const mail = mails.find(({ to }) => to === address);
    return mail && `${mail.subject}\n${mail.text}`.replace(/Hello .*,/, "").replace(/#[^\s]+/, "#");
  };
  expect(bare(collected)).toBe(bare(missing));
  expect(bare(collected)).toContain("goes to everyone on the roster");
  expect(bare(collected)).not.toContain("have not collected your ballot");
});

test("there is no third", async () => {
  await expect(
    callerFor(cycle.admin, dayAfter(6)).cycle.remind({ company: cycle.slug, quarter: testQuarter }),
  ).rejects.toThrow(/There are no more/);
});
