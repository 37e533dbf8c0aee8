import { readFile } from "node:fs/promises";
import { demo, expect, signIn, test } from "./fixtures";

const action = "Three release steps fewer by March, chosen with the teams that carry them.";

test("a leader shares one action in words that stay, and engineers read it with its date", async ({
  page,
  browser,
}) => {
  await signIn(page, demo.norrvik.vpe);
  await page.goto("/norrvik");
  await page.getByRole("link", { name: /vpoe/i }).first().click();
  await page.getByRole("button", { name: "Choose a responsibility" }).click();
  await page.getByRole("button", { name: "Share with engineers" }).click();
  await page.getByRole("button", { name: "Share it" }).click();
  // Nothing was chosen: the fields say what is missing, and nothing is lost.
  await expect(page.getByLabel("Responsibility")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Responsibility").selectOption({ index: 1 });
  await page.getByLabel("What you will do").fill(action);
  const due = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("By when").fill(due);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("A draft: nobody but you reads it.")).toBeVisible();
  await page.getByRole("button", { name: "Share with engineers" }).click();
  await page.getByRole("button", { name: "Share it" }).click();
  await expect(page.getByText("Shared with engineers").first()).toBeVisible();

  const engineer = await (await browser.newContext()).newPage();
  await signIn(engineer, demo.norrvik.engineer);
  await engineer.goto("/norrvik");
  await expect(engineer.getByRole("heading", { name: "What we heard, what we will do" })).toBeVisible();
  await expect(engineer.getByText(action)).toBeVisible();
  await engineer.context().close();
});

test("a leader takes their report along as a file, and nobody else's", async ({ page }) => {
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  await page.getByRole("link", { name: /cto/i }).first().click();
  await page.waitForURL(/\/reports\//);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const text = await readFile(await (await waiting).path(), "utf8");
  expect(text.split("\r\n")[0]).toMatch(/^﻿?[a-z_]+(,[a-z_]+)+$/);
  const foreign = page.url().replace(/\/reports\/([^/]+)\/cto$/, "/export/$1/vpe.csv");
  expect((await page.request.get(foreign)).status()).toBe(404);
});

test("after closing, the ballot page takes a recovery code and says when none of its ballots is stored", async ({
  page,
}) => {
  await signIn(page, demo.norrvik.cto);
  await page.goto("/norrvik");
  const report = await page.getByRole("link", { name: /cto/i }).first().getAttribute("href");
  const quarter = /reports\/([^/]+)\//.exec(report ?? "")?.[1];
  await page.goto(`/ballot/norrvik-${quarter}`);
  await page.getByRole("button", { name: "Check my ballot with the recovery code" }).click();
  await page.getByLabel("Recovery code").fill("not a code");
  await page.getByRole("button", { name: "Find my ballot" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
