import { beforeAll, expect, test } from "vitest";
import { callerFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";

const hours = (count: number) => new Date(testClosed.getTime() + count * 3_600_000);
let cycle: Awaited<ReturnType<typeof countedTestCycle>>;
const at = (email: string, hour: number) => callerFor(email, hours(hour));
const words = "We have heard it. Hiring goes to the VPoE from September.";

beforeAll(async () => {
  cycle = await countedTestCycle("words", { engineers: 9, ballots: 6 });
});

test("a leader writes from the preview on, for the own seat only, and nobody else reads it yet", async () => {
  await at(cycle.cto, 1).statement.save({ ...cycle.ref, seat: "cto", text: words });
  await expect(at(cycle.cto, 1).statement.save({ ...cycle.ref, seat: "vpe", text: words })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await at(cycle.cto, 1).statement.mine(cycle.ref)).toMatchObject({ seat: "cto", text: words, mayWrite: true });
  expect((await at(cycle.vpe, 1).statement.mine(cycle.ref)).text).toBe("");
  await expect(at(cycle.admin, 1).statement.mine(cycle.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a hundred and one words are refused at the field", async () => {
  const text = Array(101).fill("word").join(" ");
  await expect(at(cycle.cto, 1).statement.save({ ...cycle.ref, seat: "cto", text })).rejects.toThrow(
    /Use at most 100 words/,
  );
});

test("after release both stand on the board page with their names, and empty words are taken back", async () => {
  await at(cycle.admin, 2).cycle.release(cycle.ref);
  await at(cycle.vpe, 3).statement.save({ ...cycle.ref, seat: "vpe", text: "Thank you for the plain words." });
  const statements = async () => (await at(cycle.cto, 4).report.board(cycle.ref)).page.statements;
  expect(await statements()).toEqual([
    { seat: "cto", name: "Carla Cto", text: words },
    { seat: "vpe", name: "Viktor Vpe", text: "Thank you for the plain words." },
  ]);
  await at(cycle.vpe, 5).statement.save({ ...cycle.ref, seat: "vpe", text: "" });
  expect(await statements()).toHaveLength(1);
});

test("at the board's moment the words are frozen, and the log knows of every writing", async () => {
  await expect(at(cycle.cto, 51).statement.save({ ...cycle.ref, seat: "cto", text: "Too late." })).rejects.toThrow(
    /Your words stand as they are/,
  );
  expect((await at(cycle.cto, 51).statement.mine(cycle.ref)).mayWrite).toBe(false);
  const log = await at(cycle.admin, 52).audit.list({ company: "words", page: 0 });
  expect(log.entries.filter(({ action }) => action === "statement.save").map(({ subject }) => subject)).toEqual([
    "Q1 2031, VPoE, taken back",
    "Q1 2031, VPoE, 6 words",
    "Q1 2031, CTO, 11 words",
  ]);
});

test("where there is no result there is nothing to write about", async () => {
  const few = await countedTestCycle("words-few", { engineers: 9, ballots: 3 });
  await expect(at(few.cto, 1).statement.save({ ...few.ref, seat: "cto", text: words })).rejects.toThrow(/no result/);
});
