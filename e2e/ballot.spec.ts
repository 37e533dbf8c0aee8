import type { Page } from "@playwright/test";
import { expectAccessible, expectFits, expectReflows } from "./a11y";
import { answerAll, chooseLeaders, heading, openInvitation, walkToReview } from "./ballot-verbs";
import { watchFaults } from "./faults";
import { demo, expect, linkIn, mailTo, signIn, test } from "./fixtures";

let cycle = "";

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, demo.norrvik.admin);
  await page.goto("/norrvik/cycles");
  const path = await page.locator('a[href^="/norrvik/cycles/"]').first().getAttribute("href");
  cycle = `norrvik-${path?.split("/").at(-1)}`;
  await page.close();
});

test.use({ viewport: { width: 390, height: 844 } });

/** Requests of the voting page to its routes, with the headers the browser really sent. */
function watchRequests(page: Page) {
  const seen: { path: string; headers: Promise<Record<string, string>> }[] = [];
  page.on("request", (request) => {
    const { pathname, origin } = new URL(request.url());
    expect(origin).toBe(new URL(page.url()).origin);
    if (/^\/api\/(ballot|claim)\//.test(pathname)) seen.push({ path: pathname, headers: request.allHeaders() });
  });
  return seen;
}

test("an engineer answers on a phone, seals, gets a receipt; no request says who they are", async ({ page }) => {
  await signIn(page, "marta.silva@norrvik.example");
  const faults = await watchFaults(page);
  await openInvitation(page, "marta.silva@norrvik.example", cycle);
  expect(page.url()).not.toContain("#");
  const requests = watchRequests(page);
  await expectAccessible(page, "welcome");
  await page.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await expect(heading(page)).toHaveText(/Which leaders/);
  await walkToReview(page, async (title) => {
    await expectAccessible(page, title);
    await expectFits(page, title);
    if ((await page.getByRole("radio").count()) > 0) await answerAll(page, 4);
    await page.screenshot({ path: `test-results/pages/ballot-${title.replaceAll(/\W+/g, "-").toLowerCase()}.png` });
    await expectReflows(page, title);
    await page.setViewportSize({ width: 390, height: 844 });
  });
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(heading(page)).toHaveText("Sealed and counted.");
  await expectAccessible(page, "receipt");
  faults.expectNone("from the invitation to the receipt");
  await page.screenshot({ path: "test-results/pages/ballot-receipt.png", fullPage: true });
  expect(requests.map(({ path }) => path)).toContain("/api/ballot/cast");
  for (const { path, headers } of requests) {
    const sent = await headers;
    for (const name of ["cookie", "authorization", "referer"]) expect(sent[name], `${name} on ${path}`).toBeUndefined();
  }
});

test("the same device can revise; the same link on another device is told that a ballot was collected", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = "peter.nagy@norrvik.example";
  await openInvitation(page, address, cycle);
  await page.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await walkToReview(page, async () => undefined);
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(heading(page)).toHaveText("Sealed and counted.");
  const code = ((await page.locator(".code").textContent()) ?? "").trim();
  await page.reload();
  await page.getByRole("button", { name: "I have saved my code" }).click();
  await page.getByRole("button", { name: /I wrote it down/ }).click();
  await expect(page.getByRole("button", { name: /change/i }).first()).toBeVisible();
  await expectAccessible(page, "home of a cast ballot");

  const elsewhere = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  await elsewhere.goto(linkIn(await mailTo(elsewhere, address, `/ballot/${cycle}#`)));
  await expect(elsewhere.getByText(/A ballot was collected in your name/)).toBeVisible();
  await expectAccessible(elsewhere, "collected elsewhere");
  await elsewhere.getByRole("button", { name: /recovery code/i }).click();
  await elsewhere.getByRole("textbox").fill(code.replace(/.$/, ""));
  await elsewhere.getByRole("button", { name: "Find my ballot" }).click();
  await expect(elsewhere.getByRole("alert").first()).toBeVisible();
  await elsewhere.getByRole("textbox").fill(code);
  await elsewhere.getByRole("button", { name: "Find my ballot" }).click();
  await expect(elsewhere.getByRole("button", { name: /change|revise/i }).first()).toBeVisible();
  await elsewhere.getByRole("button", { name: "Withdraw my ballot" }).click();
  await expect(elsewhere.getByRole("button", { name: "Keep it" })).toBeFocused();
  await elsewhere.keyboard.press("Enter");
  await expect(elsewhere.getByRole("button", { name: "Withdraw my ballot" })).toBeFocused();
  await elsewhere.context().close();
});

