import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { BoardPage, BoardQuarter } from "./board-page";
import { boardPage } from "./board-page-assembly";
import type { FrozenReport } from "./report";
import { anyBallot, ballot, ballots, owners, reportOf } from "./report-fixtures";
import type { TallyInput } from "./tally";

const names = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"];
const quarterOf = (quarter: string, report: FrozenReport): BoardQuarter => {
  const [engineers] = report.response.groups;
  return {
    quarter,
    opensOn: "2026-06-01T00:00:00.000Z",
    closesOn: "2026-06-19T00:00:00.000Z",
    report: {
      invited: engineers?.invited ?? 0,
      ballots: engineers?.ballots ?? null,
      cto: report.cto,
      vpe: report.vpe,
      pair: report.pair,
    },
  };
};
const page = (quarters: BoardQuarter[], more: Partial<Parameters<typeof boardPage>[0]> = {}): BoardPage =>
  boardPage({
    company: "Norrvik",
    quarterNames: names,
    quarters,
    headline: null,
    question: null,
    statements: [],
    companyEvents: [],
    leadersReadOn: null,
    ...more,
  });

const outward =
  (answer: Answer, owner: "cto" | "both" = "both", control: Answer = 2) =>
  (index: number) =>
    ballot(
      index % 2 === 0 ? 3 : 4,
      {
        cto_outside_contact: answer,
        cto_outside_insight: answer,
        ...Object.fromEntries(controlled.map((key) => [key, index % 3 === 0 ? 2 : control])),
        ...Object.fromEntries(quiet.map((key) => [key, 1])),
      },
      { activities: owners(owner) },
    );
const controlled = ["cto_control_1", "cto_control_2"];
const quiet = ["critic", "xenophobe", "creator", "space", "process", "noop", "upward", "cat", "nay"].flatMap((name) =>
  [1, 2].map(
    (number) => `${["critic", "xenophobe", "creator", "space"].includes(name) ? "cto" : "vpe"}_${name}_${number}`,
  ),
);
const first = reportOf(ballots(28, outward(4)), 36);
const second = reportOf(ballots(28, outward(2, "cto", 4)), 36, { previous: first, rosterChange: 0 });
const two = page([quarterOf("2026-Q1", first), quarterOf("2026-Q2", second)]);
const panel = (of: BoardPage, key: string) =>
  of.groups.flatMap(({ panels }) => panels).find((entry) => entry.key === key);

test("missing quarters are drawn as quarters without a cycle", () => {
  expect(panel(two, "cto_outward")?.points.map(({ kind }) => kind)).toEqual(["no-cycle", "no-cycle", "shown", "shown"]);
  expect(two.groups.map(({ title, panels }) => [title, panels.length])).toEqual([
    ["The CTO", 5],
    ["The VPoE", 5],
    ["The two together", 3],
  ]);
});

test("a marked change is a sentence with its uncertainty, the others share one", () => {
  expect(two.changes[0]).toMatch(/^Outward view fell from 75 to 25 \(change −50, likely between −\d+ and −\d+\)\.$/);
  expect(two.changes.length).toBe(1);
  expect(two.noChange).toMatch(
    /^No clear change in the other 12 areas\. With about 28 answers only changes above about \d+ points can be seen\.$/,
  );
});

test("without any marked change there are no other areas", () => {
  const same = page([
    quarterOf("2026-Q1", first),
    quarterOf("2026-Q2", reportOf(ballots(28, outward(4)), 36, { previous: first, rosterChange: 0 })),
  ]);
  expect(same.changes).toEqual([]);
  expect(same.noChange).toMatch(/^No clear change in the 13 areas\./);
});

test("a first quarter claims no change and no stillness", () => {
  const lone = page([quarterOf("2026-Q2", first)]);
  expect([lone.changes, lone.noChange, panel(lone, "cto_outward")?.change]).toEqual([[], null, { kind: "first" }]);
});

test("a pattern to know about says value, interval, share and since when", () => {
  expect(two.patterns.length).toBe(1);
  expect(two.patterns[0]?.sentence).toMatch(
    /^CTO: Holds every decision: 57 \(\d+–\d+\), high(, tentative: the interval crosses the edge at 50)?\. About 65 % of the engineers see it often\.$/,
  );
  expect(two.otherPatterns).toBe("The other nine are low or on watch.");
  const third = reportOf(ballots(28, outward(2, "cto", 4)), 36, { previous: second, rosterChange: 0 });
  const three = page([quarterOf("2025-Q4", first), quarterOf("2026-Q1", second), quarterOf("2026-Q2", third)]);
  expect(three.patterns[0]?.since).toBe("2026-Q1");
  expect(three.patterns[0]?.sentence).toContain("High since Q1 2026.");
});

test("the suggested headline is short and used until the admin writes one", () => {
  expect(two.headline).toBe("Both roles are filled; outward view has fallen and the CTO does part of the VPoE’s work.");
  expect(page([quarterOf("2026-Q2", first)], { headline: "All is well." }).headline).toBe("All is well.");
  expect(page([quarterOf("2026-Q2", first)]).suggestedHeadline).toBe("Both roles are filled.");
});

test("who does what is told by its most telling row", () => {
  expect(two.roleMapSentence).toBe("More than half of the engineers say that the CTO decides what we build next.");
  const few = reportOf(ballots(8, outward(4, "cto")), 12);
  expect(page([quarterOf("2026-Q2", few)]).roleMapSentence).toBe("Role confusion is 56 of 100: unclear.");
});

