import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { checkOpening } from "@/domain/opening";
import { SetupPage } from "./setup-page";
import type { SetupView } from "./setup-view";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/trpc/react", () => ({
  useTRPC: () => new Proxy({}, { get: () => new Proxy({}, { get: () => ({ mutationOptions: () => ({}) }) }) }),
}));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, error: null }) }));

const now = new Date("2026-06-01T00:00:00Z");
const ada = { memberId: "a", name: "Ada Berg", email: "ada@norrvik.com", since: now };
const draft = {
  quarter: "2026-Q2",
  phase: "draft",
  closesAt: new Date("2026-06-19T17:00:00Z"),
} satisfies SetupView["latestCycle"];

/** The words on the primary buttons of the checklist. */
function primaries({
  cto = ada,
  engineers = 36,
  latestCycle = null,
}: { cto?: typeof ada | null; engineers?: number } & Partial<Pick<SetupView, "latestCycle">> = {}): string[] {
  const seats = { cto, vpe: null };
  const setup: SetupView = {
    company: {
      slug: "norrvik",
      name: "Norrvik",
      contact: "mara@norrvik.com",
      mailDomains: ["norrvik.com"],
      timeZone: "UTC",
      reports: { neutralLabelsOnly: false, commentsAfterDay: false },
    },
    seats,
    engineers,
    executives: 0,
    check: checkOpening({ engineers, executives: 0, seats, rosterChange: null, daysSincePrevious: null }),
    latestCycle,
  };
  const html = renderToStaticMarkup(<SetupPage setup={setup} now={now} />);
  return [...html.matchAll(/<(?:a|button)[^>]*button-primary[^>]*>(.*?)<\/(?:a|button)>/g)].map(
    ([, words]) => words ?? "",
  );
}

test("the step that comes next has the one primary action of the checklist", () => {
  expect(primaries({ cto: null, engineers: 0 })).toEqual(["Save seats"]);
  expect(primaries({ engineers: 0 })).toEqual(["Import a roster"]);
  expect(primaries()).toEqual(["Draft the cycle"]);
  expect(primaries({ latestCycle: draft })).toEqual(["Go to Q2 2026 and open it"]);
});

test("with a cycle open nothing on the checklist is next", () => {
  expect(primaries({ latestCycle: { ...draft, phase: "open" } })).toEqual([]);
});