test("a lost connection loses nothing: the sealed ballot waits and is counted once", async ({ page, context }) => {
  await openInvitation(page, "fatima.zahra@norrvik.example", cycle);
  await page.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await chooseLeaders(page);
  await page.getByRole("button", { name: /^continue/i }).click();
  await answerAll(page, 2);
  await context.setOffline(true);
  await walkToReview(page, async () => undefined);
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(heading(page)).toHaveText("Not sent yet.");
  await expectAccessible(page, "not sent yet");
  await context.setOffline(false);
  let casts = 0;
  await page.route("**/api/ballot/cast", async (route) => {
    casts += 1;
    if (casts > 1) return route.continue();
    // The ballot arrives, its answer does not: the browser cannot know, and sends the same again.
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => casts).toBe(1);
  await expect(heading(page)).toHaveText("Not sent yet.");
  await page.reload();
  const again = page.getByRole("button", { name: "Try again" });
  await again.or(page.getByText("Sealed and counted.")).first().waitFor();
  if (await again.isVisible()) await again.click();
  await expect(heading(page)).toHaveText("Sealed and counted.");
});

test("a draft survives a reload on the same device", async ({ page }) => {
  await openInvitation(page, "oskar.nyberg@norrvik.example", cycle);
  await page.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await chooseLeaders(page);
  await page.getByRole("button", { name: /^continue/i }).click();
  await answerAll(page, 3);
  const checked = await page.getByRole("radio", { checked: true }).count();
  expect(checked).toBeGreaterThan(4);
  await page.waitForTimeout(1000);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(heading(page)).toBeVisible();
  if (await page.getByText("without your name").isVisible())
    await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(checked);
});

test("a wrong fingerprint is a hard stop without a way on", async ({ page }) => {
  const link = linkIn(await mailTo(page, "leila.hosseini@norrvik.example", `/ballot/${cycle}#`));
  await page.goto(link.replace(/#([0-9a-f])/, (_, digit: string) => `#${digit === "0" ? "1" : "0"}`));
  await expect(page.getByText(/This is not the ballot your colleagues have/)).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expectAccessible(page, "hard stop");
});

test("a ballot is cast with the keyboard alone", async ({ page }) => {
  await openInvitation(page, "bruno.costa@norrvik.example", cycle);
  const press = async (name: string | RegExp) => {
    const target = page.getByRole("button", { name }).first();
    for (let tab = 0; tab < 200; tab += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await press("Collect my ballot and begin");
  await expect(heading(page)).toHaveText(/Which leaders/);
  for (let tab = 0, ticked = 0; ticked < 2 && tab < 20; tab += 1) {
    await page.keyboard.press("Tab");
    if (!(await page.evaluate(() => document.activeElement instanceof HTMLInputElement))) continue;
    await page.keyboard.press("Space");
    ticked += 1;
  }
  await press(/^continue/i);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Tab");
  for (
    let tab = 0;
    tab < 10 && !(await page.evaluate(() => document.activeElement instanceof HTMLInputElement));
    tab += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  for (let step = 0; step < 20; step += 1) {
    const title = (await heading(page).textContent()) ?? "";
    if (title.startsWith("Look it over")) break;
    await press(/^(continue|review)/i);
    await expect(heading(page)).not.toHaveText(title);
  }
  await press("Seal and send");
  await expect(heading(page)).toHaveText("Sealed and counted.");
});
