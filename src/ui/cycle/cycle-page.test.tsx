import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { checkOpening } from "@/domain/opening";
import { WireProvider } from "@/trpc/react";
import { CyclePage } from "./cycle-page";
import type { CycleView } from "./cycle-view";
import type { DraftCheck } from "./draft-view";
import type { FlaggedComment } from "./flagged-comments";

const nothing = () => undefined;
const router = {
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
} as unknown as NonNullable<React.ContextType<typeof AppRouterContext>>;

const words = ["cedar", "lantern", "ripple", "oat", "fable", "north", "quilt", "amber"];
const draft: CycleView = {
  quarter: "2026-Q2",
  name: "norrvik-2026-q2",
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
  remindersSent: 0,
  lastRemindedAt: null,
  reminders: { manual: 0, lastManualAt: null, rounds: 0, lastRemindedAt: null, planned: 2 },
  plannedReminders: true,
  plannedOpensAt: null,
  plannedReleaseAt: null,
  openingProblem: null,
  timeZone: "UTC",
  boardHeadline: null,
  rolesSentence: "Both roles are filled.",
  boardQuestion: null,
  tallied: false,
  tooFew: false,
  groups: [],
  sliceNames: [],
  slices: [],
  delivery: { sent: 0, waiting: 0, failed: 0, retried: 0, failures: [] },
  castingDelivery: null,
  words: null,
  manifestHash: null,
};
const open: CycleView = {
  ...draft,
  phase: "open",
  opensAt: new Date("2026-06-01T08:00:00Z"),
  words,
  groups: [{ group: "engineer", invited: 36, participation: { kind: "steps", percent: 75 } }],
  delivery: {
    sent: 35,
    waiting: 0,
    failed: 1,
    retried: 1,
    failures: [{ email: "wen.li@norrvik.com", error: "Mailbox full", state: "refused" }],
  },
};
const few: CycleView = { ...open, groups: [{ group: "engineer", invited: 36, participation: { kind: "few" } }] };
const closed: CycleView = { ...open, phase: "closed", closedAt: open.closesAt };

function page(
  cycle: CycleView,
  engineers = 36,
  more: { flagged?: readonly FlaggedComment[]; sliceChoices?: DraftCheck["sliceChoices"] } = {},
): string {
  const { flagged = [], sliceChoices = [] } = more;
  const seats = { cto: { memberId: "a", name: "Ada Berg" }, vpe: { memberId: "b", name: "Jon Aasen" } };
  const check = checkOpening({ engineers, executives: 0, seats, rosterChange: null, daysSincePrevious: null });
  return renderToStaticMarkup(
    <AppRouterContext value={router}>
      <WireProvider>
        <CyclePage
          company="norrvik"
          companyName="Norrvik"
          cycle={cycle}
          check={
            cycle.phase === "draft"
              ? { ...check, sliceChoices, invitation: { subject: "Tell them", text: "Hello (name)," } }
              : null
          }
          suggestion={null}
          shares={null}
          flagged={flagged}
          now={new Date("2026-06-13T10:00:00Z")}
        />
      </WireProvider>
    </AppRouterContext>,
  );
}

/** The opening tag of the button with these words. */
const button = (html: string, words: string) => new RegExp(`<button[^>]*>${words}</button>`).exec(html)?.[0];

test("an admin reads the invitation before it goes out, and no longer once it went", () => {
  expect(page(draft)).toContain("Hello (name),");
  expect(page(open)).not.toContain("Hello (name),");
});

test("a draft that may open has a live Open button, and one that must not has a dead one with the reason", () => {
  expect(button(page(draft), "Open")).not.toContain("disabled");
  const stopped = page(draft, 7);
  expect(button(stopped, "Open")).toContain("disabled");
  expect(stopped).toContain("Offer the 30-minute who-does-what session instead.");
  expect(stopped).toContain("something in the anonymity check stops it");
});

test("an open cycle shows participation in steps, the failed mail and the eight words", () => {
  const html = page(open);
  expect(html).toContain("75\u00a0%");
  expect(html).toContain("wen.li@norrvik.com");
  expect(html).toContain("fable north quilt amber");
  expect(html).toContain("they do not exist here");
  expect(button(html, "Release")).toContain("disabled");
});

test("of a small group it is told that five have collected, and no share", () => {
  const enough = [{ group: "engineer" as const, invited: 14, participation: { kind: "enough" as const } }];
  const html = page({ ...open, groups: enough });
  expect(html).toContain("At least 5");
  expect(html).toContain("a share would be a head count");
  expect(html).not.toMatch(/\d %/);
});

test("a draft offers the splits the roster has values for, and says that they are fixed at opening", () => {
  const html = page({ ...draft, sliceNames: ["team"] }, 36, { sliceChoices: ["team", "site"] });
  expect(html).toMatch(/id="slice-team"[^>]*checked|checked[^>]*id="slice-team"/);
  expect(html).toContain('id="slice-site"');
  expect(html).not.toContain('id="slice-tenure"');
  expect(html).toContain("Fixed for good when the cycle opens");
  expect(page(draft)).toContain("The roster has no team, site or tenure");
});