test("response, limits and the leaders' reading are sentences", () => {
  expect(two.responseSentence).toBe("28 of 36 engineers answered between 1 and 19 June.");
  const oneDay = { ...quarterOf("2026-Q2", first), opensOn: "2026-06-19", closesOn: "2026-06-19" };
  expect(page([oneDay]).responseSentence).toMatch(/ engineers answered on 19 June\.$/);
  const read = page([quarterOf("2026-Q2", first)], { leadersReadOn: "2026-06-27T09:00:00.000Z" });
  expect(read.limits.at(-1)).toBe("Both leaders saw this page on 27 June.");
  expect(read.limits).toContain(
    "Marked changes pass Holm’s test at 5 % across all 13 areas and are at least 5 points.",
  );
});

test("a new person starts a new line and is not compared", () => {
  const kim: TallyInput["seats"] = {
    cto: { kind: "held", name: "Kim", leaderId: "kim" },
    vpe: { kind: "held", name: "Jonas Brandt", leaderId: "jonas" },
    onePerson: false,
  };
  const other = page([
    quarterOf("2026-Q1", first),
    quarterOf("2026-Q2", reportOf(ballots(28, outward(2)), 36, { previous: first, seats: kim })),
  ]);
  expect(panel(other, "cto_outward")?.restarts).toEqual([3]);
  expect(panel(other, "cto_outward")?.change).toEqual({ kind: "not-comparable", why: "new-person" });
  expect(panel(other, "team_of_two")?.restarts).toEqual([3]);
  expect(panel(other, "vpe_delivery")?.restarts).toEqual([]);
  expect(other.groups[0]?.answersLine).toBe("in the seat since Q2 2026; answers: 28, 28 of 36");
  expect(other.changes).toEqual([]);
});

test("quarters in which one person held both seats are not the VPoE's own", () => {
  const ines = { kind: "held", name: "Ines Aalto", leaderId: "ines" } as const;
  const alone = reportOf(ballots(28, outward(4)), 36, { seats: { cto: ines, vpe: ines, onePerson: true } });
  const split = page([
    quarterOf("2026-Q1", alone),
    quarterOf("2026-Q2", reportOf(ballots(28, outward(4)), 36, { previous: alone })),
  ]);
  expect(
    panel(split, "vpe_delivery")
      ?.points.map(({ kind }) => kind)
      .slice(2),
  ).toEqual(["one-person", "shown"]);
  expect(
    panel(split, "team_of_two")
      ?.points.map(({ kind }) => kind)
      .slice(2),
  ).toEqual(["one-person", "shown"]);
  expect(split.groups.map(({ answersLine }) => answersLine)).toEqual([
    "answers: 28, 28 of 36",
    "in the seat since Q2 2026; answers: 28 of 36",
    "answers: 28 of 36",
  ]);
  const still = page([quarterOf("2026-Q2", alone)]);
  expect(panel(still, "vpe_delivery")?.points.at(-1)?.kind).toBe("shown");
  expect(still.suggestedHeadline).toBe("One person holds both roles.");
});

test("a withheld quarter is skipped by the comparison, which goes back to the quarter shown before", () => {
  const hidden = reportOf(ballots(4, outward(4)), 36, { previous: first });
  const last = reportOf(ballots(28, outward(2)), 36, { previous: hidden });
  const gap = page([quarterOf("2025-Q4", first), quarterOf("2026-Q1", hidden), quarterOf("2026-Q2", last)]);
  expect(panel(gap, "cto_outward")?.change).toMatchObject({ kind: "marked", from: 75, to: 25 });
  expect(gap.groups[0]?.answersLine).toBe("answers: 28, withheld, 28 of 36");
});

test("a withheld page says so calmly and shows no number", () => {
  const hidden = page([quarterOf("2026-Q2", reportOf(ballots(4, outward(4)), 36))]);
  expect(hidden.responseSentence).toBe(
    "Fewer than 5 of 36 engineers answered between 1 and 19 June, so nothing is shown.",
  );
  expect([hidden.changes, hidden.noChange, hidden.patterns, hidden.otherPatterns, hidden.roleMapSentence]).toEqual([
    [],
    null,
    [],
    "",
    null,
  ]);
});

test("held-back changes are named in the limits", () => {
  const held = page([
    quarterOf("2026-Q1", first),
    quarterOf("2026-Q2", reportOf(ballots(28, outward(2)), 36, { previous: first, rosterChange: 3 })),
  ]);
  expect(held.limits).toContain("Change held back: 3 people joined or left.");
  expect(held.changes).toEqual([]);
});

test("the page speaks only of areas and patterns whose score is shown, and its headline has at most 30 words", () => {
  fc.assert(
    fc.property(fc.array(anyBallot, { maxLength: 26 }), fc.array(anyBallot, { maxLength: 26 }), (one, other) => {
      const before = reportOf(one, 30);
      const now = reportOf(other, 30, { previous: before, rosterChange: 0 });
      const made = page([quarterOf("2026-Q1", before), quarterOf("2026-Q2", now)]);
      const text = [...made.changes, ...made.patterns.map(({ sentence }) => sentence)].join(" ");
      for (const { label, points } of made.groups.flatMap(({ panels }) => panels)) {
        if (points.at(-1)?.kind !== "shown") expect(text).not.toContain(`${label} `);
      }
      expect(made.patterns.every(({ score }) => score.kind === "shown")).toBe(true);
      expect(made.suggestedHeadline.split(/\s+/).length).toBeLessThanOrEqual(30);
      expect(JSON.stringify(made)).not.toMatch(/undefined|NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});
