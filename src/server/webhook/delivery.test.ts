import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { countClosedCycle } from "@/server/cycle/count-closed";
import { withCompany } from "@/server/db/with-company";
import type { DueJob, WebhookJob } from "@/server/jobs/enqueue";
import { announceBoardDue } from "@/server/release/board-due";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { startTestReceiver } from "../../../prisma/test-receiver";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { announce } from "./announce";
import { deliverWebhook } from "./deliver";

const slug = "hooked";
const ref = { company: slug, quarter: testQuarter };
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);
const everything = [
  "cycle.opened",
  "cycle.reminded",
  "cycle.closed",
  "cycle.counted",
  "report.released",
  "board.released",
] as const;

let receiver: Awaited<ReturnType<typeof startTestReceiver>>;
let cycle: TestCycle;
let secret = "";
const admin = (now = testNow) => callerFor(cycle?.admin ?? `admin@${slug}.example`, now);
const listed = (now = testNow) => admin(now).webhook.list({ company: slug });
const endpointId = async () => (await listed()).endpoints[0]?.id ?? "";

/** Takes what is due out of a queue, as a worker would, and does it. */
async function work(queue: string, now: Date): Promise<number> {
  const jobs = await adminQuery<{ data: unknown }>(
    "delete from pgboss.job where name = $1 and start_after <= $2 returning data",
    [queue, now],
  );
  for (const { data } of jobs) {
    if (queue === "webhook-delivery") await deliverWebhook(data as WebhookJob, now);
    else await announceBoardDue(data as DueJob, now);
  }
  return jobs.length;
}
const deliver = (now: Date) => work("webhook-delivery", now);
const verifier = (key = secret) => new Webhook(key);
const headersOf = (index: number) => receiver.received.at(index)?.headers as Record<string, string>;
const bodyOf = (index: number) => receiver.received.at(index)?.body ?? "";

