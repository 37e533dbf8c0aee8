import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { PublicRecord } from "./public-record";
import { VerifyPage } from "./verify-page";

const leaf = "ab".repeat(32);
const open: PublicRecord = {
  companyName: "Norrvik",
  contact: "mara@norrvik.example",
  quarter: "2026-Q2",
  phase: "open",
  opensAt: new Date("2026-06-01T08:00:00Z"),
  closesAt: new Date("2026-06-19T17:00:00Z"),
  castsFrom: null,
  timeZone: "UTC",
  closedAt: null,
  manifestText: "{}",
  manifestHash: "cd".repeat(32),
  words: ["cedar", "lantern", "ripple", "oat", "fable", "north", "quilt", "amber"],
  groups: [{ group: "engineer", invited: 36, rosterRoot: "ef".repeat(32), issuerKeyId: "01".repeat(32) }],
  ledger: null,
  destroyOn: null,
  destroyedAt: null,
};
const counted = (claimed: number, cast: number): PublicRecord => ({
  ...open,
  phase: "closed",
  closedAt: new Date("2026-06-19T17:00:00Z"),
  destroyOn: new Date("2026-06-26T17:00:00Z"),
  ledger: {
    format: "tandem/ledger/1",
    leaves: Array.from({ length: cast }, (_, index) => index.toString(16).padStart(64, "0")),
    root: leaf,
    groups: [{ group: "engineer", invited: 36, claimed, cast }],
  },
});
const rendered = (record: PublicRecord, page = 1) =>
  renderToStaticMarkup(
    <VerifyPage
      record={record}
      name="norrvik-2026-q2"
      disputeDays={7}
      page={page}
      now={new Date("2026-06-20T17:00:00Z")}
    />,
  );

test("before closing the rules can be checked and no count is shown", () => {
  const html = rendered(open);
  expect(html).toContain("cedar lantern ripple oat fable north quilt amber");
  expect(html).toContain("Engineers: 36 invited");
  expect(html).toContain("Shown after closing, on 19 Jun 2026.");
  expect(html).toContain("7 days after closing");
  expect(html).not.toContain("collected ≥");
  expect(html).not.toContain("Check my receipt");
  expect(html).not.toContain("ledger.json");
});

test("after counting each group has one sentence, and every receipt is listed", () => {
  const html = rendered(counted(30, 28));
  expect(html).toContain("36 invited ≥\u00a030 ballots collected ≥\u00a028 accepted");
  expect(html).toContain("28 receipts");
  expect(html).toContain("Check my receipt");
  expect(html).toContain("On 26 Jun 2026, in 6 days");
  expect(html).not.toContain("do not add up");
});

test("counts that break an inequality are called a fault", () => {
  expect(rendered(counted(27, 28))).toContain("These counts do not add up.");
});

test("with fewer than 5 ballots it says that there is no result for anyone", () => {
  expect(rendered(counted(6, 4))).toContain("There is no result, for anyone.");
  expect(rendered(counted(6, 5))).not.toContain("There is no result, for anyone.");
});

test("a long list comes in pages, and a page beyond the end is the last one", () => {
  const html = rendered(counted(900, 450), 9);
  expect(html).toContain("Page 3 of 3");
  expect(html).toContain(`page=2#receipts`);
  expect(html).not.toContain(`page=4#receipts`);
});

test("it says whether ballots are given in one sitting or in two windows, and what order tells in either", () => {
  expect(rendered(open)).toContain("One sitting");
  expect(rendered(open)).toContain("98\u00a0%");
  const two = rendered({ ...open, castsFrom: new Date("2026-06-09T07:00:00Z") });
  expect(two).toContain("Two windows");
  expect(two).toContain("collected until Tuesday 9 June, 07:00 UTC");
  expect(two).toContain("4 to 8\u00a0%");
});

test("what was destroyed says when", () => {
  expect(rendered({ ...counted(30, 28), destroyedAt: new Date("2026-06-27T03:00:00Z") })).toContain(
    "Destroyed on 27 Jun 2026",
  );
});
