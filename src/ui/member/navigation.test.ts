import { expect, test } from "vitest";
import type { Role } from "@/domain/access";
import { navigationOf, type Overview, roleText } from "./navigation";

const seatsOf = (roles: Role[]) => roles.filter((role) => role === "cto" || role === "vpe");
const leads = (roles: Role[]) => seatsOf(roles).length > 0;
const overview = (roles: Role[], change: Partial<Overview> = {}): Overview => ({
  company: { slug: "norrvik", name: "Norrvik" },
  roles: ["member", ...roles],
  cycles: [
    { quarter: "2026-Q3", seats: [], pair: false, crossroads: false, board: false },
    { quarter: "2026-Q2", seats: seatsOf(roles), pair: leads(roles), crossroads: false, board: leads(roles) },
    {
      quarter: "2026-Q1",
      seats: seatsOf(roles),
      pair: leads(roles),
      crossroads: false,
      board: roles.some((role) => role !== "admin"),
    },
  ],
  ...change,
});

const hrefs = (roles: Role[], change?: Partial<Overview>) =>
  navigationOf(overview(roles, change))
    .filter(({ title }) => title !== "You")
    .flatMap(({ links }) => links.map(({ href }) => href));

test("everybody finds their own sessions", () => {
  expect(navigationOf(overview([])).find(({ title }) => title === "You")?.links).toEqual([
    { href: "/norrvik/settings/sessions", label: "Your sessions" },
  ]);
});

test("an engineer sees the overview and nothing else", () => {
  expect(hrefs([])).toEqual(["/norrvik"]);
});

test("an admin sees cycles, roster and settings, and no report", () => {
  expect(hrefs(["admin"])).toEqual([
    "/norrvik",
    "/norrvik/cycles",
    "/norrvik/roster",
    "/norrvik/settings/members",
    "/norrvik/settings/company",
    "/norrvik/settings/retention",
    "/norrvik/settings/data",
    "/norrvik/settings/single-sign-on",
    "/norrvik/settings/directory",
    "/norrvik/settings/api-keys",
    "/norrvik/settings/notifications",
    "/norrvik/settings/audit",
  ]);
});

test("a leader sees the report of the own seat, the pair and the board page of the newest released cycle", () => {
  expect(hrefs(["cto"])).toEqual([
    "/norrvik",
    "/norrvik/reports/2026-q2/cto",
    "/norrvik/reports/2026-q2/pair",
    "/norrvik/board/2026-q2",
    "/norrvik/settings/api-keys",
  ]);
  expect(hrefs(["vpe"])).not.toContain("/norrvik/reports/2026-q2/cto");
});

test("one person in both seats sees both reports", () => {
  expect(hrefs(["cto", "vpe"]).filter((href) => href.includes("/reports/"))).toHaveLength(3);
});

test("where one person holds both seats or one is vacant, the pair's page is called the crossroads", () => {
  const labels = (crossroads: boolean) =>
    navigationOf(
      overview(["cto"], { cycles: [{ quarter: "2026-Q2", seats: ["cto"], pair: true, crossroads, board: true }] }),
    ).flatMap(({ links }) => links.map(({ label }) => label));
  expect(labels(true)).toContain("Crossroads");
  expect(labels(true)).not.toContain("The two together");
  expect(labels(false)).toContain("The two together");
});

test("a board member is led to the newest board page that can be read now", () => {
  expect(hrefs(["board"])).toEqual(["/norrvik", "/norrvik/board/2026-q1", "/norrvik/settings/api-keys"]);
});

test("before the first release there are no report links", () => {
  const cycles: Overview["cycles"] = [{ quarter: "2026-Q3", seats: [], pair: false, crossroads: false, board: false }];
  expect(hrefs(["cto", "vpe", "board"], { cycles })).toEqual(["/norrvik", "/norrvik/settings/api-keys"]);
});

test("a preview leads to the own report of the new quarter, and to the pair and board page of the one before", () => {
  const cycles: Overview["cycles"] = [
    { quarter: "2026-Q3", seats: ["cto"], pair: false, crossroads: false, board: false },
    { quarter: "2026-Q2", seats: ["cto"], pair: true, crossroads: false, board: true },
  ];
  expect(hrefs(["cto"], { cycles })).toEqual([
    "/norrvik",
    "/norrvik/reports/2026-q3/cto",
    "/norrvik/reports/2026-q2/pair",
    "/norrvik/board/2026-q2",
    "/norrvik/settings/api-keys",
  ]);
});

test("roles read as words", () => {
  expect(roleText(["member"])).toBe("Member");
  expect(roleText(["member", "admin"])).toBe("Admin");
  expect(roleText(["member", "admin", "board"])).toBe("Admin and board member");
  expect(roleText(["member", "admin", "board", "cto", "vpe"])).toBe("Admin, CTO, VPoE and board member");
});