test("while a cycle is open a team is at least five or not yet, and never a number", () => {
  const values = [
    { value: "Platform", enough: true },
    { value: "All other teams", enough: false },
  ];
  const html = page({ ...open, slices: [{ name: "team", values }] });
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toContain("Platform At least 5 collected");
  expect(text).toContain("All other teams Not yet 5");
});

test("in two windows the page says which one it is, and closing before sealing begins destroys", () => {
  const two = { ...open, castingDelivery: open.delivery };
  const first = page({ ...two, castsFrom: new Date("2026-06-15T07:00:00Z") });
  expect(first).toMatch(/aria-current="step"><b>Collecting/);
  expect(first).toContain("Ballots are collected and not sealed yet.");
  expect(button(first, "Close and destroy")).toBeDefined();
  const second = page({ ...two, castsFrom: new Date("2026-06-12T07:00:00Z") });
  expect(second).toMatch(/aria-current="step"><b>Sealing/);
  expect(second).toContain("this number does not grow any more");
  expect(second).toContain("Goes to everyone who was invited");
  expect(second).toContain("Told people that sealing has begun");
  expect(button(second, "Close and destroy")).toBeUndefined();
});

test("a draft offers one sitting and two windows, with what each tells an observer", () => {
  const html = page(draft);
  expect(html).toContain("98\u00a0% of 25 people");
  expect(html).toContain("chance alone is 4\u00a0%");
  expect(html).not.toContain("Sealing begins on");
  expect(page({ ...draft, castsFrom: new Date("2026-06-15T07:00:00Z") })).toContain("Sealing begins on");
});

test("below five ballots only words are shown, and closing says that it destroys", () => {
  const html = page(few);
  expect(html).toContain("Fewer than 5 ballots collected.");
  expect(html).not.toContain(" %</p>");
  expect(button(html, "Close and destroy")).toBeDefined();
});

test("a closed cycle is counted before it can be released", () => {
  expect(page(closed)).toContain("Ballots are being counted…");
  expect(button(page(closed), "Release")).toContain("disabled");
  expect(button(page({ ...closed, tallied: true }), "Release")).not.toContain("disabled");
});

test("until it happened a release can be planned, moved or called off on the page", () => {
  const unplanned = page(open);
  expect(unplanned).toContain("Nothing is planned: the reports wait for an admin.");
  expect(button(unplanned, "Plan the release")).toBeDefined();
  const planned = page({ ...closed, tallied: true, plannedReleaseAt: new Date("2026-06-29T09:00:00Z") });
  expect(planned).toContain("The reports are released by themselves on Monday 29 June, 09:00 UTC.");
  expect(button(planned, "Call it off")).toBeDefined();
  expect(page({ ...closed, phase: "released", tallied: true, releasedAt: closed.closedAt })).not.toContain(
    "Planned release",
  );
});

test("a cycle with too few answers says so, and asks for no words about results", () => {
  const html = page({ ...closed, tallied: true, tooFew: true });
  expect(html).toContain("so there is no result for Q2 2026, for anyone");
  expect(html).not.toContain("Words for the board page");
});

test("an admin is asked about reported comments only, and both decisions ask before they count", () => {
  const released: CycleView = { ...closed, phase: "released", tallied: true };
  expect(page(released)).not.toContain("Reported comments");
  const html = page(released, 36, { flagged: [{ flagId: "f", reason: "insult", text: "You are a fool." }] });
  expect(html).toContain("Reported as an insult");
  expect(html).toContain("You are a fool.");
  expect(button(html, "Remove")).toBeDefined();
  expect(button(html, "Keep")).toBeDefined();
});

test("a cycle whose results went by age says what is gone and what stays, and offers nothing that needs them", () => {
  const releasedAt = new Date("2026-06-26T09:00:00Z");
  const released: CycleView = { ...closed, phase: "released", tallied: true, releasedAt, boardAt: releasedAt };
  const text = (cycle: CycleView) =>
    page(cycle)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
  const expired = text({ ...released, expiredAt: new Date("2028-07-01T02:00:00Z") });
  expect(expired).toContain("Its results were deleted by age on 1 Jul 2028.");
  expect(expired).toContain("The results of this cycle were deleted by age on 1 Jul 2028.");
  expect(expired).toContain("Nobody can bring them back.");
  expect(expired).toContain(
    "The public record, with fingerprint, exact counts and the list of receipts, until 20 newer",
  );
  expect(expired).not.toMatch(/Words for the board page|can read|Next steps|Delivery/i);
  expect(text(released)).toContain("Words for the board page");
  expect(text({ ...closed, tallied: true, expiredAt: releasedAt })).toContain("Never released");
});
