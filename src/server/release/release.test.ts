import { beforeAll, expect, test } from "vitest";
import { callerFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";

const notFound = { code: "NOT_FOUND" };
const hours = (count: number) => new Date(testClosed.getTime() + count * 3_600_000);
const board = "board@release.example";
const engineer = "engineer0@release.example";
let cycle: Awaited<ReturnType<typeof countedTestCycle>>;

beforeAll(async () => {
  cycle = await countedTestCycle("release", { engineers: 14, ballots: 12 });
  await callerFor(cycle.admin, testClosed).member.invite({
    company: "release",
    email: board,
    name: "Bea Board",
    admin: false,
    board: true,
  });
});

const at = (email: string, hour: number) => callerFor(email, hours(hour));
const standing = async (email: string, hour: number) =>
  (await at(email, hour).company.overview({ company: "release" })).cycles[0];
const auditOf = async (action: string) =>
  (await at(cycle.admin, 900).audit.list({ company: "release", page: 0 })).entries.filter(
    (entry) => entry.action === action,
  );

test("after the tally each leader previews the own report, with comments, and nobody reads anything else", async () => {
  const read = await at(cycle.cto, 1).report.seat({ ...cycle.ref, seat: "cto" });
  expect(read.standing.stage).toBe("preview");
  expect(read.comments).toHaveLength(12);
  await expect(at(cycle.cto, 1).report.seat({ ...cycle.ref, seat: "vpe" })).rejects.toMatchObject(notFound);
  for (const email of [cycle.cto, cycle.vpe, board, cycle.admin, engineer]) {
    await expect(at(email, 1).report.pair(cycle.ref), email).rejects.toMatchObject(notFound);
    await expect(at(email, 1).report.board(cycle.ref), email).rejects.toMatchObject(notFound);
  }
  for (const email of [board, cycle.admin, engineer]) {
    await expect(at(email, 1).report.seat({ ...cycle.ref, seat: "cto" }), email).rejects.toMatchObject(notFound);
  }
});

test("a company may let the numbers be read first: comments open 24 hours after the release, here and in reports of them", async () => {
  const [{ id = "" } = {}] = (await at(cycle.cto, 1).report.seat({ ...cycle.ref, seat: "cto" })).comments;
  const choose = (commentsAfterDay: boolean) =>
    at(cycle.admin, 1).company.setReportOptions({
      company: "release",
      neutralLabelsOnly: commentsAfterDay,
      commentsAfterDay,
    });
  await choose(true);
  const read = await at(cycle.cto, 1).report.seat({ ...cycle.ref, seat: "cto" });
  expect(read).toMatchObject({ comments: [], commentsWait: { hours: 24, from: null }, neutralLabelsOnly: true });
  const flag = { ...cycle.ref, commentId: id, reason: "insult" } as const;
  await expect(at(cycle.cto, 1).comment.flag(flag)).rejects.toMatchObject(notFound);
  expect((await at(cycle.admin, 1).company.settings({ company: "release" })).reports).toEqual({
    neutralLabelsOnly: true,
    commentsAfterDay: true,
  });
  await choose(false);
  expect((await at(cycle.cto, 1).report.seat({ ...cycle.ref, seat: "cto" })).comments).toHaveLength(12);
  expect((await auditOf("company.setReportOptions")).map(({ subject }) => subject)).toEqual([
    "names of the talk and neutral labels, comments with the report",
    "neutral labels only, comments 24 hours after release",
  ]);
});

test("a hold before the release refuses it, is told to leaders and admins only, and needs a reason", async () => {
  await expect(at(cycle.admin, 2).cycle.hold({ ...cycle.ref, reason: " " })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await at(cycle.admin, 2).cycle.hold({ ...cycle.ref, reason: "The auditors ask for time." });
  await expect(at(cycle.admin, 3).cycle.hold({ ...cycle.ref, reason: "Again." })).rejects.toThrow(/held already/);
  await expect(at(cycle.admin, 3).cycle.release(cycle.ref)).rejects.toThrow(/Lift the hold first/);
  expect((await standing(cycle.cto, 3))?.standing.heldAt).toEqual(hours(2));
  expect((await at(cycle.admin, 3).cycle.get(cycle.ref)).heldAt).toEqual(hours(2));
  expect((await standing(board, 3))?.standing.heldAt).toBeNull();
  expect((await standing(engineer, 3))?.standing.heldAt).toBeNull();
  await at(cycle.admin, 4).cycle.liftHold(cycle.ref);
  await expect(at(cycle.admin, 4).cycle.liftHold(cycle.ref)).rejects.toThrow(/not held/);
  expect((await auditOf("cycle.hold")).map(({ subject }) => subject)).toEqual(["Q1 2031: The auditors ask for time."]);
  expect(await auditOf("cycle.liftHold")).toHaveLength(1);
});

test("the hours before the board go up from 48 and are fixed by the release", async () => {
  await expect(at(cycle.admin, 5).cycle.setBoardDelay({ ...cycle.ref, hours: 47 })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await at(cycle.admin, 5).cycle.setBoardDelay({ ...cycle.ref, hours: 72 });
  await at(cycle.admin, 10).cycle.release(cycle.ref);
  await expect(at(cycle.admin, 11).cycle.setBoardDelay({ ...cycle.ref, hours: 48 })).rejects.toThrow(/moment is set/);
  expect((await standing(board, 11))?.standing).toMatchObject({ stage: "leaders", boardAt: hours(82) });
});

test("from release both leaders read seat, pair and board page; the board waits", async () => {
  for (const [email, seat] of [[cycle.cto, "cto"] as const, [cycle.vpe, "vpe"] as const]) {
    expect((await at(email, 11).report.seat({ ...cycle.ref, seat })).standing.stage).toBe("leaders");
    expect((await at(email, 11).report.pair(cycle.ref)).report.kind).toBe("shown");
    expect((await at(email, 11).report.board(cycle.ref)).page.quarter).toBe(cycle.ref.quarter);
  }
  await expect(at(board, 81).report.board(cycle.ref)).rejects.toMatchObject(notFound);
});

test("the day before comments runs from the release", async () => {
  const choice = { company: "release", neutralLabelsOnly: false, commentsAfterDay: true };
  await at(cycle.admin, 11).company.setReportOptions(choice);
  const read = (hour: number) => at(cycle.cto, hour).report.seat({ ...cycle.ref, seat: "cto" });
  expect(await read(33)).toMatchObject({ comments: [], commentsWait: { from: hours(34) } });
  expect((await read(34)).comments).toHaveLength(12);
  await at(cycle.admin, 34).company.setReportOptions({ ...choice, commentsAfterDay: false });
});

test("a hold stops the board's clock, and lifting it gives the board the time that was left", async () => {
  await at(cycle.admin, 80).cycle.hold({ ...cycle.ref, reason: "A leader is ill." });
  await expect(at(board, 500).report.board(cycle.ref)).rejects.toMatchObject(notFound);
  expect((await standing(board, 500))?.standing).toMatchObject({ stage: "leaders", heldAt: null, boardAt: null });
  expect((await at(cycle.cto, 500).report.board(cycle.ref)).standing.heldAt).toEqual(hours(80));
  await at(cycle.admin, 500).cycle.liftHold(cycle.ref);
  await expect(at(board, 501).report.board(cycle.ref)).rejects.toMatchObject(notFound);
  const read = await at(board, 502).report.board(cycle.ref);
  expect(read.standing).toMatchObject({ stage: "board", boardAt: hours(502) });
  await expect(at(cycle.admin, 503).cycle.hold({ ...cycle.ref, reason: "Too late." })).rejects.toThrow(
    /The board reads it already/,
  );
});

test("an admin never reads a score at any moment, and is offered a sentence that says none", async () => {
  expect((await at(cycle.admin, 600).cycle.get(cycle.ref)).rolesSentence).toBe("Both roles are filled.");
  for (const hour of [1, 11, 600]) {
    const seen = JSON.stringify(await at(cycle.admin, hour).cycle.get(cycle.ref));
    expect(seen).not.toMatch(/"(score|value|dimensions|patterns)"/);
    await expect(at(cycle.admin, hour).report.board(cycle.ref)).rejects.toMatchObject(notFound);
  }
});

test("a cycle with too few answers is previewed and released as withheld", async () => {
  const few = await countedTestCycle("release-few", { engineers: 9, ballots: 4 });
  const read = () => at(few.cto, 1).report.seat({ ...few.ref, seat: "cto" });
  expect((await read()).report.kind).toBe("withheld");
  expect((await read()).standing).toMatchObject({ stage: "preview", tooFew: true });
  expect((await read()).mayWriteWords).toBe(false);
  await at(few.admin, 2).cycle.release(few.ref);
  expect((await at(few.cto, 3).report.board(few.ref)).page.responseSentence).toMatch(/so nothing is shown/);
});
