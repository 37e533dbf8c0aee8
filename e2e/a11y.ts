import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** No violation of WCAG 2.2 A and AA, without exceptions. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
  expect(found, what).toEqual([]);
}

/** No sideways scroll. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, what).toBeLessThanOrEqual(0);
}

/**
 * Zoomed to 400 % (WCAG 1.4.10: 320 × 256 px of 1280 × 1024) nothing scrolls sideways, and no bar that stays in sight
 * takes more than a fifth of it.
 */
export async function expectReflows(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  await expectFits(page, `${what}, zoomed`);
  const bars = await page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
      .filter((element) => element.getBoundingClientRect().height > window.innerHeight / 5)
      .map((element) => element.className),
  );
  expect(bars, `${what}, zoomed`).toEqual([]);
}
