import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actionLine,
  askedNext,
  type Commitment,
  type CommitmentState,
  checkCloseCommitment,
  checkSave,
  checkShare,
  commitmentForm,
  commitmentState,
  dueDays,
} from "./commitment";
import { commitmentLabel, commitmentSubjects } from "./commitment-subject";
import { Refusal } from "./errors";
import { quarterAfter, quarterOf } from "./quarter";

const now = new Date("2026-06-29T15:00:00Z");
const states: CommitmentState[] = ["draft", "shared", "kept", "dropped"];
const circumstances = { subjects: commitmentSubjects("pattern", "cto", true), now };
const draft = { kind: "pattern" as const, subject: "control_freak", dueOn: "2026-09-30" };

function outcome(act: () => void): string {
  try {
    act();
    return "fine";
  } catch (error) {
    return error instanceof Refusal ? (error.field ?? error.kind) : "broken";
  }
}

describe("what a leader may write", () => {
  test("the words of a commitment can be changed as long as nobody has read it", () => {
    const saved = [null, ...states].map((stored) => outcome(() => checkSave(draft, stored, circumstances)));
    expect(saved).toEqual(["fine", "fine", "conflict", "conflict", "conflict"]);
  });

  test("it is about a responsibility of the own seat or the pair, or about a pattern of the own seat", () => {
    const keys = (kind: "responsibility" | "pattern", withPair: boolean) =>
      commitmentSubjects(kind, "vpe", withPair).map(({ key }) => key);
    expect(keys("responsibility", true)).toEqual(expect.arrayContaining(["vpe_delivery", "role_clarity"]));
    expect(keys("responsibility", false)).not.toContain("role_clarity");
    expect(keys("responsibility", true)).not.toContain("cto_outward");
    expect(keys("pattern", true)).toEqual(["process_queen", "no_op", "upward_manager", "cat_herder", "naysayer"]);
    expect(outcome(() => checkSave({ ...draft, subject: "no_op" }, null, circumstances))).toBe("subject");
  });

  test("labels are neutral: the names from the talk never leave the leader's own cards", () => {
    expect(commitmentLabel({ kind: "pattern", seat: "cto", subject: "control_freak" })).toBe("Holds every decision");
    expect(commitmentLabel({ kind: "responsibility", seat: "cto", subject: "team_of_two" })).toBe("Team of two");
  });

  test("the date lies after today and at most two quarters ahead", () => {
    expect(dueDays(now)).toEqual({ first: "2026-06-30", last: "2026-12-31" });
    const day = (dueOn: string) => outcome(() => checkSave({ ...draft, dueOn }, null, circumstances));
    expect(["2026-06-29", "2026-06-30", "2026-12-31", "2027-01-01"].map(day)).toEqual([
      "dueOn",
      "fine",
      "fine",
      "dueOn",
    ]);
  });

  test("at any moment the last day is the last of the second quarter ahead, and comes after the first", () => {
    const moments = fc.date({ min: new Date("2024-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const { first, last } = dueDays(moment);
        expect(first < last).toBe(true);
        expect(quarterOf(new Date(last))).toBe(quarterAfter(quarterOf(moment), 2));
        expect(quarterOf(new Date(new Date(last).getTime() + 86_400_000))).toBe(quarterAfter(quarterOf(moment), 3));
      }),
    );
  });

  test("an action has at least a word and at most 240 characters", () => {
    const action = (text: string) => commitmentForm.safeParse({ ...draft, action: text }).success;
    expect([action("   "), action("x".repeat(240)), action("x".repeat(241))]).toEqual([false, true, false]);
  });

  test("an action is one line that nothing in it can break or turn around", () => {
    expect(actionLine(" Visit\n two\u2028 customers\u0000\u202e a month. ")).toBe("Visit two customers a month.");
  });
});

describe("from draft to closed", () => {
  test("a draft becomes shared once, while its date is ahead", () => {
    const shared = states.map((state) => outcome(() => checkShare({ state, dueOn: "2026-09-30" }, now)));
    expect(shared).toEqual(["fine", "conflict", "conflict", "conflict"]);
    expect(outcome(() => checkShare({ state: "draft", dueOn: "2026-06-29" }, now))).toBe("dueOn");
  });

  test("only a shared one is kept or dropped, once", () => {
    expect(states.map((state) => outcome(() => checkCloseCommitment(state)))).toEqual([
      "conflict",
      "fine",
      "conflict",
      "conflict",
    ]);
  });

  test("what was never shared is a draft, whatever its row says", () => {
    expect(commitmentState({ state: "kept", sharedAt: null })).toBe("draft");
    expect(commitmentState({ state: "open", sharedAt: now })).toBe("shared");
    expect(commitmentState({ state: "dropped", sharedAt: now })).toBe("dropped");
  });
});

describe("what the next cycle asks", () => {
  const commitment: Commitment = {
    quarter: "2026-Q2",
    seat: "cto",
    kind: "pattern",
    subject: "control_freak",
    action: "Set a one-day rule.",
    dueOn: "2026-09-30",
    state: "shared",
    leaderId: "ines",
    leaderName: "Ines Aalto",
    sharedAt: now,
    closedAt: null,
  };
  const holders = { cto: { memberId: "ines" }, vpe: { memberId: "jonas" } };

  test("shared and kept commitments are asked; drafts and dropped ones are not", () => {
    const asked = states.map((state) => askedNext([{ ...commitment, state }], holders).length);
    expect(asked).toEqual([0, 1, 1, 0]);
    expect(askedNext([commitment], holders)).toEqual([
      { key: "commitment-2026-q2-cto-2", seat: "cto", text: "Set a one-day rule." },
    ]);
  });

  test("a new person in the seat, or nobody, is asked about nothing", () => {
    expect(askedNext([commitment], { ...holders, cto: { memberId: "new" } })).toEqual([]);
    expect(askedNext([commitment], { ...holders, cto: null })).toEqual([]);
  });
});
