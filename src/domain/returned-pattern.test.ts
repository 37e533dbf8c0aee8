import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { Commitment } from "./commitment";
import { ballot, ballots, reportOf } from "./report-fixtures";
import { returnedPatterns, type SeatQuarter } from "./returned-pattern";

const decisions = ["cto_control_1", "cto_control_2"];

/** A quarter in which 24 of 30 engineers give this answer to the two statements about holding every decision. */
function quarter(name: string, answer: Answer, leaderId = "ines"): SeatQuarter {
  const said = Object.fromEntries(decisions.map((key) => [key, answer]));
  const report = reportOf(
    ballots(24, () => ballot(3, said)),
    30,
    {
      quarter: name,
      seats: {
        cto: { kind: "held", name: "Ines Aalto", leaderId },
        vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" },
        onePerson: false,
      },
    },
  );
  return {
    quarter: name,
    closedAt: new Date(`${name.slice(0, 4)}-${Number(name.slice(6)) * 3}-20`),
    report: report.cto,
  };
}

const kept: Commitment = {
  quarter: "2025-Q3",
  seat: "cto",
  kind: "pattern",
  subject: "control_freak",
  action: "Set a one-day rule.",
  dueOn: "2025-12-31",
  state: "kept",
  leaderId: "ines",
  leaderName: "Ines Aalto",
  sharedAt: new Date("2025-09-25"),
  closedAt: new Date("2025-12-30"),
};

const faded = [quarter("2025-Q3", 4), quarter("2025-Q4", 2), quarter("2026-Q1", 2)];

test("a pattern that is elevated or high again after its commitment was kept is named with its numbers", () => {
  expect(returnedPatterns([...faded, quarter("2026-Q2", 4)], [kept])).toEqual([
    "Holds every decision is back: high in Q2 2026, 75 (68–82), after watch in Q1 2026. The commitment of Q3 2025 about it was closed as kept.",
  ]);
});

test("it is not named while it stays down, or when it never was lower since the commitment", () => {
  expect(returnedPatterns(faded, [kept])).toEqual([]);
  expect(returnedPatterns([quarter("2025-Q3", 2), quarter("2025-Q4", 4), quarter("2026-Q1", 4)], [kept])).toEqual([]);
});

test("only a commitment of the same pattern that was closed as kept before the cycle closed counts", () => {
  const history = [...faded, quarter("2026-Q2", 4)];
  for (const change of [
    { state: "shared", closedAt: null },
    { state: "dropped" },
    { subject: "critic" },
    { kind: "responsibility" },
    { seat: "vpe" },
    { closedAt: new Date("2026-06-25") },
    { quarter: "2026-Q2" },
  ] satisfies Partial<Commitment>[]) {
    expect(returnedPatterns(history, [{ ...kept, ...change }]), JSON.stringify(change)).toEqual([]);
  }
});

test("nothing is said of a commitment of the person who sat there before", () => {
  expect(returnedPatterns([...faded, quarter("2026-Q2", 4, "new")], [kept])).toEqual([]);
  const mixed = [quarter("2025-Q3", 4), quarter("2025-Q4", 2, "between"), quarter("2026-Q1", 4)];
  expect(returnedPatterns(mixed, [kept])).toEqual([]);
});

test("a withheld quarter is neither lower nor back", () => {
  const few = reportOf(
    ballots(4, () => ballot(2)),
    30,
  ).cto;
  const withheld = (name: string): SeatQuarter => ({ quarter: name, closedAt: new Date("2026-06-20"), report: few });
  expect(returnedPatterns([quarter("2025-Q3", 4), withheld("2025-Q4"), quarter("2026-Q1", 4)], [kept])).toEqual([]);
  expect(returnedPatterns([...faded, withheld("2026-Q2")], [kept])).toEqual([]);
});
