import { expect, test } from "vitest";
import type { Role } from "@/domain/access";
import type { Seat } from "@/domain/seat";
import type { Overview } from "./overview";
import { reportLinks } from "./report-links";

const boardAt = new Date("2026-06-29T12:00:00Z");
const none = { tooFew: false, heldAt: null, releasedAt: null, boardAt: null, timeZone: "UTC" };
const closed: Overview["cycles"][number] = {
  quarter: "2026-Q3",
  name: "norrvik-2026-q3",
  phase: "closed",
  standing: { ...none, stage: "preview" },
  seats: [],
  pair: false,
  crossroads: false,
  board: false,
  words: false,
};
const released: Overview["cycles"][number] = {
  ...closed,
  quarter: "2026-Q2",
  name: "norrvik-2026-q2",
  phase: "released",
  standing: { ...none, stage: "leaders", boardAt },
};
const overview = (roles: Role[], cycles: Overview["cycles"]): Overview => ({
  company: { slug: "norrvik", name: "Norrvik" },
  roles: ["member", ...roles],
  openCycle: null,
  invited: false,
  claimed: false,
  selfRatingDue: false,
  mySeats: roles.filter((role) => role === "cto" || role === "vpe"),
  cycles,
});

const labels = (roles: Role[], cycles: Overview["cycles"]) =>
  reportLinks(overview(roles, cycles)).flatMap(({ links }) => links.map(({ label }) => label));
const read = (seats: Seat[]) => ({ ...released, seats, pair: true, crossroads: false, board: true });

test("a leader reads the own seat, the pair and the board page, never the other seat", () => {
  expect(labels(["cto"], [closed, read(["cto"])])).toEqual(["The CTO", "The two together", "Board page"]);
  expect(labels(["vpe"], [closed, read(["vpe"])])).toEqual(["The VPoE", "The two together", "Board page"]);
});

test("one person in both seats reads the crossroads in place of the pair", () => {
  expect(labels(["cto", "vpe"], [{ ...read(["cto", "vpe"]), crossroads: true }])).toEqual([
    "The CTO",
    "The VPoE",
    "Crossroads",
    "Board page",
  ]);
});

test("before the release a leader finds the preview of the own report and the 100 words", () => {
  const preview = { ...closed, seats: ["vpe" as const], words: true };
  expect(reportLinks(overview(["vpe"], [preview]))).toEqual([
    {
      quarter: "2026-Q3",
      links: [
        { href: "/norrvik/reports/2026-q3/vpe", label: "The VPoE" },
        { href: "/norrvik/reports/2026-q3/words", label: "Your 100 words" },
      ],
      standing: preview.standing,
    },
  ]);
});

test("a board member is told when the page opens, and then finds it", () => {
  expect(reportLinks(overview(["board"], [closed, released]))).toEqual([
    { quarter: "2026-Q2", links: [], standing: released.standing },
  ]);
  expect(labels(["board"], [{ ...released, board: true }])).toEqual(["Board page"]);
});

test("engineers and admins have no report to read", () => {
  expect(reportLinks(overview([], [closed, released]))).toEqual([]);
  expect(reportLinks(overview(["admin"], [closed, released]))).toEqual([]);
});
