import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { ada, draft, setupOf } from "./fixtures";
import { SetupPage } from "./setup-page";
import type { SetupView } from "./setup-view";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/trpc/react", () => ({
  useTRPC: () => new Proxy({}, { get: () => new Proxy({}, { get: () => ({ mutationOptions: () => ({}) }) }) }),
}));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, error: null }) }));

const now = new Date("2026-06-01T00:00:00Z");

/** The words on the primary buttons of the checklist, while the VP of Engineering's seat is vacant. */
function primaries({ cto = ada, ...rest }: Partial<SetupView> & { cto?: typeof ada | null } = {}): string[] {
  const html = renderToStaticMarkup(<SetupPage setup={setupOf({ ...rest, seats: { cto, vpe: null } })} now={now} />);
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
