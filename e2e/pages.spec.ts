import type { Page } from "@playwright/test";
import { expectAccessible, expectFits, expectReflows } from "./a11y";
import { watchFaults } from "./faults";
import { demo, expect, signIn, test } from "./fixtures";

type Place = { name: string; path: string };

const publicPlaces: Place[] = [
  { name: "landing", path: "/" },
  { name: "sign-up", path: "/sign-up" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-own", path: "/sign-in?company=norrvik&asked=1&problem=clock" },
  { name: "confirm", path: "/sign-in/confirm" },
  { name: "how", path: "/how-anonymity-works" },
  { name: "demo", path: "/dev/demo" },
  { name: "outbox", path: "/dev/outbox" },
  { name: "not-found", path: "/there-is-nothing-here" },
];

async function lookAt(page: Page, places: Place[]): Promise<void> {
  const faults = await watchFaults(page);
  for (const { name, path } of places) {
    // Every page in both themes and both widths, with two visits: the theme and the width do not depend on each other.
    for (const [theme, width] of [
      ["light", 1280],
      ["dark", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expect(page.locator("h1").first()).toBeVisible();
      const what = `${name}, ${theme}, ${width} px`;
      await expectFits(page, what);
      await expectAccessible(page, what);
      faults.expectNone(what);
      await page.screenshot({ path: `test-results/pages/${name}-${width}-${theme}.png`, fullPage: true });
    }
    await expectReflows(page, name);
  }
}

/** The newest path of a kind that the side navigation offers. */
async function pathTo(page: Page, pattern: RegExp): Promise<string> {
  const paths = await page.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = paths.find((path) => pattern.test(path));
  if (!found) throw new Error(`no link ${pattern}`);
  return found;
}

test.describe.configure({ timeout: 300_000 });

test("a visitor's pages are accessible and fit, in light and dark, wide and narrow", async ({ page }) => {
  await lookAt(page, publicPlaces);
});

test("an admin's pages are accessible and fit", async ({ page }) => {
  await signIn(page, demo.norrvik.admin);
  await page.goto("/norrvik/cycles");
  const cycles = await page
    .locator('a[href^="/norrvik/cycles/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await lookAt(page, [
    { name: "overview-admin", path: "/norrvik" },
    { name: "setup", path: "/norrvik/setup" },
    { name: "roster", path: "/norrvik/roster" },
    { name: "roster-import", path: "/norrvik/roster/import" },
    { name: "cycles", path: "/norrvik/cycles" },
    { name: "cycle-open", path: cycles[0] ?? "" },
    { name: "cycle-released", path: cycles[1] ?? "" },
    { name: "members", path: "/norrvik/settings/members" },
    { name: "company", path: "/norrvik/settings/company" },
    { name: "single-sign-on", path: "/norrvik/settings/single-sign-on" },
    { name: "retention", path: "/norrvik/settings/retention" },
    { name: "data", path: "/norrvik/settings/data" },
    { name: "directory", path: "/norrvik/settings/directory" },
    { name: "api-keys", path: "/norrvik/settings/api-keys" },
    { name: "notifications", path: "/norrvik/settings/notifications" },
    { name: "audit", path: "/norrvik/settings/audit" },
    { name: "sessions", path: "/norrvik/settings/sessions" },
  ]);
});

test("a leader's pages are accessible and fit", async ({ page }) => {
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  const report = await pathTo(page, /\/reports\/[^/]+\/cto$/);
  await lookAt(page, [
    { name: "overview-leader", path: "/norrvik" },
    { name: "leader-report", path: report },
    { name: "pair-report", path: report.replace(/cto$/, "pair") },
    { name: "words", path: report.replace(/cto$/, "words") },
    { name: "self-rating", path: await pathTo(page, /\/self$/) },
  ]);
});

test("the one person in both seats has pages that are accessible and fit", async ({ page }) => {
  await signIn(page, demo.pinion.founder);
  await page.goto("/pinion");
  const report = await pathTo(page, /\/reports\/[^/]+\/cto$/);
  await lookAt(page, [
    { name: "small-report", path: report },
    { name: "one-person-pair", path: report.replace(/cto$/, "pair") },
  ]);
});

test("the board's pages and the public record are accessible and fit", async ({ page }) => {
  await signIn(page, demo.norrvik.board);
  await page.goto("/norrvik");
  const board = await pathTo(page, /\/board\//);
  const quarter = board.split("/").at(-1) ?? "";
  await lookAt(page, [
    { name: "board", path: board },
    { name: "verify", path: `/verify/norrvik-${quarter}` },
  ]);
});

test("an engineer's pages are accessible and fit", async ({ page }) => {
  await signIn(page, demo.norrvik.engineer);
  await lookAt(page, [
    { name: "overview-engineer", path: "/norrvik" },
    { name: "colleagues", path: "/norrvik/colleagues" },
    { name: "your-data", path: "/norrvik/your-data" },
  ]);
});
