import { expect, test } from "vitest";
import { attributedAnswersSchema, ballotAnswersSchema, commentMaxLength } from "./answers";

const ballot = {
  format: "tandem/ballot/1",
  seats: ["cto", "vpe"],
  items: { cto_vision: 4, cto_culture: null },
  activities: { wdw_culture: "both", wdw_next: null },
  comments: { cto: { start: "Explain the why." }, vpe: {} },
};
const accepted = (part: object) => ballotAnswersSchema.safeParse({ ...ballot, ...part }).success;

test("a ballot with answers, gaps and comments is read as it was written", () => {
  expect(ballotAnswersSchema.parse(ballot)).toEqual(ballot);
});

test("nothing is mandatory: a ballot may say nothing at all", () => {
  expect(accepted({ seats: [], items: {}, activities: {}, comments: { cto: {}, vpe: {} } })).toBe(true);
});

test("an answer is 1 to 5 or null, and nothing between, beside or near it", () => {
  const answers = [1, 2, 3, 4, 5, null, 0, 6, -1, 2.5, "3", true, Number.NaN, [], {}];
  expect(answers.map((answer) => accepted({ items: { cto_vision: answer } }))).toEqual([
    ...Array(6).fill(true),
    ...Array(9).fill(false),
  ]);
});

test("an owner is one of four or null", () => {
  const owners = ["cto", "vpe", "both", "neither", null, "", "CTO", "ceo", 1];
  expect(owners.map((owner) => accepted({ activities: { wdw_next: owner } }))).toEqual([
    ...Array(5).fill(true),
    ...Array(4).fill(false),
  ]);
});

test("a comment of 600 characters is taken, also of a script that sealing makes three times as long; more is refused", () => {
  const comment = (start: unknown) => accepted({ comments: { cto: { start }, vpe: {} } });
  expect(commentMaxLength).toBe(600);
  expect(comment("x".repeat(600))).toBe(true);
  expect(comment(`  ${"x".repeat(600)}\n`)).toBe(true);
  expect(comment("\u0958".repeat(600).normalize("NFC"))).toBe(true);
  expect(comment("x".repeat(1801))).toBe(false);
  expect([comment(""), comment(" \n\t"), comment(null), comment(7)]).toEqual([false, false, false, false]);
});

test("there is no place for a name, a group, a time or anything else, at any depth", () => {
  expect(accepted({ name: "Ada" })).toBe(false);
  expect(accepted({ group: "engineer" })).toBe(false);
  expect(accepted({ comments: { ...ballot.comments, pair: {} } })).toBe(false);
  expect(accepted({ comments: { cto: { other: "text" }, vpe: {} } })).toBe(false);
  expect(accepted({ items: { cto_vision: { answer: 4, at: "2026-04-01" } } })).toBe(false);
});

test("a key has at most 40 characters, so that it cannot carry a message", () => {
  for (const part of ["items", "activities"]) {
    expect(accepted({ [part]: { ["k".repeat(40)]: null } }), part).toBe(true);
    expect(accepted({ [part]: { ["k".repeat(41)]: null } }), part).toBe(false);
  }
});

test("only the two seats can be rated", () => {
  expect(accepted({ seats: ["vpe"] })).toBe(true);
  expect(accepted({ seats: ["ceo"] })).toBe(false);
  expect(accepted({ seats: ["cto", "vpe", "cto"] })).toBe(false);
});

test("another format and a missing part are refused", () => {
  expect(accepted({ format: "tandem/ballot/2" })).toBe(false);
  for (const field of Object.keys(ballot)) expect(accepted({ [field]: undefined }), field).toBe(false);
});

test("answers given with a name hold items and activities, and no comment", () => {
  const { items, activities } = ballot;
  expect(attributedAnswersSchema.parse({ items, activities })).toEqual({ items, activities });
  expect(attributedAnswersSchema.safeParse({ items, activities, comments: ballot.comments }).success).toBe(false);
  expect(attributedAnswersSchema.safeParse({ items }).success).toBe(false);
  expect(attributedAnswersSchema.safeParse({ items: { cto_vision: 6 }, activities }).success).toBe(false);
});
