import { expect, test } from "vitest";
import { answerTo } from "./answers-state";
import { forgetDraft, keepChange, readDrafts, type Shelf, withDraft, withDrafts } from "./rating-draft";
import type { Question } from "./sections";

const vision: Question = { key: "cto_vision", text: "…", ratings: ["self-cto"], answers: "frequency" };
const culture: Question = { key: "cto_culture", text: "…", ratings: ["self-cto"], answers: "frequency" };
const owner: Question = { key: "wdw_next", text: "…", ratings: ["self-cto", "self-vpe"], answers: "owner" };
const me = { company: "norrvik", quarter: "2026-Q2", member: "m1" };

function newShelf(): NonNullable<Shelf> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

test("what was answered and not saved is there again, over what the server has", () => {
  const shelf = newShelf();
  keepChange(shelf, me, {}, vision, 4);
  const saved = { "self-cto": { items: { cto_vision: 2 as const, cto_culture: 5 as const }, activities: {} } };
  const answers = withDrafts(saved, readDrafts(shelf, me, ["self-cto", "partner-vpe"]));
  expect(answerTo(answers, vision)).toBe(4);
  expect(answerTo(answers, culture)).toBe(5);
});

test("an answer that was left open again stays open", () => {
  const shelf = newShelf();
  keepChange(shelf, me, {}, vision, undefined);
  const { "self-cto": draft } = readDrafts(shelf, me, ["self-cto"]);
  expect(draft && withDraft({ items: { cto_vision: 2 }, activities: {} }, draft).items).toEqual({});
});

test("a draft is one member's, for one cycle and one seat", () => {
  const shelf = newShelf();
  keepChange(shelf, me, {}, vision, 4);
  expect(readDrafts(shelf, { ...me, member: "m2" }, ["self-cto"])).toEqual({});
  expect(readDrafts(shelf, { ...me, quarter: "2026-Q3" }, ["self-cto"])).toEqual({});
  expect(readDrafts(shelf, me, ["self-vpe"])).toEqual({});
});

test("two tabs that know nothing of each other both add to the draft", () => {
  const shelf = newShelf();
  const one = keepChange(shelf, me, {}, vision, 4);
  keepChange(shelf, me, {}, culture, 1);
  keepChange(shelf, me, one.drafts, owner, "both");
  const answers = withDrafts({}, readDrafts(shelf, me, ["self-cto", "self-vpe"]));
  expect(answers["self-cto"]).toEqual({ items: { cto_vision: 4, cto_culture: 1 }, activities: { wdw_next: "both" } });
  expect(answers["self-vpe"]).toEqual({ items: {}, activities: { wdw_next: "both" } });
});

test("saving forgets the draft that was sent, and keeps one that another tab added to meanwhile", () => {
  const shelf = newShelf();
  const { "self-cto": sent } = keepChange(shelf, me, {}, vision, 4).drafts;
  const { "self-cto": newer } = keepChange(shelf, me, {}, culture, 1).drafts;
  expect(forgetDraft(shelf, me, "self-cto", sent)).toEqual(newer);
  expect(forgetDraft(shelf, me, "self-cto", newer)).toBeUndefined();
  expect(readDrafts(shelf, me, ["self-cto"])).toEqual({});
});

test("a browser that keeps nothing, or something else in this place, loses no answer of the open page", () => {
  const first = keepChange(null, me, {}, vision, 4);
  const second = keepChange(null, me, first.drafts, culture, 1);
  expect(second.kept).toBe(false);
  expect(withDrafts({}, second.drafts)["self-cto"]?.items).toEqual({ cto_vision: 4, cto_culture: 1 });
  expect(readDrafts({ ...newShelf(), getItem: () => '{"items":{}}' }, me, ["self-cto"])).toEqual({});
});
