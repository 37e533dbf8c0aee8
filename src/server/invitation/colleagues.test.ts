import { beforeAll, expect, test } from "vitest";
import { toHex } from "@/domain/bytes";
import { rosterRoot } from "@/domain/ledger";
import { callerFor, wireAt } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

let cycle: TestCycle;
let other: TestCycle;
const colleaguesOf = (email: string, company = cycle.slug, page?: number) =>
  callerFor(email, testNow).invitation.colleagues({ company, ...(page && { page }) });
const emailOf = (of: TestCycle, group: string) => of.links.find((person) => person.group === group)?.email ?? "";

beforeAll(async () => {
  cycle = await openTestCycle("colleagues", { engineers: 105, executives: 9 });
  other = await openTestCycle("colleagues-too", { engineers: 9 });
}, 60_000);

test("somebody on the roster sees everybody of their own group and nobody of the other, a page at a time", async () => {
  const first = await colleaguesOf(emailOf(cycle, "engineer"));
  const second = await colleaguesOf(emailOf(cycle, "engineer"), cycle.slug, 2);
  expect(first).toMatchObject({ group: "engineer", total: 105, pages: 2, contact: "admin@colleagues.example" });
  expect([first.people.length, second.people.length]).toEqual([100, 5]);
  const seen = [...first.people, ...second.people].map(({ email }) => email);
  expect(seen).toEqual(cycle.links.filter(({ group }) => group === "engineer").map(({ email }) => email));
  const executives = await colleaguesOf(emailOf(cycle, "executive"));
  expect(executives.people).toHaveLength(9);
  expect(executives.people.every(({ email }) => email.startsWith("executive"))).toBe(true);
});

test("the list is the one whose root is in the public record", async () => {
  const { people } = await colleaguesOf(emailOf(other, "engineer"), other.slug);
  const { manifest } = await wireAt(testNow).ballot.manifest({ cycle: `${other.slug}-${testQuarter.toLowerCase()}` });
  expect(toHex(await rosterRoot(people))).toBe(JSON.parse(manifest).groups[0].rosterRoot);
});

test("who is not on the roster sees no list: an admin, a leader, and the people of another company", async () => {
  const nothing = { code: "NOT_FOUND", message: "There is nothing at this address." };
  for (const email of [cycle.admin, cycle.cto, emailOf(other, "engineer")]) {
    await expect(colleaguesOf(email), email).rejects.toMatchObject(nothing);
  }
});

test("when no cycle is open there is no list", async () => {
  await callerFor(other.admin, testNow).cycle.close({ company: other.slug, quarter: testQuarter });
  await expect(colleaguesOf(emailOf(other, "engineer"), other.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
