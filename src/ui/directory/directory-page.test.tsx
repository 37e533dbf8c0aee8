import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { Outputs } from "@/trpc/outputs";
import { DirectoryPage } from "./directory-page";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }), usePathname: () => "/" }));
vi.mock("@/trpc/react", () => ({
  useTRPC: () => new Proxy({}, { get: () => new Proxy({}, { get: () => ({ mutationOptions: () => ({}) }) }) }),
}));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, error: null }) }));

type Directory = Outputs["directory"]["get"];
const ada = { email: "ada@b.example", group: "engineer" as const, slices: {} };
const directory: Directory = {
  ...{
    endpoint: "https://tandem.example/scim/v2",
    timeZone: "Europe/Berlin",
    lastRequestAt: new Date("2031-01-10T09:00:00Z"),
    known: 12,
    asked: 10,
  },
  groups: [{ id: "1", displayName: "Design", people: 3 }],
  mapping: [{ group: "Engineering", asks: "engineer", team: "Core", site: "", tenure: "" }],
  ...{ began: true, reviewed: false, stopped: ["leave"], comparison: "0".repeat(64), declined: 0 },
  counts: { people: 1, leave: 0, identity: 1, join: 0, move: 0 },
  waiting: [
    { id: "m", name: "Ada", kinds: ["identity"], guarded: true, before: ada, after: { ...ada, email: "x@b.example" } },
  ],
  rolesLeft: [{ id: "b", name: "Bo", email: "bo@b.example", roles: ["board"] }],
  problems: [{ at: "2031-01-10T08:00:00Z", request: "POST /Users", detail: "Another user has this address." }],
};
const page = (change: Partial<Directory> = {}) =>
  renderToStaticMarkup(<DirectoryPage company="norrvik" directory={{ ...directory, ...change }} />);

test("what was discarded is not said to be in force", () => {
  const none = { people: 0, leave: 0, identity: 0, join: 0, move: 0 };
  expect(page({ counts: none, waiting: [], declined: 2 })).toContain("Apart from what was discarded, the roster is");
  expect(page({ counts: none, waiting: [] })).toContain("The roster is as the directory wants it.");
});

test("before any group means something nobody can apply that everybody leaves", () => {
  const html = page({ mapping: [], began: false });
  expect(html).toContain("Say below what groups mean first.");
  expect(html).not.toContain("Apply to");
  expect(page()).toContain("Apply to");
});

test("without scripts an admin reads where the directory knocks, what waits and why, what groups mean and what went wrong", () => {
  const html = page();
  expect(html).toContain("https://tandem.example/scim/v2");
  expect(html).toContain("address ada@b.example → x@b.example");
  expect(html).toContain("Has a role: whoever has the new address signs in to it.");
  expect(html).toContain("would take more than 40\u00a0% of the roster off it");
  expect(html).toContain("Another user has this address.");
  expect(html).toMatch(/Bo, bo@b\.example: board member/);
  expect(html).toContain('value="Core"');
  expect(html).toContain("In no row yet: Design (3)");
});

test("where nothing waits it is said what happens next", () => {
  const quiet = { counts: { people: 0, leave: 0, identity: 0, join: 0, move: 0 }, waiting: [], stopped: [] };
  expect(page(quiet)).toContain("Small changes go through by themselves.");
  expect(page({ ...quiet, began: false })).toContain("The first comparison appears here.");
});
