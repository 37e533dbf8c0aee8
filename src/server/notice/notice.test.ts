import { beforeAll, expect, test, vi } from "vitest";
import { closeDueCycle } from "@/server/cycle/close-due";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor, wireAt } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";
import { claim } from "../../../scripts/attack/rater";
import { runClaimNotice, sendClaimNotice } from "./commands";

const outbox: { to: string; subject: string; text: string; html: string }[] = [];
vi.mock("@/server/mail/send", () => ({
  sendUncountedMail: async (mail: (typeof outbox)[number]) => void outbox.push(mail),
  unlessRefused: (sending: Promise<void>) => sending,
}));

let cycle: TestCycle;
const wire = wireAt(testNow);
const place = ({ companyId, cycleId } = cycle) => ({ companyId, cycleId });

type QueuedJob = { data: Record<string, string>; created: Date; start: Date; deleteAfter: number; key: string | null };

/** What stands in the queue about a cycle. */
const queued = (name: string, of = cycle) =>
  withDirectory(
    (tx) => tx.$queryRaw<QueuedJob[]>`
      select data, created_on as created, start_after as start, deletion_seconds as "deleteAfter", singleton_key as key
      from pgboss.job where name = ${name} and data->>'cycleId' = ${of.cycleId}`,
  );
const entries = (of = cycle) =>
  withCompany(place(of), (tx) => tx.rosterEntry.findMany({ where: place(of), orderBy: { email: "asc" } }));
const noticed = async (of = cycle) => (await entries(of)).filter((entry) => entry.claimNoticed).map(({ id }) => id);
const claimAs = async (of: TestCycle, indexes: number[]) => {
  for (const index of indexes) {
    const person = of.links[index];
    if (person) await claim(wire, person.link);
  }
};

beforeAll(async () => {
  cycle = await openTestCycle("noticed", { engineers: 20 });
});

test("opening a cycle sets its notices going: one job, an hour from now", async () => {
  const jobs = await queued("claim-notice");
  expect(jobs.map(({ start }) => start)).toEqual([new Date(testNow.getTime() + 3_600_000)]);
  expect(jobs[0]?.data).toEqual(place());
});

test("everybody who claimed and was not told is marked and queued, in one batch of one moment", async () => {
  await claimAs(cycle, [0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await noticed()).toEqual([]);
  await runClaimNotice(place(), testNow);
  const claimed = (await entries()).filter((entry) => entry.claimed).map(({ id }) => id);
  expect(await noticed()).toEqual(claimed);
  const jobs = await queued("claim-notice-mail");
  expect(jobs.map(({ data }) => data.rosterEntryId).sort()).toEqual([...claimed].sort());
  expect(new Set(jobs.map(({ created }) => created.getTime())).size).toBe(1);
});

test("a queued notice holds ids and nothing else, and is swept out once it is sent", async () => {
  for (const { data, deleteAfter, key } of await queued("claim-notice-mail")) {
    expect(Object.keys(data).sort()).toEqual(["companyId", "cycleId", "rosterEntryId"]);
    expect([deleteAfter, key]).toEqual([1, null]);
  }
});

test("the marks are written in an order of their own: neither rows nor jobs lie as the claims came", async () => {
  const big = await openTestCycle("shuffled", { engineers: 24 });
  await claimAs(big, [...big.links.keys()]);
  await runClaimNotice(place(big), testNow);
  const rows = await withCompany(
    place(big),
    (tx) => tx.$queryRaw<{ email: string }[]>`
      select email from roster_entry where cycle_id = ${big.cycleId}::uuid order by ctid`,
  );
  const asClaimed = big.links.map(({ email }) => email);
  // By chance one of 24 stays in its place, seldom more than six.
  const inPlace = rows.filter(({ email }, index) => email === asClaimed[index]).length;
  expect(inPlace).toBeLessThan(8);
});

test("nobody is told twice, and each run asks for the next", async () => {
  await runClaimNotice(place(), testNow);
  expect(await queued("claim-notice-mail")).toHaveLength(8);
  await claimAs(cycle, [8]);
  await Promise.all([runClaimNotice(place(), testNow), runClaimNotice(place(), testNow)]);
  expect(await queued("claim-notice-mail")).toHaveLength(9);
  expect(await queued("claim-notice")).toHaveLength(1);
});

test("the mail says what happened and whom to tell, and has no link, no name and no time", async () => {
  const [job] = await queued("claim-notice-mail");
  if (!job) throw new Error("nothing queued");
  await sendClaimNotice({ ...place(), rosterEntryId: job.data.rosterEntryId ?? "" });
  const { email = "" } = (await entries()).find(({ id }) => id === job.data.rosterEntryId) ?? {};
  const mails = outbox.filter(({ to }) => to === email);
  expect(mails.map(({ text }) => text)).toEqual([
    "A ballot was collected in your name. If that was not you, tell admin@noticed.example.\n",
  ]);
  expect(mails[0]?.html).not.toContain("href");
});

test("no delivery tells an admin who was told", async () => {
  const kinds = await withCompany(place(), (tx) => tx.delivery.groupBy({ by: ["kind"], where: place(), _count: true }));
  expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([["invitation", 20]]);
});

test("closing tells of the last claims; after it nothing is asked for any more", async () => {
  await claimAs(cycle, [9, 10]);
  await callerFor(cycle.admin, testNow).cycle.close({ company: cycle.slug, quarter: testQuarter });
  expect(await queued("claim-notice-mail")).toHaveLength(11);
  await withDirectory((tx) => tx.$executeRaw`delete from pgboss.job where name = 'claim-notice'`);
  await runClaimNotice(place(), testNow);
  expect(await queued("claim-notice")).toEqual([]);
});

test("a cycle that closes by itself tells of its last claims too, and destruction takes the marks", async () => {
  const due = await openTestCycle("noticed-due", { engineers: 9 });
  await claimAs(due, [0, 1]);
  await closeDueCycle(place(due), testCloses);
  expect(await noticed(due)).toHaveLength(2);
  await tallyCycle(due);
  await destroyCycle(due, testCloses);
  expect(await noticed(due)).toEqual([]);
});
