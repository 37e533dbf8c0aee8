import { answerInvitation, readLink } from "../prisma/demo/engineer";
import { plainBallot } from "../prisma/plain-ballot";
import { wireOver } from "../src/ballot/wire";
import { expectAccessible } from "./a11y";
import { answerAll, chooseLeaders, heading, openInvitation, walkToReview } from "./ballot-verbs";
import { expect, linkIn, mailTo, signIn, test } from "./fixtures";

const slug = "story";
const admin = "ada@story.example";
const engineers = Array.from({ length: 11 }, (_, index) => ({
  name: `Engineer ${index + 1}`,
  email: `e${index + 1}@story.example`,
}));

test.describe.configure({ mode: "serial", timeout: 300_000 });

test("a visitor signs up a company; the link signs in by a button, once, and never by being opened", async ({
  page,
}) => {
  await page.goto("/");
  await page
    .getByRole("link", { name: /sign up/i })
    .first()
    .click();
  await page.getByLabel("Company", { exact: true }).fill("Story Works");
  await page.getByLabel("Address of your company here").fill(slug);
  await page.getByLabel("Your name").fill("Ada Admin");
  await page.getByLabel("Your work mail address").fill(admin);
  await page.getByLabel("Mail domains of your engineers").focus();
  await expect(page.getByLabel("Mail domains of your engineers")).toHaveValue("story.example");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText(/a link is on its way/i)).toBeVisible();
  const mail = await mailTo(page, admin, "/sign-in/confirm#");
  const token = new URLSearchParams(new URL(linkIn(mail)).hash.slice(1));
  for (let visit = 0; visit < 2; visit += 1) {
    await page.request.get(`/api/auth/callback/email?${token}`);
  }
  await page.goto(linkIn(mail));
  await page.getByRole("button", { name: /sign in as/i }).click();
  await expect(page).toHaveURL(/\/story(\/setup)?$/);
  await page.goto(linkIn(mail));
  await page.getByRole("button", { name: /sign in as/i }).click();
  await expect(page.getByText(/link has been used/i)).toBeVisible();
});

test("an admin fills the seats and imports a roster with one row to fix and one bad row", async ({ page }) => {
  await signIn(page, admin);
  await page.goto(`/${slug}/setup`);
  const cto = page.getByRole("group", { name: "Chief Technology Officer" });
  await cto.getByLabel("Name").fill("Carla Cto");
  await cto.getByLabel("Mail address").fill("carla@story.example");
  const vpe = page.getByRole("group", { name: "Vice President of Engineering" });
  await vpe.getByLabel("Name").fill("Viktor Vpe");
  await vpe.getByLabel("Mail address").fill("viktor@story.example");
  await page.getByRole("button", { name: "Save seats" }).click();
  await expect(page.getByText("Viktor Vpe").first()).toBeVisible();
  await page.goto(`/${slug}/roster/import`);
  const rows = [
    "name;email",
    ...engineers.map(({ name, email }) => `${name};${email === "e11@story.example" ? "e11@story,example" : email}`),
    "Bad Row;bad@elsewhere,example",
  ];
  await page.getByLabel("Or paste rows").fill(rows.join("\n"));
  await page.getByRole("button", { name: "Check these rows" }).click();
  await expect(page.getByText(/need a fix|needs a fix/i).first()).toBeVisible();
  await expectAccessible(page, "review of an import");
  await page.getByRole("button", { name: "Use it in row 12" }).click();
  await expect(page.getByText("1 row needs a fix.", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: /apply without/i }).click();
  await expect(page.getByRole("heading", { name: "The roster is in force" })).toBeVisible();
  await expect(page.getByText("11 people joined")).toBeVisible();
  await page.getByRole("link", { name: "See the roster" }).click();
  await expect(page.getByText("e11@story.example")).toBeVisible();
  await expect(page.getByText("bad@elsewhere")).toHaveCount(0);
});

