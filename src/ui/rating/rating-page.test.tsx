import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { instrument } from "@/domain/instrument";
import { RatingPage, type Ratings } from "./rating-page";

let section: string | null = null;
vi.mock("next/navigation", () => ({
  usePathname: () => "/norrvik/cycles/2026-q2/self",
  useSearchParams: () => ({ get: () => section }),
  useRouter: () => ({}),
}));
vi.mock("@/trpc/react", () => ({ useTRPC: () => ({ rating: { save: { mutationOptions: () => ({}) } } }) }));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, error: null }) }));

const ratings = (change: Partial<Ratings> = {}): Ratings => ({
  member: "m1",
  quarter: "2026-Q2",
  open: true,
  closesAt: new Date("2026-06-19T17:00:00Z"),
  timeZone: "Europe/Berlin",
  expected: [
    { kind: "self", seat: "cto", answers: null },
    { kind: "partner", seat: "vpe", answers: null },
  ],
  ...change,
});
function rendered(change: Partial<Ratings> = {}, shown: string | null = null): string {
  section = shown;
  return renderToStaticMarkup(<RatingPage company="norrvik" ratings={ratings(change)} />);
}

test("before the first question it says that this is not anonymous", () => {
  const html = rendered();
  expect(html).toContain("Not anonymous.");
  expect(html).not.toContain('type="radio"');
  expect(html).toContain("Begin");
});

test("a section asks with native radios in fieldsets, six ways to answer each", () => {
  const html = rendered({}, "self-cto-responsibilities");
  const statements = html.match(/<fieldset/g)?.length ?? 0;
  expect(statements).toBeGreaterThan(5);
  expect(html.match(/type="radio"/g)).toHaveLength(statements * 6);
  expect(html).toContain("with your name");
});

test("who mostly does what has four owners and a way to say that one cannot tell", () => {
  const html = rendered({}, "who-does-what");
  expect(html.match(/type="radio"/g)).toHaveLength(50);
  expect(html).toContain("I can&#x27;t tell");
});

test("no pattern's name from the deck reaches the form", () => {
  const pages = ["self-cto-behaviours", "partner-vpe-behaviours"].map((shown) => rendered({}, shown)).join(" ");
  for (const { deck_name } of instrument.anti_patterns) expect(pages).not.toContain(deck_name);
});

test("after closing the answers can be read and not changed", () => {
  const answers = { items: { cto_vision: 4 as const, cto_culture: null }, activities: { wdw_next: "vpe" as const } };
  const html = rendered({ open: false, expected: [{ kind: "self", seat: "cto", answers }] });
  expect(html).toContain("This cycle is closed.");
  expect(html).toContain("Often");
  expect(html).toContain("I can&#x27;t observe this");
  expect(html).toContain("The VPoE");
  expect(html).not.toContain('type="radio"');
});

test("a cycle that closed without a self-rating says what follows from it", () => {
  expect(rendered({ open: false })).toContain("without a self-rating of yours");
});
