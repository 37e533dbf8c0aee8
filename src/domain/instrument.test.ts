import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import {
  activities,
  dimensionsOf,
  fillTokens,
  instrument,
  instrumentHash,
  instrumentVersion,
  itemsAbout,
  openQuestions,
  patternDimension,
  patternsOf,
  wordingFor,
} from "./instrument";
import type { WordingGroup } from "./instrument-schema";
import { itemScore } from "./score";

const subjects = ["cto", "vpe", "pair"] as const;
const { items, anti_patterns: patterns, deck, dimensions } = instrument;
const asked = (group: WordingGroup): number =>
  subjects.reduce((sum, subject) => sum + itemsAbout(subject, { group, tier: "core" }).length, 0);
const everyWording = items.flatMap((item) =>
  Object.entries(item.wording).flatMap(([group, text]) => (text === null ? [] : [{ key: item.key, group, text }])),
);
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}{}'-]+/gu) ?? [];

test("the questionnaire has 66 closed items, 10 activities, 10 patterns and 3 open questions", () => {
  expect([items.length, activities.length, patterns.length, openQuestions.length]).toEqual([66, 10, 10, 3]);
  expect(instrumentVersion).toBe("2026.1");
  expect(new Set(items.map(({ key }) => key)).size).toBe(66);
});

test("forms have the length that invitations promise", () => {
  expect(asked("engineer")).toBe(instrument.forms.standard.closed_items_both_leaders);
  expect(itemsAbout("cto", { group: "engineer", tier: "core" }).length).toBe(
    instrument.forms.standard.closed_items_one_leader,
  );
  expect(itemsAbout("vpe", { group: "engineer", tier: "core" }).length).toBe(20);
  expect([asked("engineer"), asked("direct_report"), asked("peer_exec"), asked("ceo"), asked("board")]).toEqual([
    49, 49, 50, 50, 31,
  ]);
  const self =
    itemsAbout("cto", { group: "self_cto", tier: "core" }).length +
    itemsAbout("pair", { group: "self_cto", tier: "core" }).length;
  expect(self).toBe(29);
  expect(
    subjects.reduce((sum, subject) => sum + itemsAbout(subject, { group: "engineer", tier: "all" }).length, 0),
  ).toBe(66);
});

test("every item but the two overall questions rests on the talk, and every reference exists", () => {
  const refs = new Set(deck.map(({ ref }) => ref));
  for (const item of items) {
    expect(item.deck.length > 0, item.key).toBe(!item.id.startsWith("O"));
    for (const ref of item.deck) expect(refs, item.key).toContain(ref);
  }
  for (const { deck: of, key } of activities) for (const ref of of) expect(refs, key).toContain(ref);
  for (const { deck_ref: ref } of patterns) expect(refs).toContain(ref);
});

test("every duty and pattern of the talk is covered by an item or an activity", () => {
  const covered = new Set([...items, ...activities].flatMap(({ deck: refs }) => refs));
  const mustBe = deck.filter(({ type }) => type !== "context").map(({ ref }) => ref);
  expect(mustBe.filter((ref) => !covered.has(ref))).toEqual([]);
});

test("each pattern has two core items and one deep one, all unfavourable, about its own role", () => {
  expect(patternsOf("cto").length).toBe(5);
  expect(patternsOf("vpe").length).toBe(5);
  for (const pattern of patterns) {
    const own = items.filter(({ dimension }) => dimension === patternDimension(pattern.key));
    expect(own.map(({ key }) => key)).toEqual(pattern.items);
    expect(own.map(({ tier }) => tier)).toEqual(["core", "core", "deep"]);
    expect(own.every(({ about, polarity }) => about === pattern.role && polarity === -1)).toBe(true);
  }
});

