import { expect, test } from "vitest";
import { lowResponseWarning, raterMix, responseRate } from "./rater-mix";
import type { ResponseReport } from "./report";

const response = (ballots: number | null, invited: number, executives: boolean | null = null): ResponseReport => ({
  format: "tandem/report/1",
  quarter: "2026-Q2",
  kind: ballots === null ? "too-few" : "released",
  groups: [
    { group: "engineer", invited, ballots, heard: ballots !== null },
    ...(executives === null
      ? []
      : [{ group: "executive" as const, invited: 9, ballots: executives ? 7 : null, heard: executives }]),
  ],
  rosterChange: null,
});
const mix = (now: ResponseReport, then: ResponseReport, rosterChange: number | null) =>
  raterMix(now, { response: then, rosterChange, since: "Q1 2026" });

test("the same people answering much alike leave nothing to say", () => {
  expect(mix(response(28, 36), response(27, 36), 0)).toEqual([]);
});

test.each([
  [1, "One engineer joined or left since Q1 2026, so no change since then is told."],
  [4, "Four engineers joined or left since Q1 2026, so no change since then is told."],
  [5, "Five engineers joined or left since Q1 2026: part of a change can come from that."],
  [14, "14 engineers joined or left since Q1 2026: part of a change can come from that."],
])("%i who joined or left are written beside the trend", (people, sentence) => {
  expect(mix(response(28, 36), response(28, 36), people)).toEqual([sentence]);
});

test("a share of answers that moved by more than ten points is written beside the trend, ten exactly is not", () => {
  expect(mix(response(30, 36), response(22, 36), 0)).toEqual([
    "22 of 36 engineers answered in Q1 2026, 30 of 36 now: part of a change can come from that.",
  ]);
  expect(mix(response(15, 20), response(13, 20), 0)).toEqual([]);
});

test("executives who fell silent or spoke up again are mentioned", () => {
  expect(mix(response(28, 36, false), response(28, 36, true), 0)).toEqual([
    "Executives were heard in Q1 2026 and are not now: too few answered.",
  ]);
  expect(mix(response(28, 36, true), response(28, 36, false), 0)).toEqual([
    "Executives are heard now and were not in Q1 2026.",
  ]);
});

test("fewer than half answering is said, half is not", () => {
  expect(lowResponseWarning(response(17, 36))).toContain("Fewer than half");
  expect(lowResponseWarning(response(18, 36))).toBeNull();
  expect(lowResponseWarning(response(null, 36))).toBeNull();
  expect(responseRate(response(null, 36))).toBe(0);
});