test("the admin drafts a cycle, reads the anonymity check, and opens it by typing the company's name", async ({
  page,
}) => {
  await signIn(page, admin);
  await page.goto(`/${slug}/cycles`);
  await page.getByRole("button", { name: "Draft the cycle" }).click();
  await page.waitForURL(/\/cycles\/\d{4}-q\d$/);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove the draft" }).click();
  await page.waitForURL(/\/cycles$/);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Draft the cycle" })).toBeVisible();
  await page.getByRole("button", { name: "Draft the cycle" }).click();
  await page.waitForURL(/\/cycles\/\d{4}-q\d$/);
  await expect(page.getByText("11 engineers, one group.")).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  const confirm = dialog.getByRole("button", { name: "Open the cycle" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("Story Works");
  await confirm.click();
  await expect(page.getByText("Fewer than 5 ballots collected").first()).toBeVisible();
});

test("engineers answer: one in the browser, nine more over the same routes", async ({ page, baseURL }) => {
  const first = engineers[0];
  if (!first) throw new Error("no engineers");
  const mail = await mailTo(page, first.email, "/ballot/story-");
  const { cycle } = readLink(mail.text);
  await openInvitation(page, first.email, cycle);
  await page.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await expect(heading(page)).toHaveText(/Which leaders/);
  await chooseLeaders(page);
  await page.getByRole("button", { name: "Continue" }).dblclick();
  await expect(page.getByRole("progressbar", { name: "Pages" })).toHaveAttribute("aria-valuenow", "2");
  await walkToReview(page, async () => {
    if ((await page.getByRole("radio").count()) > 0) await answerAll(page, 4);
  });
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(heading(page)).toHaveText("Sealed and counted.");
  const wire = wireOver(baseURL ?? "");
  for (const [index, { email }] of engineers.slice(1, 10).entries()) {
    const link = readLink((await mailTo(page, email, "/ballot/story-")).text);
    await answerInvitation(wire, link, plainBallot(index % 2 === 0 ? 4 : 3, `Words of number ${index}`));
  }
});

test("the CTO rates themselves, with their name and told so", async ({ page }) => {
  await signIn(page, "carla@story.example");
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Begin the self-rating" }).click();
  await expect(page.getByText(/not anonymous/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const often = page.getByRole("group").first().getByRole("radio").nth(3);
  await often.check({ force: true });
  await page.reload();
  await expect(often).toBeChecked();
  await expect(page.getByText("this browser kept them", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Save and continue" }).dblclick();
  await expect(page.getByText(/^Section 2 of/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^Section 1 of/)).toBeVisible();
  await page.reload();
  await expect(often).toBeChecked();
});

test("the admin of a small group sees no share, closes by typing, and releases after the count; who seals then is too late", async ({
  page,
  browser,
}) => {
  const last = engineers[10];
  if (!last) throw new Error("no engineers");
  const slow = await (await browser.newContext()).newPage();
  await openInvitation(slow, last.email, readLink((await mailTo(slow, last.email, "/ballot/story-")).text).cycle);
  await slow.getByRole("button", { name: "Collect my ballot and begin" }).click();
  await chooseLeaders(slow);
  await slow.getByRole("button", { name: "Continue" }).click();
  await walkToReview(slow, async () => {
    if ((await slow.getByRole("radio").count()) > 0) await answerAll(slow, 2);
  });
  await signIn(page, admin);
  await page.goto(`/${slug}/cycles`);
  await page.locator(`a[href^="/${slug}/cycles/"]`).first().click();
  await expect(page.getByText("At least 5", { exact: true })).toBeVisible();
  await expect(page.getByText(/\d\s*%$/)).toHaveCount(0);
  await expect(page.getByText("Engineer 1", { exact: true })).toHaveCount(0);
  await page
    .getByRole("button", { name: /^close/i })
    .first()
    .click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("textbox").fill("close");
  await dialog.getByRole("button", { name: /close/i }).last().click();
  await expect(page.getByRole("button", { name: "Release", exact: true })).toBeEnabled({ timeout: 60_000 });
  await slow.getByRole("button", { name: "Seal and send" }).click();
  await expect(heading(slow)).toHaveText("Your ballot came too late.");
  await expectAccessible(slow, "a ballot that came too late");
  await slow.screenshot({ path: "test-results/pages/ballot-late.png" });
  await slow.getByRole("button", { name: "Remove it from this device" }).click();
  await expect(heading(slow)).toHaveText("This cycle is closed.");
  await slow.context().close();
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await dialog.getByRole("button", { name: "Release the reports" }).click();
  await expect(page.getByText(/released/i).first()).toBeVisible();
});

test("the CTO reads the report at once; a ten-answer company gets comments; the board waits 48 hours", async ({
  page,
}) => {
  await signIn(page, "carla@story.example");
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "The CTO" }).first().click();
  await expect(page.getByText("10 of 11", { exact: true })).toBeVisible();
  await expect(page.getByText("First result, no comparison yet.").first()).toBeVisible();
  await expect(page.getByText("Words of number 3")).toBeVisible();
  await signIn(page, admin);
  await page.context().clearCookies();
  await page.goto(`/${slug}/settings/members`);
  await expect(page).toHaveURL(`/sign-in?company=${slug}&next=%2F${slug}%2Fsettings%2Fmembers`);
  await signIn(page, admin);
  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel("Name").fill("Berta Board");
  await page.getByLabel("Mail address").fill("berta@story.example");
  await page.getByLabel("Board member").last().check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("berta@story.example").first()).toBeVisible();
  await signIn(page, "berta@story.example");
  await page.goto(`/${slug}`);
  await expect(page.getByText(/opens for you|opens on|from/i).first()).toBeVisible();
});
