import { expect, test } from "vitest";
import { ada, draft, setupOf } from "./fixtures";
import { setupSteps } from "./setup-steps";
import type { SetupView } from "./setup-view";

const states = (view: SetupView) => setupSteps(view).map(({ state }) => state);
const detail = (view: SetupView, key: string) => setupSteps(view).find((step) => step.key === key)?.detail;

test("a new company starts with its leaders", () => {
  const view = setupOf({ engineers: 0, seats: { cto: null, vpe: null } });
  expect(states(view)).toEqual(["done", "now", "next", "next", "next", "next"]);
  expect(detail(view, "seats")).toBe("Nobody sits in a seat yet");
});

test("with a draft and nothing in the way, opening is the step now", () => {
  expect(states(setupOf({ latestCycle: draft }))).toEqual(["done", "done", "done", "done", "done", "now"]);
  expect(detail(setupOf({ latestCycle: draft }), "cycle")).toBe("Q2 2026, closes 19 June");
});

test("seven engineers are too few, and the check says that something stops the opening", () => {
  const view = setupOf({ engineers: 7, latestCycle: draft });
  expect(states(view)).toEqual(["done", "done", "now", "done", "blocked", "next"]);
  expect(detail(view, "roster")).toBe("7 engineers; at least 8 are needed");
  expect(detail(view, "check")).toBe("One thing stops the opening");
});

test("one vacant seat, or one person in both, is enough to go on", () => {
  expect(states(setupOf({ seats: { cto: ada, vpe: null } }))[1]).toBe("done");
  expect(detail(setupOf({ seats: { cto: ada, vpe: ada } }), "seats")).toBe("Ada Berg holds both seats");
});

test("once a cycle is open everything is done; after it, the next one is to be drafted", () => {
  expect(states(setupOf({ latestCycle: { ...draft, phase: "open" } }))).toEqual(Array(6).fill("done"));
  expect(states(setupOf({ latestCycle: { ...draft, phase: "released" } }))[3]).toBe("now");
});