beforeAll(async () => {
  receiver = await startTestReceiver();
  vi.useFakeTimers({ toFake: ["Date"], now: testNow });
  cycle = await openTestCycle(slug, {
    engineers: 9,
    beforeOpening: async () => {
      const made = await admin().webhook.create({
        company: slug,
        kind: "webhook",
        name: "Our system",
        address: `${receiver.address}/in?key=k`,
        events: [...everything],
      });
      secret = made.secret ?? "";
    },
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await receiver.stop();
});
beforeEach(() => {
  receiver.answer.status = 200;
  receiver.answer.headers = {};
});

test("an opening is delivered once, and an independent library takes its signature", async () => {
  expect(await deliver(testNow)).toBe(1);
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.path).toBe("/in?key=k");
  expect(verifier().verify(bodyOf(0), headersOf(0))).toMatchObject({
    type: "cycle.opened",
    data: { company: slug, cycle: { id: cycle.cycleId, quarter: testQuarter, phase: "open" } },
  });
  const [delivery] = (await listed()).deliveries;
  expect(delivery).toMatchObject({
    event: "cycle.opened",
    state: "delivered",
    attempts: [{ status: 200, reason: null }],
  });
  expect(headersOf(0)["webhook-id"]).toBe(delivery?.id);
});

test("that library refuses what was changed, signed by another, or sent again after five minutes", () => {
  const [body, headers] = [bodyOf(0), headersOf(0)];
  expect(() => verifier().verify(body.replace("open", "shut"), headers)).toThrow("No matching signature");
  const other = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
  expect(() => verifier(other).verify(body, headers)).toThrow("No matching signature");
  expect(() => verifier().verify(body, { ...headers, "webhook-id": "another" })).toThrow("No matching signature");
  vi.setSystemTime(later(0.2));
  expect(() => verifier().verify(body, headers)).toThrow("too old");
  vi.setSystemTime(testNow);
});

test("the same happening announced twice, or by two workers at once, is one delivery", async () => {
  const again = () =>
    withCompany(cycle, (tx) => announce(tx, cycle, { event: "cycle.reminded", now: testNow, which: "manual 9" }));
  await Promise.all([again(), again()]);
  await again();
  expect(await deliver(testNow)).toBe(1);
  const { deliveries } = await listed();
  expect(deliveries.filter(({ event }) => event === "cycle.reminded")).toHaveLength(1);
});

test("what is undone is not told", async () => {
  await expect(
    withCompany(cycle, async (tx) => {
      await announce(tx, cycle, { event: "cycle.closed", now: testNow });
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await deliver(later(1))).toBe(0);
});

test("a failed attempt comes again later with the same id and body, and a fresh time", async () => {
  receiver.answer.status = 500;
  await admin().cycle.remind(ref);
  await deliver(testNow);
  const first = receiver.received.at(-1);
  const waiting = async (at = testNow) =>
    (await listed(at)).deliveries.find(({ id }) => id === first?.headers["webhook-id"])?.next;
  const tenSecondsOn = new Date(testNow.getTime() + 10_000);
  expect(await waiting()).toEqual({ at: tenSecondsOn, number: 2, most: 11 });
  expect(await waiting(tenSecondsOn)).toEqual({ at: null, number: 2, most: 11 });
  expect(await deliver(new Date(testNow.getTime() + 9_000))).toBe(0);
  receiver.answer.status = 429;
  receiver.answer.headers = { "retry-after": "600" };
  const soon = new Date(testNow.getTime() + 11_000);
  expect(await deliver(soon)).toBe(1);
  expect(await deliver(new Date(soon.getTime() + 599_000))).toBe(0);
  expect(await waiting()).toEqual({ at: new Date(soon.getTime() + 600_000), number: 3, most: 11 });
  receiver.answer.status = 204;
  const last = new Date(soon.getTime() + 601_000);
  expect(await deliver(last)).toBe(1);
  const third = receiver.received.at(-1);
  expect([third?.headers["webhook-id"], third?.body]).toEqual([first?.headers["webhook-id"], first?.body]);
  vi.setSystemTime(last);
  expect(verifier().verify(bodyOf(-1), headersOf(-1))).toMatchObject({ type: "cycle.reminded" });
  vi.setSystemTime(testNow);
  const delivery = (await listed()).deliveries.find(({ id }) => id === first?.headers["webhook-id"]);
  expect([delivery?.state, delivery?.next]).toEqual(["delivered", null]);
  expect(delivery?.attempts.map(({ status, reason }) => [status, reason])).toEqual([
    [500, "The receiver has a problem of its own."],
    [429, "The receiver asks for a pause."],
    [204, null],
  ]);
});

test("the same attempt given to two workers is written down once", async () => {
  await admin().webhook.sendTest({ company: slug, webhookId: await endpointId() });
  const [{ data }] = (await adminQuery<{ data: WebhookJob }>(
    "delete from pgboss.job where name = 'webhook-delivery' returning data",
  )) as [{ data: WebhookJob }];
  await Promise.all([deliverWebhook(data, testNow), deliverWebhook(data, testNow)]);
  await deliverWebhook(data, testNow);
  const tests = (await listed()).deliveries.filter(({ event }) => event === "test");
  expect(tests.map(({ attempts }) => attempts.length)).toEqual([1]);
});

test("after a rotation both secrets sign for a day, then the new one alone", async () => {
  const webhookId = await endpointId();
  const rotated = await admin().webhook.rotateSecret({ company: slug, webhookId });
  await admin().webhook.sendTest({ company: slug, webhookId });
  await deliver(testNow);
  expect(verifier(secret).verify(bodyOf(-1), headersOf(-1))).toMatchObject({ type: "test" });
  expect(verifier(rotated.secret).verify(bodyOf(-1), headersOf(-1))).toMatchObject({ type: "test" });
  const dayAfter = later(25);
  vi.setSystemTime(dayAfter);
  await admin(dayAfter).webhook.sendTest({ company: slug, webhookId });
  await deliver(dayAfter);
  expect(() => verifier(secret).verify(bodyOf(-1), headersOf(-1))).toThrow("No matching signature");
  expect(verifier(rotated.secret).verify(bodyOf(-1), headersOf(-1))).toMatchObject({ type: "test" });
  vi.setSystemTime(testNow);
  secret = rotated.secret;
});

test("closing, counting, release and the board's moment are told, without a number of anybody", async () => {
  for (const { link } of cycle.links.slice(0, 6))
    await answerInvitation(wireAt(testNow), link, plainBallot(4, "words"));
  receiver.received.length = 0;
  const closed = later(240);
  await admin(closed).cycle.close(ref);
  await countClosedCycle(cycle, closed);
  await countClosedCycle(cycle, closed);
  await admin(closed).cycle.release(ref);
  await deliver(closed);
  // The board waits 48 hours, and a hold moves its moment.
  await admin(later(250)).cycle.hold({ ...ref, reason: "The auditors ask for time." });
  await work("board-due", later(289));
  await admin(later(300)).cycle.liftHold(ref);
  await work("board-due", later(337));
  expect(await deliver(later(337))).toBe(0);
  await work("board-due", later(339));
  await deliver(later(339));
  const told = receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: { cycle: object } });
  expect(told.map(({ type }) => type).sort()).toEqual([
    "board.released",
    "cycle.closed",
    "cycle.counted",
    "report.released",
  ]);
  for (const { data } of told) expect(Object.keys(data.cycle)).toEqual(["id", "quarter", "phase", "closesAt"]);
});
