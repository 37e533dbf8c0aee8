import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { commitmentSubjects } from "@/domain/commitment-subject";
import type { Score } from "@/domain/report";
import { sampleScore, withheldScore } from "@/ui/report/fixtures";
import { planChoices } from "./plan-choice";
import { type Plan, PlanSection, sharingIsDue } from "./plan-section";

type Entry = Plan["earlier"][number];
const entry = (change: Partial<Entry> = {}): Entry => ({
  quarter: "2026-Q2",
  seat: "cto",
  kind: "pattern",
  subject: "control_freak",
  label: "Holds every decision",
  action: "Set a one-day rule.",
  dueOn: "2026-09-30",
  state: "shared",
  leaderId: "ines",
  leaderName: "Ines Aalto",
  sharedAt: new Date("2026-06-29"),
  closedAt: null,
  voice: { kind: "next-cycle" },
  ...change,
});
const plan = (change: Partial<Plan> = {}): Plan => ({
  company: { slug: "norrvik" },
  quarter: "2026-Q2",
  seat: "cto",
  writable: true,
  seated: true,
  plan: { responsibility: null, pattern: null },
  earlier: [],
  returned: [],
  choices: {
    responsibility: commitmentSubjects("responsibility", "cto", true),
    pattern: commitmentSubjects("pattern", "cto", true),
  },
  days: { first: "2026-06-30", last: "2026-12-31" },
  ...change,
});
const html = (change: Partial<Plan> = {}) => renderToStaticMarkup(<PlanSection plan={plan(change)} />);
const text = (change: Partial<Plan> = {}) =>
  html(change)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("an empty plan says what to do, for one responsibility and one pattern", () => {
  expect(text()).toContain(
    "Choose one responsibility, say what you will do and by when, then share it with the engineers.",
  );
  expect(text()).toContain("Choose a responsibility");
  expect(text()).toContain("Choose a pattern");
  expect(sharingIsDue(plan())).toBe(true);
});

test("what was shared is told with its words, its date and when engineers are asked, and leaves only the closing to do", () => {
  const shared = { plan: { responsibility: null, pattern: entry() } };
  expect(text(shared)).toContain(
    "Holds every decision Shared with engineers “Set a one-day rule.” Due 30 September 2026. Engineers are asked in the next cycle, anonymously, whether it happened.",
  );
  expect(text(shared)).toContain("Mark as kept or dropped");
  expect(sharingIsDue(plan(shared))).toBe(false);
});

test("a draft says that nobody else reads it, and sharing is still the thing to do", () => {
  const draft = { plan: { responsibility: null, pattern: entry({ state: "draft", voice: { kind: "draft" } }) } };
  expect(text(draft)).toContain("A draft: nobody but you reads it.");
  expect(text(draft)).toContain("Change or share it");
  expect(sharingIsDue(plan(draft))).toBe(true);
});

test("earlier commitments stand with the leader's word and what engineers say, or that it is withheld", () => {
  const result = { key: "k", text: "", distribution: null, agreement: null, littleVisible: false };
  const told = (score: Score) =>
    text({
      earlier: [
        entry({
          quarter: "2026-Q1",
          state: "kept",
          closedAt: new Date("2026-05-30"),
          voice: { kind: "counted", quarter: "2026-Q2", result: { ...result, score } },
        }),
      ],
    });
  expect(told(sampleScore(75, 24, 8))).toContain(
    "Marked as kept by the leader on 30 May 2026; it was due 30 September 2026. Engineers in Q2 2026: it happened often, 75 (67–83). Announced after Q1 2026.",
  );
  expect(told(withheldScore)).toContain("Q2 2026: withheld, fewer than 5 engineers could observe this.");
});

test("a pattern that came back is named above the plan", () => {
  const sentence = "Holds every decision is back: high in Q2 2026, 75 (68–82), after watch in Q1 2026.";
  expect(text({ returned: [sentence] }).indexOf(sentence)).toBeGreaterThan(0);
});

test("an older report is read without a form, and without anything to tell there is no section", () => {
  const old = { writable: false, plan: { responsibility: null, pattern: entry({ state: "kept" }) } };
  expect(html(old)).not.toContain("<button");
  expect(text(old)).toContain("None was chosen.");
  expect(html({ writable: false })).toBe("");
});

test("a pattern offers its three remedies, a responsibility the statements engineers were asked", () => {
  const [pattern] = planChoices("pattern", "cto", plan().choices.pattern);
  expect([pattern?.remedies.length, pattern?.statements.length]).toEqual([3, 0]);
  const areas = planChoices("responsibility", "cto", plan().choices.responsibility);
  expect(areas.map(({ statements }) => statements.length).every((count) => count > 0)).toBe(true);
});
