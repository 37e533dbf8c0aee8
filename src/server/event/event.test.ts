import { beforeAll, expect, test } from "vitest";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";

const now = new Date("2031-01-10T09:00:00Z");
let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
let other: Awaited<ReturnType<typeof companyWithEveryRole>>;
const admin = (company: typeof own) => callerFor(company.emails.admin, now);

beforeAll(async () => {
  own = await companyWithEveryRole("events");
  other = await companyWithEveryRole("events-other");
});

test("an admin adds an event to a quarter and removes it, and both stand in the log", async () => {
  await admin(own).event.add({ company: "events", quarter: "2030-Q4", label: "Two teams merged" });
  const [event] = await admin(own).event.list({ company: "events" });
  expect(event).toMatchObject({ quarter: "2030-Q4", label: "Two teams merged" });
  await admin(own).event.remove({ company: "events", eventId: event?.id ?? "" });
  expect(await admin(own).event.list({ company: "events" })).toEqual([]);
  const { entries } = await admin(own).audit.list({ company: "events", page: 0 });
  expect(entries.map(({ action, subject }) => `${action} ${subject}`).sort()).toEqual([
    "event.add Q4 2030: Two teams merged",
    "event.remove Q4 2030: Two teams merged",
  ]);
});

test("a quarter has two events at most, also when they come at once, and a label 40 characters", async () => {
  const add = (label: string) => admin(own).event.add({ company: "events", quarter: "2030-Q3", label });
  const outcomes = await Promise.allSettled(["First event", "Second event", "Third event"].map(add));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
  await expect(add("x".repeat(41))).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("another company neither sees nor removes an event", async () => {
  const [event] = await admin(own).event.list({ company: "events" });
  expect(await admin(other).event.list({ company: "events-other" })).toEqual([]);
  await expect(admin(other).event.remove({ company: "events-other", eventId: event?.id ?? "" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
