import { beforeAll, expect, test } from "vitest";
import type { Ledger } from "@/domain/ledger";
import type { FrozenReport } from "@/domain/report";
import { withCompany } from "@/server/db/with-company";
import { withTally } from "@/server/db/with-tally";
import { keyStore } from "@/server/keys/keys";
import { destroyCycle, findDestructionDate, tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";

const wire = wireAt(testNow);
const later = new Date(testNow.getTime() + 10 * 86_400_000);
let cycle: TestCycle;
const leaves: string[] = [];

const reportOf = ({ companyId, cycleId }: TestCycle) =>
  withCompany({ companyId }, async (tx) => {
    const rows = await tx.reportPart.findMany({ where: { companyId, cycleId } });
    return Object.fromEntries(rows.map((row) => [row.part, row.content])) as unknown as FrozenReport;
  });

beforeAll(async () => {
  cycle = await openTestCycle("whole", { engineers: 14, executives: 3 });
  for (const [index, { link }] of cycle.links.slice(0, 12).entries()) {
    const sent = await answerInvitation(wire, link, plainBallot(index < 6 ? 4 : 2, `comment ${index}`));
    leaves.push(sent?.leaf ?? "");
  }
});

test("three executives are too few for a group of their own and get no invitation", () => {
  expect(cycle.links.map(({ group }) => group)).toEqual(Array(14).fill("engineer"));
});

test("while it is open an admin of 14 people sees that five have collected a ballot, on every way to ask, and no share", async () => {
  const seen = await callerFor(cycle.admin, later).cycle.get({ company: cycle.slug, quarter: testQuarter });
  expect(seen.groups).toEqual([{ group: "engineer", invited: 14, participation: { kind: "enough" } }]);
  const [glanced] = await callerFor(cycle.admin, later).cycle.glance({ company: cycle.slug });
  expect(glanced?.groups).toEqual(seen.groups);
  expect(seen.tallied).toBe(false);
});

test("a claim with another blinded message is refused, a repeated visit may not take a second ballot", async () => {
  const taken = cycle.links[0];
  await expect(answerInvitation(wire, taken?.link ?? ({} as never), plainBallot(5))).rejects.toThrow(
    /collected in your name/,
  );
});

test("of two admins closing at once one is told that it is closed already", async () => {
  const close = () => callerFor(cycle.admin, later).cycle.close({ company: cycle.slug, quarter: testQuarter });
  const outcomes = await Promise.allSettled([close(), close()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a closed cycle takes no more claims and no more ballots", async () => {
  const free = cycle.links[13];
  await expect(answerInvitation(wire, free?.link ?? ({} as never), plainBallot(3))).rejects.toThrow(/closed/);
});

test("the tally freezes one report, and a second run changes nothing", async () => {
  await tallyCycle(cycle);
  const first = await reportOf(cycle);
  expect(await tallyCycle(cycle)).toBeNull();
  expect(await findDestructionDate(cycle)).toEqual(new Date(later.getTime() + 7 * 86_400_000));
  expect(await reportOf(cycle)).toEqual(first);
  expect(first.response.groups).toEqual([{ group: "engineer", invited: 14, ballots: 12, heard: true }]);
  const delivery = first.cto.kind === "shown" ? first.cto.dimensions[0] : undefined;
  expect(delivery?.score).toMatchObject({ kind: "shown", value: 50, answers: "5–19" });
});

test("the ledger lists every receipt, sorted, with invited ≥ claimed ≥ cast", async () => {
  const { companyId, cycleId } = cycle;
  const ledger = await withCompany({ companyId }, (tx) =>
    tx.ledger.findUniqueOrThrow({ where: { companyId_cycleId: { companyId, cycleId } } }),
  );
  const content = ledger.content as unknown as Ledger;
  expect(content.leaves).toEqual([...leaves].sort());
  expect(content.groups).toEqual([{ group: "engineer", invited: 14, claimed: 12, cast: 12 }]);
});

test("before release a leader previews the own report only; afterwards the two read, the board 48 hours later", async () => {
  const ref = { company: cycle.slug, quarter: testQuarter };
  const cto = callerFor(cycle.cto, later);
  await expect(cto.report.pair(ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await callerFor(cycle.admin, later).member.invite({
    company: cycle.slug,
    email: "b@whole.example",
    name: "B",
    admin: false,
    board: true,
  });
  await callerFor(cycle.admin, later).cycle.release(ref);
  const read = await cto.report.seat({ ...ref, seat: "cto" });
  expect(read.comments).toHaveLength(12);
  await expect(cto.report.seat({ ...ref, seat: "vpe" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(callerFor(cycle.admin, later).report.seat({ ...ref, seat: "cto" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(callerFor("b@whole.example", later).report.board(ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const afterwards = new Date(later.getTime() + 49 * 3_600_000);
  const board = await callerFor("b@whole.example", afterwards).report.board(ref);
  expect(board.page.groups.map(({ subject }) => subject)).toEqual(["cto", "vpe", "pair"]);
  expect(JSON.stringify(board)).not.toContain("comment 1");
});

test("destruction leaves no envelope, no claim mark and no key", async () => {
  await destroyCycle(cycle, testCloses);
  const { companyId, cycleId } = cycle;
  expect(await withTally(companyId, (tx) => tx.ballot.count({ where: { companyId, cycleId } }))).toBe(0);
  const marks = await withCompany({ companyId }, (tx) =>
    tx.rosterEntry.count({
      where: { companyId, cycleId, OR: [{ claimed: true }, { blindedMessageHash: { not: null } }] },
    }),
  );
  expect(marks).toBe(0);
  expect(await keyStore().find(cycle, "tally")).toBeNull();
  expect(await findDestructionDate(cycle)).toBeNull();
  expect(await reportOf(cycle)).toHaveProperty("cto.kind", "shown");
});

test("a cycle with four ballots releases nothing, and its ballots are destroyed", async () => {
  const small = await openTestCycle("few", { engineers: 9 });
  for (const { link } of small.links.slice(0, 4)) await answerInvitation(wire, link, plainBallot(5, "only me"));
  await callerFor(small.admin, later).cycle.close({ company: small.slug, quarter: testQuarter });
  await tallyCycle(small);
  const report = await reportOf(small);
  expect(report.response.kind).toBe("too-few");
  expect([report.cto.kind, report.vpe.kind, report.pair.kind]).toEqual(["withheld", "withheld", "withheld"]);
  const { companyId, cycleId } = small;
  expect(await withTally(companyId, (tx) => tx.ballot.count({ where: { companyId, cycleId } }))).toBe(0);
  expect(await withCompany({ companyId }, (tx) => tx.comment.count({ where: { companyId, cycleId } }))).toBe(0);
});
