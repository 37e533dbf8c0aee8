import fc from "fast-check";
import { expect, test } from "vitest";
import type { SeatReport } from "./report";
import { shuffled } from "./report-comments";
import { anyBallot, ballot, ballots, owners, reportOf, self, tallyOf } from "./report-fixtures";
import { buildReport, startTally } from "./tally";

const shown = (report: SeatReport) => {
  if (report.kind !== "shown") throw new Error(`the report is ${report.kind}`);
  return report;
};
const dimension = (report: SeatReport, key: string) => shown(report).dimensions.find((entry) => entry.key === key);

test("the same ballots in any order make the same report and the same comments", () => {
  fc.assert(
    fc.property(fc.array(anyBallot, { maxLength: 24 }), fc.infiniteStream(fc.nat()), (engineers, numbers) => {
      const draws = [...Array(200)].map(() => numbers.next().value ?? 0);
      const source = () => {
        let next = 0;
        return (below: number): number => (draws[next++ % draws.length] ?? 0) % below;
      };
      const forward = buildReport(tallyOf(engineers, 30, { randomInt: source() }));
      const backward = buildReport(tallyOf([...engineers].reverse(), 30, { randomInt: source() }));
      expect(backward).toEqual(forward);
    }),
    { numRuns: 60 },
  );
});

test("fewer than five ballots release nothing", () => {
  const { report, comments } = buildReport(
    tallyOf(
      ballots(4, () => ballot(4, {}, { comments: { cto: { start: "x" }, vpe: {} } })),
      9,
    ),
  );
  expect(report.response).toEqual({
    format: "tandem/report/1",
    quarter: "2026-Q2",
    kind: "too-few",
    groups: [{ group: "engineer", invited: 9, ballots: null, heard: false }],
    rosterChange: null,
  });
  expect([report.cto.kind, report.vpe.kind, report.pair.kind]).toEqual(["withheld", "withheld", "withheld"]);
  expect(comments).toEqual([]);
});

test("a seat with four answers is withheld while the other is shown", () => {
  const engineers = [...ballots(4, () => ballot(4)), ...ballots(3, () => ballot(4, {}, { seats: ["vpe"] }))];
  const report = reportOf(engineers, 12);
  expect(report.cto).toEqual({
    format: "tandem/report/1",
    seat: "cto",
    quarter: "2026-Q2",
    invited: 12,
    kind: "withheld",
    leaderName: "Ines Aalto",
    leaderId: "ines",
  });
  expect(shown(report.vpe).answers).toBe(7);
  expect(report.pair.kind).toBe("withheld");
});

test("a ballot that observes nothing about a seat is no answer about it", () => {
  const report = reportOf([...ballots(5, () => ballot(4)), ...ballots(5, () => ballot(null))], 12);
  expect(shown(report.cto).answers).toBe(5);
  expect(report.response.groups[0]?.ballots).toBe(10);
});

test("an item with four answers is withheld and does not enter its dimension", () => {
  const engineers = ballots(8, (index) =>
    ballot(4, { cto_ideas_out: index < 4 ? 1 : null, cto_ideas_up: 4, cto_think_big: 4 }),
  );
  const area = dimension(reportOf(engineers, 12).cto, "cto_innovation");
  expect(area?.items.find(({ key }) => key === "cto_ideas_out")?.score).toEqual({
    kind: "withheld",
    why: "too-few-answers",
  });
  expect(area?.score).toMatchObject({ kind: "shown", value: 75 });
});

test("a dimension whose only item has four answers is withheld", () => {
  const engineers = ballots(8, (index) => ballot(4, { cto_reasons: index < 4 ? 3 : null }));
  const area = dimension(reportOf(engineers, 12).cto, "cto_communication");
  expect([area?.score.kind, area?.band, area?.gap]).toEqual(["withheld", null, null]);
});

test("below 20 answers there are no shares, labels or often-shares, and no count of an item", () => {
  const report = shown(
    reportOf(
      ballots(19, (index) => ballot(index % 2 === 0 ? 2 : 5)),
      30,
    ).cto,
  );
  const items = [...report.dimensions, ...report.patterns].flatMap((area) => area.items);
  expect(items.every(({ distribution, agreement }) => distribution === null && agreement === null)).toBe(true);
  expect(items.every(({ score }) => score.kind === "shown" && score.answers === "5–19")).toBe(true);
  expect(report.patterns.every(({ oftenPercent }) => oftenPercent === null)).toBe(true);
});

test("from 20 answers shares, agreement and often-shares are said", () => {
  const report = shown(
    reportOf(
      ballots(20, (index) => ballot(index < 8 ? 2 : 5)),
      30,
    ).cto,
  );
  const [first] = report.dimensions[0]?.items ?? [];
  expect(first?.distribution?.map(({ percent }) => percent)).toEqual([40, 0, 60]);
  expect(first?.agreement).toBe("split");
  expect(first?.score).toMatchObject({ value: 70, answers: 20 });
  expect(report.patterns[0]?.oftenPercent).toBe(60);
  expect(report.patterns[0]?.band).toBe("high");
});

