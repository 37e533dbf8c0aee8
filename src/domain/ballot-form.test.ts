import { expect, test } from "vitest";
import { ballotForm, formScales, formStems } from "./ballot-form";
import { activities, instrument, instrumentVersion, itemsAbout, openQuestions, scales, wordingFor } from "./instrument";
import compact from "./instruments/2026-1-ballot.json" with { type: "json" };
import type { SeatState } from "./seat-schema";
import { wordingGroup } from "./tally-counter";

const held: SeatState = { kind: "held", name: "Ada" };
const both = { cto: held, vpe: held, onePerson: false };
const allOf = (form: ReturnType<typeof ballotForm>) => [
  ...form.responsibilities.cto,
  ...form.behaviours.cto,
  ...form.responsibilities.vpe,
  ...form.behaviours.vpe,
  ...form.pair,
  ...[form.overall.cto, form.overall.vpe].flatMap((item) => (item === null ? [] : [item])),
];

test.each(["engineer", "executive"] as const)(
  "the compact sheet of a(n) %s says what the full questionnaire says",
  (group) => {
    const expected = (["cto", "vpe", "pair"] as const).flatMap((subject) =>
      itemsAbout(subject, { group: wordingGroup[group], tier: "core" }).map((item) => ({
        key: item.key,
        text: wordingFor(item, wordingGroup[group]),
        scale: item.scale,
      })),
    );
    const byKey = (left: { key: string }, right: { key: string }): number => (left.key < right.key ? -1 : 1);
    expect(allOf(ballotForm(group, both)).sort(byKey)).toEqual(expected.sort(byKey));
  },
);

test("the compact sheet holds the same version, scales, activities and questions, and no pattern name", () => {
  expect(compact.version).toBe(instrumentVersion);
  expect(formScales.freq5.points.map(({ label }) => label)).toEqual(scales.freq5.points.map(({ label }) => label));
  expect(formScales.effect5.points.map(({ label }) => label)).toEqual(scales.effect5.points.map(({ label }) => label));
  expect(formScales.freq5.na).toBe(scales.freq5.na.label);
  expect(formStems.freq5).toBe(scales.freq5.stem);
  expect(compact.activities).toEqual(activities.map(({ key, text }) => ({ key, text })));
  expect(compact.questions).toEqual(openQuestions.map(({ key, text }) => ({ key, text: text.rater })));
  const texts = JSON.stringify(compact.items.map(({ engineer, executive }) => [engineer, executive]));
  for (const { deck_name: name } of instrument.anti_patterns) expect(texts).not.toContain(name);
});

test("an engineer answers 49 statements about two leaders, an executive 50", () => {
  expect(allOf(ballotForm("engineer", both)).length).toBe(49);
  expect(allOf(ballotForm("executive", both)).length).toBe(50);
  expect(ballotForm("executive", both).responsibilities.cto.map(({ key }) => key)).toContain("cto_plain");
});

test("a vacant seat is not asked about, but who does what still is", () => {
  const form = ballotForm("engineer", { ...both, vpe: { kind: "vacant" } });
  expect([form.responsibilities.vpe, form.behaviours.vpe, form.pair, form.questions.vpe]).toEqual([[], [], [], []]);
  expect(form.overall.vpe).toBeNull();
  expect([form.responsibilities.cto.length, form.behaviours.cto.length, form.activities.length]).toEqual([9, 10, 10]);
});

test("with one person in both seats nothing is asked about the pair", () => {
  const form = ballotForm("engineer", { ...both, onePerson: true });
  expect(form.pair).toEqual([]);
  expect(form.responsibilities.vpe.length).toBe(9);
});

test("questions and statements carry the titles", () => {
  const form = ballotForm("engineer", both);
  expect(form.questions.vpe[0]).toEqual({ key: "start", text: "What is one thing the VPoE should start doing?" });
  expect(form.overall.cto?.text).toBe("Overall, how effective is the CTO in this role?");
  expect(form.behaviours.cto.find(({ key }) => key === "cto_control_2")?.text).toBe(
    "Our work has to wait for approval from the CTO.",
  );
  expect(form.overall.cto?.scale).toBe("effect5");
});

test("engineers are asked first whether a leader did what was announced, with the leader's own words", () => {
  const key = "commitment-2026-q1-cto-1";
  const commitments = [{ key, seat: "cto" as const, text: "Visit two customers a month." }];
  const form = ballotForm("engineer", both, commitments);
  expect(form.responsibilities.cto[0]).toEqual({
    key,
    text: "The CTO did what they announced: “Visit two customers a month.”",
    scale: "freq5",
  });
  expect(form.responsibilities.vpe).toEqual(ballotForm("engineer", both).responsibilities.vpe);
  expect(ballotForm("executive", both, commitments)).toEqual(ballotForm("executive", both));
  expect(ballotForm("engineer", { ...both, cto: { kind: "vacant" } }, commitments).responsibilities.cto).toEqual([]);
});
