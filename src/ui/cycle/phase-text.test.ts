import { expect, test } from "vitest";
import { type CycleDates, currentStep, phaseLede, phaseProgress, phaseSteps } from "./phase-text";

const draft: CycleDates = {
  phase: "draft",
  opensAt: null,
  closesAt: new Date("2026-06-19T17:00:00Z"),
  castsFrom: null,
  closedAt: null,
  releasedAt: null,
  boardAt: null,
  boardDelayHours: 48,
  heldAt: null,
  destroyedAt: null,
  expiredAt: null,
  tallied: false,
  tooFew: false,
  timeZone: "UTC",
};
const open: CycleDates = { ...draft, phase: "open", opensAt: new Date("2026-06-01T17:00:00Z") };
const closed: CycleDates = { ...open, phase: "closed", closedAt: open.closesAt };
const released: CycleDates = {
  ...closed,
  phase: "released",
  tallied: true,
  releasedAt: new Date("2026-06-26T09:00:00Z"),
  boardAt: new Date("2026-06-28T09:00:00Z"),
};
const now = new Date("2026-06-13T10:00:00Z");

test("an open cycle says until when, and how long that is", () => {
  expect(phaseLede(open, now)).toBe("Open until Friday 19 June, 17:00 UTC. Six days left.");
  expect(
    phaseSteps(open)
      .map(({ detail }) => detail)
      .slice(0, 2),
  ).toEqual(["Roster and wording frozen 1 June", "1 to 19 June"]);
});

test("months are named twice when a cycle spans two", () => {
  expect(phaseSteps({ ...open, opensAt: new Date("2026-05-30T08:00:00Z") })[1]?.detail).toBe("30 May to 19 June");
});

test("progress runs with time and never past the end", () => {
  expect(phaseProgress(open, new Date("2026-06-10T17:00:00Z"))).toBeCloseTo(0.5);
  expect(phaseProgress(open, new Date("2026-07-10T17:00:00Z"))).toBe(1);
});

test("two windows are two steps, each with its dates, and the page says in which one the cycle is", () => {
  const two: CycleDates = { ...open, castsFrom: new Date("2026-06-09T07:00:00Z") };
  const details = (cycle: CycleDates) => phaseSteps(cycle).map(({ label, detail }) => `${label}: ${detail}`);
  expect(details(two).slice(1, 3)).toEqual(["Collecting: 1 to 9 June", "Sealing: 9 to 19 June"]);
  const before = new Date("2026-06-05T07:00:00Z");
  expect([before, now].map((moment) => currentStep(two, moment))).toEqual(["claims", "casts"]);
  expect(phaseSteps(two).map(({ key }) => key)).toContain(currentStep(two, now));
  expect(phaseLede(two, before)).toMatch(
    /^Ballots are collected until Tuesday 9 June, 07:00 UTC, and sealed from then/,
  );
  expect(phaseLede(two, before)).toMatch(/Four days left\.$/);
  expect(phaseLede(two, now)).toMatch(/none can be collected any more\. Six days left\.$/);
  expect(phaseProgress(two, before)).toBeCloseTo(0.473, 2);
  expect(phaseProgress(two, new Date("2026-06-09T07:00:00Z"))).toBe(0);
});

test("a cycle that was closed before sealing began says so", () => {
  const two = { ...closed, castsFrom: new Date("2026-06-09T07:00:00Z"), closedAt: new Date("2026-06-04T07:00:00Z") };
  expect(phaseSteps(two).map(({ detail }) => detail)).toContain("Closed before it began");
  expect(currentStep(two, now)).toBe("closed");
});

test("a closed cycle is being counted, then waits for its release, or has no result", () => {
  expect(phaseLede(closed, now)).toMatch(
    /The ballots are being counted; then each leader previews their own report\.$/,
  );
  expect(phaseLede({ ...closed, tallied: true }, now)).toMatch(/both read everything once an admin releases it\.$/);
  expect(phaseLede({ ...closed, tallied: true, tooFew: true }, now)).toMatch(/Counted, and there is no result;/);
  const released = phaseSteps({ ...closed, tallied: true, tooFew: true }).find(({ key }) => key === "released");
  expect(released?.detail).toBe("There is nothing to read");
});

test("the board page is announced until it opens", () => {
  expect(phaseLede(released, new Date("2026-06-27T00:00:00Z"))).toMatch(
    /^Released to the leaders on 26 June; the board page opens on Sunday 28 June, 09:00 UTC\.$/,
  );
  expect(phaseLede(released, new Date("2026-06-29T00:00:00Z"))).toMatch(
    /^Released to the leaders on 26 June, and open to the board since Sunday 28 June, 09:00 UTC\.$/,
  );
});

test("the bar goes on to the board, and a hold stands where the report is kept", () => {
  const before = new Date("2026-06-27T00:00:00Z");
  expect([before, new Date("2026-06-29T00:00:00Z")].map((moment) => currentStep(released, moment))).toEqual([
    "released",
    "board",
  ]);
  const details = (cycle: CycleDates) => phaseSteps(cycle).map(({ detail }) => detail);
  expect(details({ ...closed, tallied: true, boardDelayHours: 72 })[4]).toBe("72 hours after the leaders");
  expect(details({ ...closed, tallied: true, heldAt: before })[2]).toBe("Held since 27 June");
  expect(details({ ...released, heldAt: before })[4]).toBe("Held since 27 June");
  expect(currentStep({ ...released, heldAt: before }, new Date("2026-06-29T00:00:00Z"))).toBe("released");
});
