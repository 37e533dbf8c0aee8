import { expect, test } from "vitest";
import type { Role } from "@/domain/access";
import type { Overview } from "./overview";
import { reportLinks } from "./report-links";

const boardAt = new Date("2026-06-29T12:00:00Z");
const overview = (roles: Role[], boardPage: boolean): Overview => ({
  company: { slug: "norrvik", name: "Norrvik" },
  roles: ["member", ...roles],
  openCycle: null,
  invited: false,
  claimed: false,
  selfRatingDue: false,
  mySeats: roles.filter((role) => role === "cto" || role === "vpe"),
  cycles: [
    { quarter: "2026-Q3", name: "norrvik-2026-q3", phase: "closed", boardPage: false, boardAt: null },
    { quarter: "2026-Q2", name: "norrvik-2026-q2", phase: "released", boardPage, boardAt },
  ],
});

const labels = (roles: Role[], boardPage = false) =>
  reportLinks(overview(roles, boardPage)).flatMap(({ links }) => links.map(({ label }) => label));

test("a leader reads the own seat, the pair and the board page, never the other seat", () => {
  expect(labels(["cto"], true)).toEqual(["The CTO", "The two together", "Board page"]);
  expect(labels(["vpe"], true)).toEqual(["The VPoE", "The two together", "Board page"]);
});

test("a board member is told when the page opens, and then finds it", () => {
  expect(reportLinks(overview(["board"], false))).toEqual([{ quarter: "2026-Q2", links: [], boardOpensAt: boardAt }]);
  expect(labels(["board"], true)).toEqual(["Board page"]);
});

test("engineers and admins have no report to read", () => {
  expect(reportLinks(overview([], false))).toEqual([]);
  expect(reportLinks(overview(["admin"], false))).toEqual([]);
});
