import { beforeAll, describe, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { callerFor, tenantFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { openTestCycle, type TestCycle, testNow } from "../../../prisma/test-cycle";

let cycle: TestCycle;
let foreign: Awaited<ReturnType<typeof companyWithEveryRole>>;
const ownDataOf = (email: string, company = cycle.slug) => callerFor(email, testNow).rights.ownData({ company });

beforeAll(async () => {
  cycle = await openTestCycle("own-data", { engineers: 9, teamOf: (engineer) => (engineer < 5 ? "Platform" : "Data") });
  foreign = await companyWithEveryRole("own-data-foreign");
  await callerFor(cycle.cto, testNow).rating.save({
    company: cycle.slug,
    quarter: "2031-Q1",
    kind: "self",
    seat: "cto",
    answers: { items: {}, activities: {} },
  });
});

describe("a member's own data", () => {
  test("an engineer reads membership, roster, team, mails and whether a ballot was collected", async () => {
    const email = "engineer3@own-data.example";
    const data = await ownDataOf(email);
    expect(data.membership).toMatchObject({
      email,
      name: "engineer 3",
      group: "engineer",
      slices: { team: "Platform" },
    });
    expect(data.rosters).toEqual([
      {
        quarter: "2031-Q1",
        group: "engineer",
        name: "engineer 3",
        email,
        // Nine people are too few to be split: the roster of the cycle froze nobody's team.
        slices: {},
        timeZone: "UTC",
        ballotCollected: false,
      },
    ]);
    expect(data.mails).toEqual([{ quarter: "2031-Q1", kind: "invitation", state: "waiting", attempts: 0 }]);
    expect(data.auditLog).toEqual([]);
    expect(data.signIn.sessions.count).toBe(0);
  });

  test("of a collected ballot it says so until the marks are destroyed, and never whether it was sent", async () => {
    const email = "engineer4@own-data.example";
    const { memberId } = await tenantFor(cycle.slug, email, testNow);
    const mark = (data: object, destroyedAt: Date | null) =>
      withCompany(cycle, async (tx) => {
        await tx.rosterEntry.updateMany({ where: { companyId: cycle.companyId, memberId }, data });
        await tx.cycle.updateMany({ where: { companyId: cycle.companyId }, data: { destroyedAt } });
      });
    await mark({ claimed: true }, null);
    const [before] = (await ownDataOf(email)).rosters;
    await mark({ claimed: false }, testNow);
    const [after] = (await ownDataOf(email)).rosters;
    await mark({}, null);
    expect(before?.ballotCollected).toBe(true);
    expect(after?.ballotCollected).toMatch(/no longer known/);
    expect(JSON.stringify(await ownDataOf(email))).not.toMatch(/nullifier|envelope|invitationHash|blinded/i);
  });

  test("a leader reads their own seats and ratings, and not the other leader's", async () => {
    const data = await ownDataOf(cycle.cto);
    expect(data.seats).toEqual([expect.objectContaining({ seat: "cto", endedAt: null })]);
    expect(data.ratings).toEqual([
      { quarter: "2031-Q1", kind: "self", seat: "cto", answers: { items: {}, activities: {} } },
    ]);
    expect((await ownDataOf(cycle.vpe)).ratings).toEqual([]);
  });

  test("an admin reads the lines of the audit log that they caused, and only those", async () => {
    const { auditLog } = await ownDataOf(cycle.admin);
    expect(auditLog.map(({ action }) => action)).toContain("cycle.open");
    expect((await ownDataOf(cycle.cto)).auditLog).toEqual([]);
  });

  test("it names nobody else: no colleague's address is in an engineer's file", async () => {
    const text = JSON.stringify(await ownDataOf("engineer3@own-data.example"));
    const addresses = new Set(text.match(/[a-z0-9.]+@[a-z.-]+/g));
    // The contact is the one to write to.
    expect([...addresses].sort()).toEqual([cycle.admin, "engineer3@own-data.example"]);
  });

  test("it says in words what is not there", async () => {
    expect((await ownDataOf(cycle.cto)).notHere[0]).toMatch(/Answers on anonymous ballots/);
  });

  test("nobody of another company reads anything, and writing the file leaves no trace", async () => {
    for (const email of Object.values(foreign.emails)) {
      await expect(ownDataOf(email)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const count = () => withCompany(cycle, (tx) => tx.auditEntry.count());
    const before = await count();
    await ownDataOf("engineer3@own-data.example");
    expect(await count()).toBe(before);
  });
});
