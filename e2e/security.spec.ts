import type { Page } from "@playwright/test";
import { demo, expect, signIn, test } from "./fixtures";

/** What the browser refused because of a policy, and scripts that failed. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|trusted|hydrat/i.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Whether the scripts of a page run: React has taken the document over. */
const isAlive = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => Object.keys(document).some((key) => key.startsWith("__react"))), {
      timeout: 15_000,
    })
    .toBe(true);

const { slug } = demo.norrvik;

test("every page runs under its policy without a complaint of the browser", async ({ page }) => {
  const complaints = complaintsOf(page);
  const visit = async (path: string) => {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"], path).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    await isAlive(page);
    // What scripts set later is theirs; what is served must not need an exception.
    expect(await response?.text(), path).not.toMatch(/<[a-z][^<>]* style="/);
  };
  for (const path of ["/", "/sign-in", "/sign-up", "/how-anonymity-works", "/no-such-address/at/all", "/dev/demo"])
    await visit(path);
  await signIn(page, demo.norrvik.admin);
  for (const path of ["", "/cycles", "/roster", "/settings/company", "/settings/members", "/settings/sessions"])
    await visit(`/${slug}${path}`);
  await page.goto(`/${slug}/settings/members`);
  await page
    .getByRole("button", { name: /remove/i })
    .first()
    .click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await signIn(page, demo.norrvik.cto);
  await page.goto(`/${slug}`);
  const reports = await page
    .locator(`a[href^="/${slug}/reports/"], a[href^="/${slug}/board/"]`)
    .evaluateAll((links) =>
      [...new Set(links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))].slice(0, 6),
    );
  expect(reports.length).toBeGreaterThan(0);
  for (const path of reports) await visit(path);
  expect(complaints).toEqual([]);
});

test("a script without the nonce does not run, wherever it got in", async ({ page }) => {
  await page.goto("/sign-in");
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="/nothing" onerror="window.broken = true">');
    return new Promise((resolve) => setTimeout(() => resolve("broken" in window), 500));
  });
  expect(ran).toBe(false);
});
