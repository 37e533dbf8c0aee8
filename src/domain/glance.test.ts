import fc from "fast-check";
import { expect, test } from "vitest";
import { glanceParticipation } from "./glance";

test("before release there are 5 % steps only, below 5 nothing and of small groups no head count while it is open, whatever the report knows", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("open" as const, "closed" as const),
      fc.integer({ min: 8, max: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (phase, invited, share) => {
        const claimed = Math.floor(invited * share);
        const seen = glanceParticipation({ phase, invited, claimed, ballots: claimed });
        expect(seen.kind).toBe(claimed < 5 ? "few" : phase === "open" && invited < 20 ? "enough" : "steps");
        if (seen.kind === "steps") expect(seen.percent % 5).toBe(0);
      },
    ),
  );
});

test("after release the exact number of answers appears where the report says it", () => {
  const released = { phase: "released" as const, invited: 38, claimed: 0 };
  expect(glanceParticipation({ ...released, ballots: 31 })).toEqual({ kind: "exact", answers: 31, percent: 82 });
  expect(glanceParticipation({ ...released, ballots: null })).toEqual({ kind: "few" });
});
