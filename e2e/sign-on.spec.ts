import type { Browser, Page } from "@playwright/test";
import { nameServerPort } from "../playwright.config";
import { startNameServer } from "../src/server/outgoing/loopback-fixtures";
import { startProvider, testClient } from "../src/server/sign-on/provider-fixtures";
import { expectAccessible } from "./a11y";
import { ask, expect, linkIn, mailTo, test } from "./fixtures";

const slug = "own-door";
const domain = `${slug}.example`;
const [ada, carla] = [`ada@${domain}`, `carla@${domain}`];
const settings = `/${slug}/settings/single-sign-on`;

/** Signs in by a link from a mail, in a browser of its own, on the way to the company. */
async function byMail(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`/sign-in?next=/${slug}`);
  const known = await jsonOf(await ask(page, "demo.outbox"));
  await page.getByLabel("Mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText(/a link is on its way/)).toBeVisible();
  await page.goto(linkIn(await mailTo(page, address, "/sign-in/confirm#", known)));
  await page.getByRole("button", { name: /sign in as/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in/confirm"));
  return page;
}
const jsonOf = async (answer: Awaited<ReturnType<typeof ask>>) => (await answer.json()).result.data.json;

test("a company requires its own sign-in: links by mail let in the named admin alone, until it lets it go", async ({
  page: visitor,
  browser,
  baseURL,
}) => {
  const records: Parameters<typeof startNameServer>[0] = { localhost: { A: ["127.0.0.1"] } };
  const names = await startNameServer(records, 0, nameServerPort);
  const provider = await startProvider({ redirectUris: [`${baseURL ?? ""}/api/auth/sign-on/${slug}/callback`] });
  provider.mood.claims = { email: ada, email_verified: true };
  await visitor.goto("/sign-in");
  const signUp = { name: "Own Door", slug, adminName: "Ada Admin", adminEmail: ada, mailDomains: [domain] };
  expect((await ask(visitor, "company.signUp", signUp)).ok()).toBe(true);

  const page = await byMail(browser, ada);
  const company = slug;
  await ask(page, "seat.assign", { company, seat: "cto", email: carla, name: "Carla Cto" });
  const client = { clientId: testClient.id, clientSecret: testClient.secret };
  await ask(page, "signOn.save", { company, issuer: provider.issuer, ...client });
  await page.goto(settings);
  records[`_tandem.${domain}`] = { TXT: [(await page.getByText(/^tandem-verification=/).textContent()) ?? ""] };
  await page.getByRole("button", { name: `Verify ${domain}` }).click();
  await expect(page.getByText(/^Verified on/)).toBeVisible();
  const require = page.getByRole("button", { name: "Require single sign-on" });
  await expect(require).toBeDisabled();
  await page.getByRole("link", { name: "Sign in through it now" }).click();
  await page.getByRole("button", { name: "Continue with Own Door’s sign-in" }).click();
  await page.waitForURL(`**${settings}`);
  await require.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Require it" }).click();
  await expect(page.getByText(/^Name one or two admins/)).toBeVisible();
  await page.getByLabel("Ada Admin").check();
  await require.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Require it" }).click();
  await expect(page.getByText("Required", { exact: true })).toBeVisible();

  const other = await byMail(browser, carla);
  await expect(other.getByText("This company asks its people to come through its own sign-in.")).toBeVisible();
  await expect(other.getByText(/this one only to the admins it named/)).toBeVisible();
  await expectAccessible(other, "a link by mail is not enough");

  const named = await byMail(browser, ada);
  await named.goto(`/${slug}/settings/audit`);
  await expect(named.getByRole("row", { name: /Entered by mail although single sign-on is required/ })).toHaveCount(1);
  await named.goto(settings);
  await expect(named.getByText("You came by mail.")).toBeVisible();
  await named.getByRole("button", { name: "Stop requiring it" }).click();
  await named.getByRole("alertdialog").getByRole("button", { name: "Stop requiring it" }).click();
  await expect(named.getByText("Not required", { exact: true })).toBeVisible();
  await other.goto(`/${slug}`);
  await expect(other).toHaveURL(new RegExp(`/${slug}$`));
  await Promise.all([names.stop(), provider.stop()]);
});
