import { beforeAll, expect, test } from "vitest";
import { momentIn } from "@/domain/day-words";
import { closeDueCycle } from "@/server/cycle/close-due";
import { withCompany } from "@/server/db/with-company";
import type { DueJob } from "@/server/jobs/enqueue";
import { tallyCycle } from "@/server/tally/commands";
import { callerFor, importRoster, tenantFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { openTestCycle, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";
import { planNextQuarter } from "./next-draft";
import { openDueCycle } from "./open-due";
import { releaseDueCycle } from "./release-due";

const day = 86_400_000;
const after = (days: number) => new Date(testNow.getTime() + days * day);
const slug = "planned";
const admin = (now = testNow) => callerFor(`admin@${slug}.example`, now);
const ref = { company: slug, quarter: testQuarter };
let companyId: string;

const jobs = (name: string, company = companyId) =>
  withCompany(
    { companyId: company },
    (tx) => tx.$queryRaw<{ data: DueJob & Record<string, string>; start: Date }[]>`
      select data, start_after as start from pgboss.job where name = ${name} and data->>'companyId' = ${company} order by start_after`,
  );
const mails = () =>
  withCompany(
    { companyId },
    (tx) => tx.$queryRaw<{ data: { to: string; text: string } }[]>`select data from pgboss.job where name = 'mail'`,
  );
const cycleOf = (company = companyId) =>
  withCompany({ companyId: company }, (tx) =>
    tx.cycle.findFirstOrThrow({ where: { companyId: company }, orderBy: { quarter: "asc" } }),
  );

beforeAll(async () => {
  await callerFor(null, testNow).company.signUp({
    name: "Planned",
    slug,
    adminName: "Ada Admin",
    adminEmail: `admin@${slug}.example`,
    mailDomains: [`${slug}.example`],
  });
  await admin().member.invite({
    company: slug,
    email: `second@${slug}.example`,
    name: "Second",
    admin: true,
    board: false,
  });
  const people = Array.from({ length: 9 }, (_, index) => ({ name: `E ${index}`, email: `e${index}@${slug}.example` }));
  await importRoster(admin(), slug, people);
  await admin().cycle.create({ ...ref, closesAt: after(14) });
  companyId = (await tenantFor(slug, `admin@${slug}.example`, testNow)).companyId;
});

test("a company's clocks are UTC until an admin chooses others, and a word that is no zone is refused", async () => {
  expect((await admin().company.settings({ company: slug })).timeZone).toBe("UTC");
  const settings = {
    company: slug,
    name: "Planned",
    contact: `admin@${slug}.example`,
    mailDomains: [`${slug}.example`],
  };
  await expect(admin().company.update({ ...settings, timeZone: "Mars/Olympus" })).rejects.toThrow();
  await admin().company.update({ ...settings, timeZone: "Europe/Berlin" });
  await admin().company.update(settings);
  expect((await admin().company.settings({ company: slug })).timeZone).toBe("Europe/Berlin");
});

test("a draft is planned to open and to be released; a plan that was moved leaves its old job without effect", async () => {
  await expect(admin().plan.setCycle({ ...ref, releaseAt: after(20) })).rejects.toThrow("7 days after closing");
  await admin().plan.setCycle({ ...ref, opensAt: after(1), releaseAt: after(22) });
  await admin().plan.setCycle({ ...ref, opensAt: after(2) });
  const [first, second] = await jobs("open-due");
  expect([first?.start, second?.start]).toEqual([after(1), after(2)]);
  if (!first || !second) throw new Error("no jobs");
  await openDueCycle(first.data, after(1));
  expect((await cycleOf()).phase).toBe("draft");
  await expect(openDueCycle(second.data, after(1.9))).rejects.toThrow("has not come");
});

test("of two admins with the same draft open, the second is told instead of writing over the first", async () => {
  const { closesAt, plannedOpensAt, plannedReleaseAt } = await admin().cycle.get({
    company: slug,
    quarter: ref.quarter,
  });
  const seen = { opensAt: plannedOpensAt, closesAt, releaseAt: plannedReleaseAt };
  await admin().plan.setCycle({ ...ref, releaseAt: after(23), seen });
  await expect(admin().plan.setCycle({ ...ref, releaseAt: after(24), seen })).rejects.toThrow(
    "Somebody saved other values",
  );
  expect((await cycleOf()).plannedReleaseAt).toEqual(after(23));
  const windows = { ...ref, castsFrom: after(4), seen: { castsFrom: after(5) } };
  await expect(admin().cycle.update(windows)).rejects.toThrow("Somebody saved other values");
  const split = { ...ref, sliceNames: [], seen: { sliceNames: ["team" as const] } };
  await expect(admin().cycle.setSlices(split)).rejects.toThrow("Somebody saved other values");
  const words = { ...ref, headline: "Mine.", question: null };
  await admin().cycle.setBoardWords({ ...words, seen: { headline: null, question: null } });
  const late = { ...words, headline: "Yours.", seen: { headline: null, question: null } };
  await expect(admin().cycle.setBoardWords(late)).rejects.toThrow("Somebody saved other values");
  await admin().plan.setCycle({ ...ref, releaseAt: after(22), seen: { ...seen, releaseAt: after(23) } });
});

test("what happens next is listed with its moments and what takes it back", async () => {
  const { items } = await admin().plan.get({ company: slug });
  expect(items.map(({ what, undo }) => `${what} ${undo}`)).toEqual([
    "open unplan-opening",
    "reminder stop-reminders",
    "reminder stop-reminders",
    "close with-opening",
    "destroy with-opening",
    "release unplan-release",
  ]);
});

test("an opening that the check stops leaves the draft, ends the plan and tells every admin why, once", async () => {
  const job = (await jobs("open-due"))[1]?.data;
  if (!job) throw new Error("no job");
  await Promise.all([openDueCycle(job, after(2)), openDueCycle(job, after(2))]);
  const cycle = await cycleOf();
  expect([cycle.phase, cycle.plannedOpensAt, cycle.openingProblem]).toEqual([
    "draft",
    null,
    "Both seats are vacant. Put a person into at least one seat.",
  ]);
  const told = (await mails()).filter(({ data }) => data.text.includes("Both seats are vacant"));
  expect(told.map(({ data }) => data.to).sort()).toEqual([`admin@${slug}.example`, `second@${slug}.example`]);
  expect((await admin().plan.get({ company: slug })).problems).toHaveLength(1);
});

test("with the seats filled it opens at its moment, once, and its roster keeps everybody's clocks", async () => {
  await admin().seat.assign({ company: slug, seat: "cto", email: `cto@${slug}.example`, name: "Carla Cto" });
  const now = after(2);
  await admin(now).plan.setCycle({ ...ref, opensAt: after(3), closesAt: after(13) });
  const job = (await jobs("open-due")).at(-1)?.data;
  if (!job) throw new Error("no job");
  await Promise.all([openDueCycle(job, after(3)), openDueCycle(job, after(3))]);
  const cycle = await cycleOf();
  expect([cycle.phase, cycle.opensAt, cycle.openingProblem]).toEqual(["open", after(3), null]);
  const zones = await withCompany({ companyId }, (tx) =>
    tx.rosterEntry.groupBy({ by: ["timeZone"], where: { companyId }, _count: true }),
  );
  expect(zones.map(({ timeZone, _count }) => [timeZone, _count])).toEqual([["Europe/Berlin", 9]]);
});

test("a close that comes a moment too early fails, so that it is tried again", async () => {
  const cycle = await cycleOf();
  const place = { companyId, cycleId: cycle.id };
  await expect(closeDueCycle(place, new Date(cycle.closesAt.getTime() - 1))).rejects.toThrow("not over");
  await closeDueCycle(place, cycle.closesAt);
  expect((await cycleOf()).phase).toBe("closed");
});

test("a planned release waits for the count and for a hold, and lifting the hold asks for it again", async () => {
  const cycle = await cycleOf();
  const place = { companyId, cycleId: cycle.id };
  const job = (await jobs("release-due")).find(({ data }) => data.at === after(22).toISOString())?.data;
  if (!job) throw new Error("no job");
  await expect(releaseDueCycle(job, after(22))).rejects.toThrow("being counted");
  await tallyCycle(place);
  await admin(after(15)).cycle.hold({ ...ref, reason: "The auditors ask for time." });
  await releaseDueCycle(job, after(22));
  expect((await cycleOf()).phase).toBe("closed");
  await admin(after(25)).cycle.liftHold(ref);
  const again = (await jobs("release-due")).at(-1);
  expect(again?.start).toEqual(after(25));
  if (again) await releaseDueCycle(again.data, after(25));
  const released = await cycleOf();
  expect([released.phase, released.releasedAt, released.boardAt]).toEqual(["released", after(25), after(27)]);
});

test("a release planned before the days for disputes are over comes when they are", async () => {
  const late = await openTestCycle("late-close", { engineers: 9 });
  const caller = callerFor(late.admin, testNow);
  await caller.plan.setCycle({
    company: late.slug,
    quarter: testQuarter,
    releaseAt: new Date(testCloses.getTime() + 7 * day),
  });
  const closedAt = new Date(testCloses.getTime() + day);
  await closeDueCycle(late, closedAt);
  await tallyCycle(late);
  const [job] = await jobs("release-due", late.companyId);
  if (!job) throw new Error("no job");
  await releaseDueCycle(job.data, new Date(job.data.at));
  expect((await cycleOf(late.companyId)).phase).toBe("closed");
  const next = (await jobs("release-due", late.companyId)).at(-1);
  expect(next?.start).toEqual(new Date(closedAt.getTime() + 7 * day));
  if (next) await releaseDueCycle(next.data, next.start);
  expect((await cycleOf(late.companyId)).phase).toBe("released");
});

test("a release can be planned, moved and called off after the opening, until it happened, and all of it is on record", async () => {
  const late = await countedTestCycle("replanned", { engineers: 9, ballots: 6 });
  const { companyId: id, ref: place } = late;
  const at = (days: number) => new Date(testClosed.getTime() + days * day);
  const caller = callerFor(late.admin, testClosed);
  const release = async () => (await caller.cycle.get(place)).plannedReleaseAt;
  await expect(caller.plan.setCycle({ ...place, releaseAt: at(6) })).rejects.toThrow("7 days after closing");
  await expect(caller.plan.setCycle({ ...place, closesAt: at(20) })).rejects.toThrow("fixed once a cycle is open");
  await caller.plan.setCycle({ ...place, releaseAt: at(8) });
  await caller.plan.setCycle({ ...place, releaseAt: at(10) });
  await caller.plan.setCycle({ ...place, releaseAt: null });
  expect(await release()).toBeNull();
  const [first, second] = await jobs("release-due", id);
  if (!first || !second) throw new Error("no jobs");
  for (const { data, start } of [first, second]) await releaseDueCycle(data, start);
  expect((await cycleOf(id)).phase).toBe("closed");
  await caller.plan.setCycle({ ...place, releaseAt: at(10) });
  await releaseDueCycle(first.data, at(8));
  expect((await cycleOf(id)).phase).toBe("closed");
  await releaseDueCycle(second.data, at(10));
  expect((await cycleOf(id)).releasedAt).toEqual(at(10));
  await expect(caller.plan.setCycle({ ...place, releaseAt: null })).rejects.toThrow("released already");
  const { entries } = await callerFor(late.admin, at(10)).audit.list({ company: late.slug, page: 0 });
  const planned = entries.filter(({ action }) => action === "plan.setCycle").map(({ subject }) => subject);
  expect(planned).toEqual(
    [momentIn(at(10), "UTC"), "by an admin", momentIn(at(10), "UTC"), momentIn(at(8), "UTC")].map(
      (when) => `Q1 2031: released ${when}`,
    ),
  );
});

const template = {
  opens: { kind: "weekday" as const, nth: 2, weekday: 2 },
  daysOpen: 14,
  castsAfterDays: null,
  releaseAfterDays: 10,
  sliceNames: [],
};
const drafts = () =>
  withCompany({ companyId }, (tx) =>
    tx.cycle.findMany({ where: { companyId, phase: "draft" }, orderBy: { quarter: "asc" } }),
  );

test("a template makes the next quarter's draft and plan at once, and the one after it when that opens", async () => {
  await admin(after(30)).plan.saveTemplate({ company: slug, ...template });
  const [made] = await drafts();
  // The second Tuesday of April 2031, 09:00 in Berlin.
  expect([made?.quarter, made?.plannedOpensAt]).toEqual(["2031-Q2", new Date("2031-04-08T07:00:00Z")]);
  const [next] = await jobs("plan-next");
  expect(next?.start).toEqual(new Date("2031-04-08T07:00:00Z"));
  await Promise.all([planNextQuarter({ companyId }, after(31)), planNextQuarter({ companyId }, after(31))]);
  expect(await drafts()).toHaveLength(1);
  await planNextQuarter({ companyId }, new Date("2031-04-08T07:00:01Z"));
  expect((await drafts()).map(({ quarter }) => quarter)).toEqual(["2031-Q2", "2031-Q3"]);
});

test("a draft that is removed is not made again, and a paused template makes none", async () => {
  const now = new Date("2031-04-09T07:00:00Z");
  await admin(now).cycle.remove({ company: slug, quarter: "2031-Q3" });
  await admin(now).plan.pauseTemplate({ company: slug, paused: true });
  await planNextQuarter({ companyId }, now);
  expect((await drafts()).map(({ quarter }) => quarter)).toEqual(["2031-Q2"]);
  await admin(now).plan.pauseTemplate({ company: slug, paused: false });
  expect((await drafts()).map(({ quarter }) => quarter)).toEqual(["2031-Q2", "2031-Q4"]);
});

test("a template carries the splits the roster has values for, and says what today's roster makes of them", async () => {
  const now = new Date("2031-04-09T08:00:00Z");
  const save = (sliceNames: ("team" | "site")[]) =>
    admin(now).plan.saveTemplate({ company: slug, ...template, sliceNames });
  expect((await admin(now).plan.get({ company: slug })).sliceChoices).toEqual([]);
  await expect(save(["team"])).rejects.toThrow("No engineer on the roster has a team.");
  const people = Array.from({ length: 18 }, (_, index) => ({
    name: `E ${index}`,
    email: `e${index}@${slug}.example`,
    team: index % 2 === 0 ? "Data" : "Web",
  }));
  await importRoster(admin(now), slug, people);
  await save(["team"]);
  const { sliceChoices, sliceFindings, template: saved } = await admin(now).plan.get({ company: slug });
  expect([sliceChoices, saved?.sliceNames]).toEqual([["team"], ["team"]]);
  expect(sliceFindings[0]).toMatchObject({ level: "ok", title: "Two teams will speak: Data 9 and Web 9." });
  await admin(now).cycle.remove({ company: slug, quarter: "2031-Q4" });
  await planNextQuarter({ companyId }, now);
  expect((await drafts()).map(({ quarter, sliceNames }) => [quarter, sliceNames])).toEqual([
    ["2031-Q2", []],
    ["2032-Q1", ["team"]],
  ]);
});
