import { expect, test } from "vitest";
import type { SetupState } from "./overview";
import { standingOf } from "./setup-card";

const closesAt = new Date("2026-06-19T17:00:00Z");
const setup = (change: Partial<SetupState>): SetupState => ({
  company: { timeZone: "UTC" },
  seats: { cto: null, vpe: null },
  engineers: 0,
  check: { mayOpen: false },
  latestCycle: null,
  ...change,
});

test("a new company is told how long the set-up takes", () => {
  expect(standingOf("norrvik", setup({}))).toMatchObject({
    title: "No cycle yet",
    text: "A first one takes about 20 minutes to set up.",
    href: "/norrvik/setup",
  });
});

test("a half-done set-up names what is missing", () => {
  expect(standingOf("norrvik", setup({ engineers: 30 })).text).toBe("Still to come: a leader in a seat, a cycle.");
  expect(standingOf("norrvik", setup({ seats: { cto: {}, vpe: null } })).text).toBe(
    "Still to come: the roster, a cycle.",
  );
});

test("each phase of the newest cycle leads to where it is worked on", () => {
  const at = (phase: "draft" | "open" | "closed" | "released", mayOpen = false) =>
    standingOf("norrvik", setup({ check: { mayOpen }, latestCycle: { quarter: "2026-Q2", phase, closesAt } }));
  expect(at("draft").title).toBe("Q2 2026 is a draft");
  expect(at("draft", true).title).toBe("Q2 2026 is ready to open");
  expect(at("open")).toMatchObject({ text: "Until Friday 19 June, 17:00 UTC.", href: "/norrvik/cycles/2026-q2" });
  expect(at("closed").href).toBe("/norrvik/cycles/2026-q2");
  expect(at("released").href).toBe("/norrvik/cycles");
});
