import { beforeAll, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

const wire = wireAt(testNow);
const later = new Date(testNow.getTime() + 10 * 86_400_000);
let cycle: TestCycle;
const ref = () => ({ company: cycle.slug, quarter: testQuarter });
const cto = () => callerFor(cycle.cto, later);
const admin = () => callerFor(cycle.admin, later);
const mine = async () => (await cto().report.seat({ ...ref(), seat: "cto" })).comments;
const flag = async (index: number, reason: "named-a-person" | "insult" = "named-a-person") => {
  const comment = (await mine())[index];
  if (!comment) throw new Error("no comment");
  await cto().comment.flag({ ...ref(), commentId: comment.id, reason });
  return comment;
};

beforeAll(async () => {
  cycle = await openTestCycle("flags", { engineers: 12 });
  // The full stop: no comment may be a part of another.
  for (const [index, { link }] of cycle.links.entries())
    await answerInvitation(wire, link, plainBallot(4, `Bob did thing ${index}.`));
  await callerFor(cycle.admin, later).cycle.close(ref());
  await tallyCycle(cycle);
  await admin().cycle.release(ref());
});

test("an admin reads the reported comment and no other, and its removal replaces it for every reader", async () => {
  expect(await admin().comment.listFlagged(ref())).toEqual([]);
  const { text, id } = await flag(0);
  const waiting = await admin().comment.listFlagged(ref());
  expect(waiting).toEqual([{ flagId: expect.any(String), reason: "named-a-person", text }]);
  expect((await mine()).find((comment) => comment.id === id)).toMatchObject({
    text,
    flag: { state: "waiting", reason: "named-a-person" },
  });
  await admin().comment.decide({ ...ref(), flagId: waiting[0]?.flagId ?? "", decision: "remove" });
  const read = await mine();
  expect(read.find((comment) => comment.id === id)?.text).toBe("Removed: named a person");
  expect(JSON.stringify(read)).not.toContain(text);
  expect(await admin().comment.listFlagged(ref())).toEqual([]);
  const { companyId } = cycle;
  const kept = await withCompany({ companyId }, (tx) => tx.comment.findFirst({ where: { companyId, id } }));
  expect(kept?.text).toBe(text);
});

test("a comment that an admin keeps stays as it was written and cannot be reported again", async () => {
  const { text, id } = await flag(1, "insult");
  const [waiting] = await admin().comment.listFlagged(ref());
  const decide = { ...ref(), flagId: waiting?.flagId ?? "", decision: "keep" } as const;
  await admin().comment.decide(decide);
  await expect(admin().comment.decide({ ...decide, decision: "remove" })).rejects.toThrow(/decided on already/);
  expect((await mine()).find((comment) => comment.id === id)).toMatchObject({ text, flag: { state: "kept" } });
  await expect(cto().comment.flag({ ...ref(), commentId: id, reason: "insult" })).rejects.toThrow(/reported already/);
});

test("of two reports at once one is refused", async () => {
  const comment = (await mine())[2];
  const report = () => cto().comment.flag({ ...ref(), commentId: comment?.id ?? "", reason: "insult" });
  const outcomes = await Promise.allSettled([report(), report()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("nobody reports a comment about the other leader", async () => {
  const comment = (await mine())[3];
  const report = { ...ref(), commentId: comment?.id ?? "", reason: "insult" } as const;
  await expect(callerFor(cycle.vpe, later).comment.flag(report)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(cto().comment.flag({ ...report, quarter: "2030-Q4" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an admin who is the leader cannot decide about what was said of themselves", async () => {
  const { companyId } = cycle;
  const member = await withCompany({ companyId }, (tx) =>
    tx.member.findFirstOrThrow({ where: { companyId, email: cycle.cto } }),
  );
  await admin().member.setRoles({ company: cycle.slug, memberId: member.id, admin: true, board: false });
  const [waiting] = await cto().comment.listFlagged(ref());
  const decide = { ...ref(), flagId: waiting?.flagId ?? "", decision: "remove" } as const;
  await expect(cto().comment.decide(decide)).rejects.toThrow(/about you/);
  await admin().comment.decide(decide);
});

test("the audit names the deeds and never the words", async () => {
  const { companyId } = cycle;
  const entries = await withCompany({ companyId }, (tx) =>
    tx.auditEntry.findMany({ where: { companyId, action: { startsWith: "comment." } }, orderBy: { at: "asc" } }),
  );
  expect(entries.map(({ action, subject }) => `${action}: ${subject}`).sort()).toEqual([
    "comment.decide: Q1 2031, Kept",
    "comment.decide: Q1 2031, Removed: an insult",
    "comment.decide: Q1 2031, Removed: named a person",
    "comment.flag: Q1 2031, insult",
    "comment.flag: Q1 2031, insult",
    "comment.flag: Q1 2031, named a person",
  ]);
  expect(JSON.stringify(entries)).not.toContain("Bob");
});
