import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { Commitment } from "./commitment";
import { commitmentVoice, type LaterCycle, stateSentence, voiceSentence } from "./commitment-voice";
import { ballot, ballots, reportOf } from "./report-fixtures";

const commitment: Commitment = {
  quarter: "2026-Q1",
  seat: "cto",
  kind: "responsibility",
  subject: "cto_outward",
  action: "Visit two customers a month.",
  dueOn: "2026-06-30",
  state: "shared",
  leaderId: "ines",
  leaderName: "Ines Aalto",
  sharedAt: new Date("2026-03-28"),
  closedAt: null,
};
const key = "commitment-2026-q1-cto-1";
const declared = [{ key, seat: "cto" as const, text: commitment.action }];

/** The next quarter, in which `answered` of 24 engineers say how often it happened. */
function next(answered: number, answer: Answer): LaterCycle {
  const said = ballots(24, (index) => ballot(3, index < answered ? { [key]: answer } : {}));
  return { quarter: "2026-Q2", asked: [key], report: reportOf(said, 30, { commitments: declared }).cto };
}
const say = (later: LaterCycle[], change: Partial<Commitment> = {}) =>
  voiceSentence(commitmentVoice({ ...commitment, ...change }, later));

test("until a cycle opens, the next one asks", () => {
  expect(say([])).toBe("Engineers are asked in the next cycle, anonymously, whether it happened.");
  expect(say([], { state: "kept" })).toBe("Engineers are asked in the next cycle, anonymously, whether it happened.");
});

test("while a cycle is open or unreleased, nothing of what engineers say is known", () => {
  expect(say([{ ...next(24, 4), report: null }])).toBe(
    "Engineers are asked in Q2 2026; what they say appears with its report.",
  );
});

test("after the release it is a score with its interval, in the words of the answers", () => {
  expect(say([next(24, 4)])).toBe("Engineers in Q2 2026: it happened often, 75 (67–83).");
});

test("below 5 answers it is withheld, also when the whole report is", () => {
  const withheld = "Q2 2026: withheld, fewer than 5 engineers could observe this.";
  expect(say([next(4, 5)])).toBe(withheld);
  expect(
    say([
      {
        ...next(0, 5),
        report: reportOf(
          ballots(4, () => ballot(3)),
          30,
          { commitments: declared },
        ).cto,
      },
    ]),
  ).toBe(withheld);
});

test("a report frozen before commitments existed reads as withheld, not as an error", () => {
  expect(
    say([
      {
        ...next(24, 4),
        report: reportOf(
          ballots(24, () => ballot(3)),
          30,
        ).cto,
      },
    ]),
  ).toMatch(/withheld/);
});

test("a dropped one, or one of a person who left the seat, was not asked", () => {
  expect(say([], { state: "dropped" })).toBe("Engineers were not asked about it.");
  expect(say([{ ...next(24, 4), asked: [] }])).toBe("Engineers were not asked about it.");
});

test("the status is the leader's own word, with its dates", () => {
  expect(stateSentence(commitment)).toBe("Due 30 June 2026.");
  const closedAt = new Date("2026-06-12T08:00:00Z");
  expect(stateSentence({ ...commitment, state: "kept", closedAt })).toBe(
    "Marked as kept by the leader on 12 June 2026; it was due 30 June 2026.",
  );
  expect(stateSentence({ ...commitment, state: "dropped", closedAt })).toMatch(
    /^Dropped by the leader on 12 June 2026/,
  );
});