test("statements that are the other way round are turned in a dimension, not in the item", () => {
  const { pair } = reportOf(
    ballots(10, () => ballot(4, { team_who_to_ask: 4, team_cto_takes_over: 2, team_vpe_takes_over: 2 })),
    12,
  );
  if (pair.kind !== "shown") throw new Error("pair withheld");
  const clarity = pair.dimensions.find(({ key }) => key === "role_clarity");
  expect(clarity?.score).toMatchObject({ value: 75 });
  expect(clarity?.items.find(({ key }) => key === "team_cto_takes_over")?.score).toMatchObject({ value: 25 });
});

test("comments come from ten answers on, per seat", () => {
  const commented = (text: string) => ballot(4, {}, { comments: { cto: { start: text }, vpe: { stop: text } } });
  const nine = buildReport(
    tallyOf(
      ballots(9, (index) => commented(`c${index}`)),
      20,
    ),
  );
  expect(nine.comments).toEqual([]);
  expect(shown(nine.report.cto).comments).toEqual({ kind: "withheld", answers: 9 });
  const ten = buildReport(
    tallyOf(
      ballots(10, (index) => commented(`c${index}`)),
      20,
    ),
  );
  expect(ten.comments.length).toBe(20);
  expect(shown(ten.report.cto).comments).toEqual({ kind: "shown" });
  expect(Object.keys(ten.comments[0] ?? {}).sort()).toEqual(["question", "seat", "text"]);
});

test("comments are shuffled by the random source alone", () => {
  expect(shuffled(["a", "b", "c", "d"], (below) => below - 1)).toEqual(["d", "c", "b", "a"]);
  expect(shuffled(["a", "b", "c", "d"], () => 0)).toEqual(["a", "b", "c", "d"]);
});

test("executives under eight invited have no voice, eight invited with five answers have their own score", () => {
  const engineers = ballots(10, () => ballot(4));
  const few = {
    engineer: { invited: 12, ballots: engineers },
    executive: { invited: 7, ballots: ballots(7, () => ballot(1)) },
  };
  const without = reportOf(engineers, 12, { groups: few });
  expect(without.response.groups.map(({ group }) => group)).toEqual(["engineer"]);
  expect(dimension(without.cto, "cto_outward")?.executives).toBeNull();
  const enough = { ...few, executive: { invited: 8, ballots: ballots(5, () => ballot(2)) } };
  const heard = reportOf(engineers, 12, { groups: enough });
  expect(dimension(heard.cto, "cto_outward")?.executives).toMatchObject({ kind: "shown", clipped: "low" });
  expect(dimension(heard.cto, "cto_outward")?.score).toMatchObject({ value: 75 });
});

test("a leader's own view stands beside the engineers', never in it", () => {
  const attributed = { self: { cto: self(5), vpe: null }, partner: { cto: self(2), vpe: null } };
  const report = reportOf(
    ballots(25, (index) => ballot(index % 2 === 0 ? 2 : 3)),
    30,
    { attributed },
  );
  const area = dimension(report.cto, "cto_outward");
  expect([area?.self, area?.partner, area?.gap?.label]).toEqual([100, 25, "blind_spot_large"]);
  expect(dimension(report.vpe, "vpe_delivery")?.gap).toBeNull();
  expect(shown(report.cto).patterns[0]?.gap?.label).toBe("hidden_strength_large");
});

test("a vacant seat has no report, the other has one, and who does what is still told", () => {
  const report = reportOf(
    ballots(8, () => ballot(4, {}, { activities: owners("cto") })),
    12,
    {
      seats: { cto: { kind: "held", name: "Ines", leaderId: "ines" }, vpe: { kind: "vacant" }, onePerson: false },
    },
  );
  expect([report.cto.kind, report.vpe.kind, report.pair.kind]).toEqual(["shown", "vacant", "vacant"]);
  expect(report.pair.kind === "vacant" && report.pair.roleMap.kind).toBe("shown");
});

test("one person in both seats has two profiles and no pair", () => {
  const person = { kind: "held", name: "Ines", leaderId: "ines" } as const;
  const report = reportOf(
    ballots(8, () => ballot(4)),
    12,
    { seats: { cto: person, vpe: person, onePerson: true } },
  );
  expect([report.cto.kind, report.vpe.kind, report.pair.kind]).toEqual(["shown", "shown", "one-person"]);
});

test("a statement that most cannot observe is called little visible from 20 answers", () => {
  const engineers = (count: number) =>
    ballots(count, (index) => ballot(4, { cto_ideas_up: index < count / 2 ? 4 : null }));
  const visible = (count: number) =>
    dimension(reportOf(engineers(count), 40).cto, "cto_innovation")?.items.find(({ key }) => key === "cto_ideas_up")
      ?.littleVisible;
  expect([visible(18), visible(20)]).toEqual([false, true]);
});

test("ten thousand ballots are counted as they come", () => {
  const { groups: _, ...setup } = tallyOf([], 12_000);
  const tally = startTally({ ...setup, invited: { engineer: 12_000, executive: null } });
  for (let index = 0; index < 10_000; index += 1)
    tally.addBallot("engineer", ballot(((index % 5) + 1) as 1 | 2 | 3 | 4 | 5));
  const { report } = tally.finish();
  expect(shown(report.cto).answers).toBe(10_000);
  expect(dimension(report.cto, "cto_outward")?.score).toMatchObject({ value: 50 });
});
