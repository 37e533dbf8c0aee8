import { ask, demo, expect, signIn, test } from "./fixtures";

const places = [
  "",
  "/setup",
  "/roster",
  "/cycles",
  "/settings/members",
  "/settings/data",
  "/settings/audit",
  "/your-data",
];

test("an admin of one company finds nothing of another: no page, no data, no difference from an unknown company", async ({
  page,
}) => {
  await signIn(page, demo.norrvik.admin);
  for (const place of places) {
    for (const slug of ["pinion", "no-such-company"]) {
      const answer = await page.goto(`/${slug}${place}`);
      expect(answer?.status(), `/${slug}${place}`).toBe(404);
      await expect(page.locator("body")).not.toContainText("Pinion");
    }
  }
  expect((await ask(page, "member.list", { company: "pinion" })).status()).toBe(404);
  expect((await ask(page, "member.list", { company: "norrvik" })).status()).toBe(200);
});

test("a role without a permission gets the same answer as a stranger", async ({ page }) => {
  await signIn(page, demo.norrvik.board);
  for (const place of ["/setup", "/roster", "/cycles", "/settings/members", "/settings/audit"]) {
    expect((await page.goto(`/norrvik${place}`))?.status(), place).toBe(404);
  }
});

test("where there is nothing the page is whole without scripts, with the status 404", async ({ browser, page }) => {
  await signIn(page, demo.norrvik.admin);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  for (const [path, words] of [
    ["/board-pack/norrvik/no-such-link", "This link opens no board page."],
    ["/verify/norrvik-1999-q1", "There is nothing at this address."],
    ["/no-such-company", "There is nothing at this address."],
    ["/norrvik/cycles/1999-q1", "There is nothing at this address."],
  ] as const) {
    expect((await plain.goto(path))?.status(), path).toBe(404);
    await expect(plain.getByText(words)).toBeVisible();
  }
  await expect(plain.getByRole("navigation", { name: "Main" })).toBeVisible();
  await context.close();
});

test("a form whose session has ended offers to sign in again in a new tab, and keeps what was typed", async ({
  page,
}) => {
  await signIn(page, demo.norrvik.admin);
  await page.goto("/norrvik/settings/company");
  const contact = page.getByLabel(/contact/i).first();
  await contact.fill("people@norrvik.example");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save company" }).click();
  const again = page.getByRole("link", { name: "Sign in again" });
  await expect(again).toHaveAttribute("href", "/sign-in?company=norrvik&next=%2Fnorrvik%2Fsettings%2Fcompany");
  await expect(again).toHaveAttribute("target", "_blank");
  await expect(contact).toHaveValue("people@norrvik.example");
});

test("a mutation from another site, or with another content type, is refused", async ({ page }) => {
  await signIn(page, demo.norrvik.admin);
  const mutation = "/api/trpc/seat.vacate";
  const data = { json: { company: "norrvik", seat: "cto" } };
  const foreign = await page.request.post(mutation, {
    data,
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(foreign.status()).toBe(403);
  const form = await page.request.post(mutation, { form: { json: "{}" } });
  expect([403, 415]).toContain(form.status());
});
