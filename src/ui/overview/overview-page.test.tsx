import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { Window } from "@/domain/windows";
import type { Announced } from "@/ui/commitment/announced-card";
import type { Overview, SetupState } from "./overview";
import { OverviewPage } from "./overview-page";

vi.mock("@/trpc/react", () => ({ useTRPC: () => ({ invitation: { sendMine: { mutationOptions: () => ({}) } } }) }));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, isSuccess: false, error: null }) }));

const closesAt = new Date("2026-06-19T17:00:00Z");
const overview = (change: Partial<Overview> = {}): Overview => ({
  company: { slug: "norrvik", name: "Norrvik" },
  roles: ["member"],
  openCycle: null,
  invited: false,
  claimed: false,
  selfRatingDue: false,
  mySeats: [],
  cycles: [],
  ...change,
});
const openCycle = {
  quarter: "2026-Q2",
  name: "norrvik-2026-q2",
  closesAt,
  castsFrom: null as Date | null,
  zones: { own: "UTC", company: "UTC" },
  window: "both" as Window,
};
const castsFrom = new Date("2026-06-09T07:00:00Z");
const nothingAnnounced: Announced = { quarter: null, leaders: [] };
const rendered = (change: Partial<Overview>, setup: SetupState | null = null, announced = nothingAnnounced) =>
  renderToStaticMarkup(
    <OverviewPage overview={overview(change)} announced={announced} setup={setup} contact="mara@norrvik.example" />,
  );

test("with nothing open the page says so calmly", () => {
  expect(rendered({})).toContain("Nothing is open for you now.");
});

test("a waiting ballot opens from the mail, which can be sent again, and from nowhere on this page", () => {
  const html = rendered({ openCycle, invited: true });
  expect(html).toContain("Send my invitation again");
  expect(html).toContain("Friday 19 June, 17:00 UTC");
  expect(html).not.toContain("/ballot/");
  expect(html).not.toContain("Nothing is open");
});

test("a collected ballot names whom to tell if it was somebody else", () => {
  const html = rendered({ openCycle, invited: true, claimed: true });
  expect(html).toContain("A ballot was collected in your name. If that was not you, tell mara@norrvik.example.");
});

test("whether a ballot was collected in one's name is said either way, and who else was asked is one click away", () => {
  const html = rendered({ openCycle, invited: true });
  expect(html).toContain("No ballot was collected in your name yet.");
  expect(html).toContain('href="/norrvik/colleagues"');
});

test("in the first of two windows both dates are said, and what was collected waits", () => {
  const first = { ...openCycle, castsFrom, window: "claims" as const };
  const waiting = rendered({ openCycle: first, invited: true });
  expect(waiting).toContain("Collect it until Tuesday 9 June, 07:00 UTC; seal it from then until Friday 19 June");
  const collected = rendered({ openCycle: first, invited: true, claimed: true });
  expect(collected).toContain("You can seal it from Tuesday 9 June, 07:00 UTC");
});

test("who has collected nothing by the second window is told so, and is not sent their link again", () => {
  const second = { ...openCycle, castsFrom, window: "casts" as const };
  const missed = rendered({ openCycle: second, invited: true });
  expect(missed).toContain("No ballot was collected in your name");
  expect(missed).toContain("nothing to do for you in this cycle");
  expect(missed).not.toContain("Send my invitation again");
  expect(rendered({ openCycle: second, invited: true, claimed: true })).toContain("Seal it in the browser");
});

test("a leader is led to the self-rating and told that it is not anonymous", () => {
  const html = rendered({ openCycle, mySeats: ["cto"], roles: ["member", "cto"], selfRatingDue: true });
  expect(html).toContain('href="/norrvik/cycles/2026-q2/self"');
  expect(html).toContain("not anonymous");
});

test("somebody who is not on the roster of the open cycle has nothing to do", () => {
  expect(rendered({ openCycle })).toContain("Nothing is open for you now.");
});

test("a board member is told when the board page opens", () => {
  const boardAt = new Date("2026-06-29T12:00:00Z");
  const cycles = [
    {
      quarter: "2026-Q2",
      name: "norrvik-2026-q2",
      phase: "released" as const,
      standing: {
        stage: "leaders" as const,
        tooFew: false,
        heldAt: null,
        releasedAt: closesAt,
        boardAt,
        timeZone: "UTC",
      },
      seats: [],
      pair: false,
      crossroads: false,
      board: false,
      words: false,
    },
  ];
  expect(rendered({ roles: ["member", "board"], cycles })).toContain(
    "The leaders read this page first. It opens for you on Monday 29 June, 12:00 UTC.",
  );
});

test("after a release everybody reads what the leaders will do, by when and how it stands, and no score", () => {
  const entry = {
    quarter: "2026-Q2",
    kind: "pattern" as const,
    label: "Holds every decision",
    action: "Set a one-day rule.",
    dueOn: "2026-09-30",
    state: "shared" as const,
  };
  const announced: Announced = {
    quarter: "2026-Q2",
    leaders: [
      {
        seat: "cto",
        name: "Ines Aalto",
        announced: [entry, { ...entry, quarter: "2026-Q1", label: "Outward view", state: "kept" }],
      },
    ],
  };
  const html = rendered({}, null, announced);
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toContain("What we heard, what we will do");
  expect(text).toContain("Ines Aalto, CTO");
  expect(text).toContain("Heard in Q2 2026: Holds every decision “Set a one-day rule.” Until 30 September 2026");
  expect(text).toContain("Heard in Q1 2026: Outward view “Set a one-day rule.” Kept, says the leader");
});

test("before anything is shared the page says where it will appear, and before any release nothing", () => {
  expect(rendered({}, null, { quarter: "2026-Q2", leaders: [] })).toContain("appears here once they share it");
  expect(rendered({})).not.toContain("What we heard");
});
