import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { retryDelays } from "@/domain/webhook";
import { withCompany } from "@/server/db/with-company";
import type { WebhookJob } from "@/server/jobs/enqueue";
import { applyRetention } from "@/server/rights/retention";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { startTestReceiver } from "../../../prisma/test-receiver";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { deliverWebhook } from "./deliver";

const now = new Date("2031-01-10T09:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const company = "notified";
let receiver: Awaited<ReturnType<typeof startTestReceiver>>;
let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
let other: Awaited<ReturnType<typeof companyWithEveryRole>>;
const admin = (at = now) => callerFor(own.emails.admin, at).webhook;
const list = (at = now) => admin(at).list({ company });

const create = (input: Partial<Parameters<ReturnType<typeof admin>["create"]>[0]> = {}) =>
  admin().create({
    company,
    kind: "webhook",
    name: "Ours",
    address: `${receiver.address}/in`,
    events: ["cycle.opened"],
    ...input,
  });

async function fresh(input: Parameters<typeof create>[0] = {}): Promise<string> {
  const before = new Set((await list()).endpoints.map(({ id }) => id));
  await create(input);
  return (await list()).endpoints.find(({ id }) => !before.has(id))?.id ?? "";
}

async function deliver(at: Date): Promise<void> {
  const jobs = await adminQuery<{ data: WebhookJob }>(
    "delete from pgboss.job where name = 'webhook-delivery' and start_after <= $1 returning data",
    [at],
  );
  for (const { data } of jobs) await deliverWebhook(data, at);
}
const deliveriesTo = async (name: string) => (await list()).deliveries.filter(({ endpoint }) => endpoint === name);
const audited = async () =>
  (await callerFor(own.emails.admin, later(1000)).audit.list({ company, page: 0 })).entries.map(({ action }) => action);

beforeAll(async () => {
  receiver = await startTestReceiver();
  own = await companyWithEveryRole(company);
  other = await companyWithEveryRole("notified-other");
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  receiver.answer.status = 200;
  receiver.received.length = 0;
  await withCompany(own, (tx) => tx.webhookEndpoint.deleteMany());
});

test("the secret is told once, and neither it nor the address is in the database in plain", async () => {
  const { secret } = await create({ address: `${receiver.address}/in?token=hidden` });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const seen = await list();
  expect(seen.endpoints[0]?.address).toBe(`${receiver.address}/in`);
  expect(JSON.stringify(seen)).not.toContain(secret);
  const [row] = await adminQuery<{ text: string }>("select webhook_endpoint::text as text from webhook_endpoint");
  const plain = Buffer.from(row?.text ?? "", "utf8").toString();
  expect(plain).not.toMatch(/hidden|whsec/);
  expect(plain).not.toContain(Buffer.from("token=hidden").toString("hex"));
});

test.each([
  ["https://inside.example.test/in", "resolves to a private address"],
  ["https://absent.example.test/in", "There is no server called absent.example.test."],
  ["https://10.0.0.1/in", "10.0.0.1 is a private address"],
  ["http://hooks.example.com/in", "begin with https"],
  ["https://2130706433/in", "usual form"],
  ["no address", "not a web address"],
])("%s is refused at its field", async (address, why) => {
  await expect(create({ address })).rejects.toMatchObject({
    message: expect.stringContaining(why),
    cause: { field: "address" },
  });
  expect((await list()).endpoints).toEqual([]);
});

test("another company neither sees nor touches an endpoint or a delivery", async () => {
  const webhookId = await fresh();
  await admin().sendTest({ company, webhookId });
  const [delivery] = await deliveriesTo("Ours");
  const theirs = callerFor(other.emails.admin, now).webhook;
  const at = { company: "notified-other", webhookId };
  expect(await theirs.list({ company: "notified-other" })).toEqual({ timeZone: "UTC", endpoints: [], deliveries: [] });
  for (const attempt of [
    () => theirs.remove(at),
    () => theirs.rotateSecret(at),
    () => theirs.sendTest(at),
    () => theirs.switchOn(at),
    () => theirs.update({ ...at, name: "Mine", address: "", events: ["cycle.closed"] }),
    () => theirs.redeliver({ company: "notified-other", deliveryId: delivery?.id ?? "" }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test("an endpoint keeps its address when none is typed, and every change stands in the log", async () => {
  const webhookId = await fresh();
  await admin().update({ company, webhookId, name: "Renamed", address: "", events: ["cycle.closed"] });
  expect((await list()).endpoints[0]).toMatchObject({ name: "Renamed", address: `${receiver.address}/in` });
  await admin().update({
    company,
    webhookId,
    name: "Renamed",
    address: `${receiver.address}/two`,
    events: ["cycle.closed"],
  });
  await admin().rotateSecret({ company, webhookId });
  await admin().sendTest({ company, webhookId });
  await deliver(now);
  expect(receiver.received.map(({ path }) => path)).toEqual(["/two"]);
  const [delivery] = await deliveriesTo("Renamed");
  await admin().redeliver({ company, deliveryId: delivery?.id ?? "" });
  await expect(admin().redeliver({ company, deliveryId: delivery?.id ?? "" })).rejects.toThrow(/waits/);
  await deliver(now);
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([delivery?.id, delivery?.id]);
  await admin().remove({ company, webhookId });
  expect(await list()).toEqual({ timeZone: "UTC", endpoints: [], deliveries: [] });
  expect((await audited()).slice(0, 7)).toEqual([
    "webhook.remove",
    "webhook.redeliver",
    "webhook.test",
    "webhook.rotateSecret",
    "webhook.update",
    "webhook.update",
    "webhook.create",
  ]);
});

test("chats get their own form, unsigned; one that was removed there is switched off with the reason, and a mail", async () => {
  for (const kind of ["slack", "teams"] as const) {
    const webhookId = await fresh({ kind, name: kind, address: `${receiver.address}/services/T0/secret` });
    await admin().sendTest({ company, webhookId });
  }
  await deliver(now);
  const bodies = receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(bodies.map((body) => Object.keys(body)).sort()).toEqual([
    ["text", "blocks"],
    ["type", "attachments"],
  ]);
  expect(receiver.received.every(({ headers }) => headers["webhook-signature"] === undefined)).toBe(true);
  const seen = await list();
  expect(JSON.stringify(seen)).not.toContain("services");
  const slack = seen.endpoints.find(({ name }) => name === "slack");
  const webhookId = slack?.id ?? "";
  await expect(admin().rotateSecret({ company, webhookId })).rejects.toThrow(/no signing secret/);

  receiver.answer.status = 404;
  await admin().sendTest({ company, webhookId });
  await deliver(now);
  const off = (await list()).endpoints.find(({ name }) => name === "slack");
  expect(off?.disabledReason).toBe("Slack knows no webhook at this address: it was removed there.");
  expect((await audited())[0]).toBe("webhook.switchOff");
  const mails = await adminQuery<{ data: { to: string; subject: string } }>(
    "delete from pgboss.job where name = 'mail' returning data",
  );
  expect(mails.map(({ data }) => [data.to, data.subject])).toEqual([
    [own.emails.admin, "Notifications to “slack” are off"],
  ]);
  await expect(admin().sendTest({ company, webhookId })).rejects.toThrow(/switched off/);
  await admin().switchOn({ company, webhookId });
  receiver.answer.status = 200;
  await admin().sendTest({ company, webhookId });
  await deliver(now);
  expect((await deliveriesTo("slack")).map(({ state }) => state).sort()).toEqual(["delivered", "delivered", "failed"]);
  expect((await list()).endpoints.find(({ name }) => name === "slack")?.disabledReason).toBeNull();
});

test("ten more attempts fail within a day, then it can be asked for again; after three days it is off", async () => {
  receiver.answer.status = 503;
  const webhookId = await fresh({ name: "Down" });
  await admin().sendTest({ company, webhookId });
  let seconds = 0;
  for (const wait of [0, ...retryDelays]) {
    seconds += wait + 1;
    await deliver(later(seconds / 3600));
  }
  const [failed] = await deliveriesTo("Down");
  expect([failed?.state, failed?.attempts.length, failed?.next]).toEqual(["failed", 11, null]);
  expect((await list()).endpoints[0]?.failingSince).toEqual(later(1 / 3600));
  await admin(later(30)).redeliver({ company, deliveryId: failed?.id ?? "" });
  await deliver(later(30));
  expect((await deliveriesTo("Down"))[0]?.attempts).toHaveLength(12);
  await deliver(later(74));
  const [endpoint] = (await list()).endpoints;
  expect(endpoint?.disabledReason).toBe("It took nothing for three days. The receiver has a problem of its own.");
  expect((await deliveriesTo("Down"))[0]?.state).toBe("failed");
});

test("an address that answers no more, or turned private, is told so in the log", async () => {
  const webhookId = await fresh({ name: "Moved" });
  await admin().sendTest({ company, webhookId });
  await withCompany(own, async (tx) => {
    const { sealWebhook } = await import("./secrets");
    const sealedAddress = sealWebhook(
      { companyId: own.companyId, id: webhookId },
      "address",
      "https://inside.example.test/",
    );
    await tx.webhookEndpoint.updateMany({ where: { id: webhookId }, data: { sealedAddress } });
  });
  await deliver(now);
  expect((await deliveriesTo("Moved"))[0]?.attempts[0]).toMatchObject({
    status: null,
    reason: "inside.example.test resolves to a private address. Only public addresses can be reached.",
  });
  expect(receiver.received).toEqual([]);
});

test("a redirect is not followed, and a receiver's words are nowhere", async () => {
  receiver.answer.status = 302;
  receiver.answer.headers = { location: `${receiver.address}/elsewhere` };
  const webhookId = await fresh({ name: "Redirecting" });
  await admin().sendTest({ company, webhookId });
  await deliver(now);
  expect(receiver.received.map(({ path }) => path)).toEqual(["/in"]);
  expect(JSON.stringify(await list())).not.toContain("received");
  receiver.answer.headers = {};
});

test("there are at most ten endpoints, also when they come at once, and twenty tests an hour", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => create({ name: `Nr ${index}` })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  const webhookId = (await list()).endpoints[0]?.id ?? "";
  for (let count = 0; count < 20; count += 1) await admin().sendTest({ company, webhookId });
  await expect(admin().sendTest({ company, webhookId })).rejects.toThrow(/20 tests/);
  await admin(later(2)).sendTest({ company, webhookId });
});

test("the log of deliveries is kept for 30 days, and the company's file names endpoints without secrets", async () => {
  const webhookId = await fresh({ address: `${receiver.address}/in?token=hidden` });
  await admin().sendTest({ company, webhookId });
  const rights = callerFor(own.emails.admin, now).rights;
  const endpoints = await rights.exportPage({ company, part: "notificationAddresses", page: 0 });
  const deliveries = await rights.exportPage({ company, part: "notifications", page: 0 });
  expect(endpoints).toEqual([expect.objectContaining({ name: "Ours", kind: "webhook", events: ["cycle.opened"] })]);
  expect(deliveries).toEqual([expect.objectContaining({ event: "test", state: "waiting" })]);
  expect(JSON.stringify([endpoints, deliveries])).not.toMatch(/hidden|sealed|whsec/i);
  await applyRetention(own.companyId, 8, later(29 * 24));
  expect(await deliveriesTo("Ours")).toHaveLength(1);
  await applyRetention(own.companyId, 8, later(31 * 24));
  expect(await deliveriesTo("Ours")).toEqual([]);
});