test("every dimension has one to four core items about its subject", () => {
  expect([dimensionsOf("cto").length, dimensionsOf("vpe").length, dimensionsOf("pair").length]).toEqual([5, 5, 3]);
  for (const { key, about } of dimensions.filter(({ about }) => about !== "each")) {
    const core = items.filter((item) => item.dimension === key && item.tier === "core");
    expect(core.length, key).toBeGreaterThanOrEqual(1);
    expect(core.length, key).toBeLessThanOrEqual(4);
    expect(
      core.every((item) => item.about === about),
      key,
    ).toBe(true);
  }
  const known = new Set([...dimensions.map(({ key }) => key), ...patterns.map(({ key }) => patternDimension(key))]);
  expect(items.filter(({ dimension }) => !known.has(dimension))).toEqual([]);
});

test("all rater groups have a wording or an explicit null", () => {
  const raters = ["engineer", "direct_report", "peer_exec", "ceo", "board"] as const;
  for (const item of items) {
    const self = item.about === "pair" ? ["self_cto", "self_vpe"] : ["self"];
    expect(Object.keys(item.wording).sort(), item.key).toEqual([...raters, ...self].sort());
    expect(item.wording.engineer, item.key).toBe(item.wording.direct_report);
  }
});

test("no wording is longer than 16 words", () => {
  expect(everyWording.filter(({ text }) => wordsOf(text).length > 16)).toEqual([]);
});

test("no wording has a pronoun with gender", () => {
  const gendered = new Set(["he", "she", "his", "her", "hers", "him", "himself", "herself"]);
  expect(everyWording.filter(({ text }) => wordsOf(text).some((word) => gendered.has(word)))).toEqual([]);
});

test("no wording joins two ideas, except the two leaders themselves", () => {
  const leaders = /\{cto\} and \{vpe\}|\{(cto|vpe)\} and I\b|my view and the view of \{(cto|vpe)\}/g;
  const joined = everyWording.filter(({ text }) => /\b(and|or)\b/i.test(text.replace(leaders, "")));
  expect(joined.map(({ key, group }) => `${key} ${group}`)).toEqual([]);
});

test("no wording asks about something not done", () => {
  const negated = /\b(not|never|don't|doesn't|isn't|can't|won't|no one)\b/i;
  expect(everyWording.filter(({ text }) => negated.test(text))).toEqual([]);
});

test("a title gets a capital letter at the start of a sentence only, a name stays as it is", () => {
  const [vision] = itemsAbout("cto", { group: "engineer", tier: "core" });
  const shared = items.find(({ key }) => key === "inno_share");
  if (vision === undefined || shared === undefined) throw new Error("item missing");
  expect(wordingFor(vision, "engineer")).toBe(
    "The CTO makes it clear what our technology should achieve in the long term.",
  );
  expect(wordingFor(shared, "engineer")).toBe("The CTO and the VPoE share the work of making new ideas happen.");
  expect(wordingFor(vision, "engineer", { cto: "van Dyke", vpe: "Ada" })).toMatch(/^van Dyke makes/);
  expect(fillTokens("Work has to wait for {cto}.", { cto: "the CTO", vpe: "the VPoE" })).toBe(
    "Work has to wait for the CTO.",
  );
});

test("each leader reads statements about the pair in words of their own", () => {
  const shared = items.find(({ key }) => key === "inno_share");
  const own = items.find(({ key }) => key === "cto_vision");
  if (shared === undefined || own === undefined) throw new Error("item missing");
  expect(wordingFor(shared, "self_cto")).not.toBe(wordingFor(shared, "self_vpe"));
  expect(wordingFor(own, "self_cto")).toBe(own.wording.self);
});

test("an item that a group is not asked has no wording for it", () => {
  const upward = items.find(({ key }) => key === "vpe_upward_3");
  expect(upward && wordingFor(upward, "peer_exec")).toBeNull();
  expect(itemsAbout("vpe", { group: "peer_exec", tier: "all" }).some(({ key }) => key === "vpe_upward_3")).toBe(false);
});

test("the scales score as F1 does", () => {
  for (const scale of [instrument.scales.freq5, instrument.scales.effect5]) {
    for (const { value, score } of scale.points) expect(itemScore(value)).toBe(score);
  }
  expect(golden.F1_item_score.length).toBe(5);
});

test("the questionnaire has a fingerprint", async () => {
  expect(await instrumentHash()).toMatch(/^[0-9a-f]{64}$/);
  expect(await instrumentHash()).toBe(await instrumentHash());
});
