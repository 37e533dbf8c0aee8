import { execFileSync } from "node:child_process";
import { expectAccessible } from "./a11y";
import { demo, expect, signIn, test } from "./fixtures";

/** Pages of a PDF, counted by its page objects. */
const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test("a board member reads five quarters on one page, which prints on one sheet of A4 and of Letter", async ({
  page,
}) => {
  await signIn(page, demo.norrvik.board);
  await page.goto("/norrvik");
  await page
    .getByRole("link", { name: /board page/i })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("decisions no longer wait for the CTO");
  await expect(page.getByText(/answers:.*\sof\s38/).first()).toBeVisible();
  for (const format of ["A4", "Letter"] as const) {
    expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1);
  }
  await expect(page.locator("body")).not.toContainText("In their own words");
});

test("the fullest board page, with events, commitments and both leaders' words, still prints on one sheet", async ({
  page,
}) => {
  const markup = execFileSync(process.execPath, ["--import", "tsx", "e2e/full-board-page.ts"], { encoding: "utf8" });
  await signIn(page, demo.norrvik.board);
  await page.goto("/norrvik");
  await page
    .getByRole("link", { name: /board page/i })
    .first()
    .click();
  await expect(page.locator(".sheet")).toBeVisible();
  await page.locator("main").evaluate((main, html) => {
    main.innerHTML = html;
  }, markup);
  for (const format of ["A4", "Letter"] as const) {
    expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1);
  }
});

test("a link to a board page opens it without signing in, leads nowhere else, and is nothing once revoked", async ({
  page,
  browser,
}) => {
  await signIn(page, demo.norrvik.board);
  await page.goto("/norrvik");
  await page
    .getByRole("link", { name: /board page/i })
    .first()
    .click();
  await page.getByRole("button", { name: "New link" }).click();
  await page.getByLabel("Whom it is for").fill("Audit committee");
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByLabel("Link to the board page").inputValue();
  const stranger = await browser.newContext({ javaScriptEnabled: false });
  const visit = await stranger.newPage();
  const answer = await visit.goto(new URL(address).pathname);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow, noarchive",
  });
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  await expect(visit.getByRole("heading", { level: 1 })).toContainText("decisions no longer wait for the CTO");
  await expect(visit.getByRole("link")).toHaveCount(0);
  // Axe needs scripts.
  const scripted = await page.context().newPage();
  await scripted.goto(address);
  await expectAccessible(scripted, "a board page behind its link");
  await scripted.close();
  await page.getByRole("button", { name: "Revoke" }).first().click();
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(page.getByText("Revoked", { exact: true }).first()).toBeVisible();
  expect((await visit.goto(new URL(address).pathname))?.status()).toBe(404);
  await page.goto(address);
  await expect(page.getByText("This link opens no board page.")).toBeVisible();
  await stranger.close();
});

test("the CTO reads their own report, and nobody else's", async ({ page }) => {
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  await page.getByRole("link", { name: /cto/i }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/The CTO, Q\d 20\d\d/);
  await expect(page.getByText("31 of 38", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "In their own words" })).toBeVisible();
  await expect(page.getByText("Come back from customer visits and tell us what you heard.")).toBeVisible();
  const foreign = await page.goto(page.url().replace(/cto$/, "vpe"));
  expect(foreign?.status()).toBe(404);
});

test("the pattern that faded after a commitment is shown with its change and its uncertainty", async ({ page }) => {
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  await page.getByRole("link", { name: /cto/i }).first().click();
  await expect(page.getByText("The Control Freak").first()).toBeVisible();
  await expect(page.getByText(/fell from \d+ to \d+/).first()).toBeVisible();
});

test("reports read without scripts", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  await page.getByRole("link", { name: /cto/i }).first().click();
  await page.waitForURL(/\/reports\//);
  const still = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const quiet = await still.newPage();
  await quiet.goto(page.url());
  await expect(quiet.getByRole("heading", { name: "What the role asks for" })).toBeVisible();
  await expect(quiet.locator("table svg").first()).toBeVisible();
  await still.close();
  await context.close();
});

test("a nine-person company with one person in both seats reads means only, and the crossroads in place of a pair", async ({
  page,
}) => {
  await signIn(page, demo.pinion.founder);
  await page.goto("/pinion");
  await page.getByRole("link", { name: /cto/i }).first().click();
  await expect(page.getByText("8 of 9", { exact: true })).toBeVisible();
  await expect(page.getByText(/only changes above about \d+ points/).first()).toBeVisible();
  await expect(page.getByText(/Comments are shown from 10 answers/)).toBeVisible();
  await page.getByRole("link", { name: "Crossroads" }).first().click();
  await expect(page.getByRole("heading", { name: /^Crossroads, Q/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "As VPoE" })).toBeVisible();
});
