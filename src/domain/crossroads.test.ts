import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "./answers";
import { crossroadsOf } from "./crossroads";
import { itemsAbout } from "./instrument";
import type { FrozenReport } from "./report";
import { ballot, ballots, owners, reportOf } from "./report-fixtures";

const founder = { kind: "held", name: "Noor", leaderId: "noor" } as const;
const vacant = { kind: "vacant" } as const;
const about = (seat: "cto" | "vpe", answer: Answer) =>
  Object.fromEntries(
    itemsAbout(seat, { group: "engineer", tier: "core" })
      .filter(({ polarity }) => polarity === 1)
      .map(({ key }) => [key, answer]),
  );
const onePerson = (count: number, cto: Answer, vpe: Answer, more: Parameters<typeof ballot>[2] = {}): FrozenReport =>
  reportOf(
    ballots(count, () => ballot(3, { ...about("cto", cto), ...about("vpe", vpe) }, more)),
    count + 1,
    { seats: { cto: founder, vpe: founder, onePerson: true } },
  );
const of = ({ pair, cto, vpe }: FrozenReport) => crossroadsOf(pair, cto, vpe);

test("where the intervals of the two roles overlap, the answers do not tell the two apart", () => {
  const mixed = reportOf(
    ballots(8, (index) => ballot(3, about("cto", index % 2 === 0 ? 3 : 4))),
    9,
    { seats: { cto: founder, vpe: founder, onePerson: true } },
  );
  expect(of(mixed)?.verdict).toContain("do not tell the two apart");
  expect(of(onePerson(8, 4, 4))?.verdict).toContain("give neither a lead");
});

test("only intervals that do not overlap lean one way, and the sentence says that it decides nothing", () => {
  expect(of(onePerson(30, 5, 2))?.verdict).toBe(
    "The answers lean one way: engineers see the CTO’s duties more often than the VPoE’s, and the two intervals do not overlap. That speaks for remaining the CTO and hiring a VP of Engineering. It is what 30 engineers see, not a decision.",
  );
  expect(of(onePerson(30, 2, 5))?.verdict).toContain("becoming the VP of Engineering and hiring a CTO");
});

test("no verdict leans whose two intervals, as printed in the evidence, overlap", () => {
  const answer = fc.constantFrom<Answer>(1, 2, 3, 4, 5);
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 30 }), answer, answer, (count, cto, vpe) => {
      const found = of(onePerson(count, cto, vpe));
      const intervals = (found?.evidence ?? []).flatMap((sentence) => {
        const ends = /between (\d+) and (\d+)/.exec(sentence);
        return ends ? [{ low: Number(ends[1]), high: Number(ends[2]) }] : [];
      });
      const [first, second] = intervals;
      if (first === undefined || second === undefined) throw new Error("two roles, two intervals");
      const overlap = first.low < second.high && second.low < first.high;
      if (overlap) expect(found?.verdict).not.toContain("lean");
      expect(found?.verdict).not.toMatch(/should|must|better|best/);
    }),
    { numRuns: 100 },
  );
});

test("duties are held against half of the occasions, never against each other", () => {
  const evidence = of(onePerson(30, 5, 2))?.evidence ?? [];
  expect(evidence[0]).toMatch(/^As CTO: \d+, between \d+ and \d+, over five areas\.$/);
  expect(evidence.find((line) => line.startsWith("As CTO, clearly more than half of the time: "))).toContain(
    "outward view",
  );
  expect(evidence.find((line) => line.startsWith("As VPoE, clearly less than half of the time: "))).toContain(
    "recruitment",
  );
});

test("with too little to show for one of the roles the answers cannot speak to the question", () => {
  const silent = Object.fromEntries(
    itemsAbout("vpe", { group: "engineer", tier: "core" })
      .filter(({ dimension }) => dimension !== "overall")
      .map(({ key }) => [key, null]),
  );
  const report = reportOf(
    ballots(8, () => ballot(4, silent)),
    9,
    { seats: { cto: founder, vpe: founder, onePerson: true } },
  );
  expect(of(report)?.verdict).toContain("cannot speak to this");
});

test("what nobody does is named from 20 answers only", () => {
  expect(of(onePerson(8, 4, 3, { activities: owners("neither") }))?.cost).toEqual([
    "What nobody does can be named from 20 answers.",
  ]);
  expect(of(onePerson(24, 4, 3, { activities: owners("neither") }))?.cost[0]).toContain(
    "leads the hiring of engineers (100 %)",
  );
});

test("beside an empty seat the page says who covers its duties and weighs nothing", () => {
  const report = reportOf(
    ballots(24, () => ballot(4, {}, { activities: owners("cto") })),
    30,
    { seats: { cto: founder, vpe: vacant, onePerson: false } },
  );
  const found = of(report);
  expect(found?.verdict).toContain("cannot weigh the two roles: the VPoE’s seat was empty");
  expect(found?.evidence[0]).toMatch(/^As CTO: /);
  expect(found?.evidence.some((line) => line.startsWith("As VPoE"))).toBe(false);
  expect(found?.cost.some((line) => line.startsWith("The CTO covers, in the eyes of half or more: "))).toBe(true);
});

test("two people in two seats stand at no crossroads", () => {
  expect(
    of(
      reportOf(
        ballots(8, () => ballot(4)),
        9,
      ),
    ),
  ).toBeNull();
});
