import { expect, type Page } from "@playwright/test";
import { linkIn, mailTo } from "./fixtures";

/** Opens the voting page from the invitation in somebody's mail. */
export async function openInvitation(page: Page, address: string, cycle: string): Promise<void> {
  const mail = await mailTo(page, address, `/ballot/${cycle}#`);
  await page.goto(linkIn(mail));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("without your name");
}

/** Answers every statement of the page that is open with the same step, 1 to 5. */
export async function answerAll(page: Page, step: 1 | 2 | 3 | 4 | 5): Promise<void> {
  const statements = page.getByRole("group").filter({ has: page.getByRole("radio") });
  for (let index = 0; index < (await statements.count()); index += 1) {
    await statements
      .nth(index)
      .getByRole("radio")
      .nth(step - 1)
      .check({ force: true });
  }
}

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Ticks every leader who can be rated. */
export async function chooseLeaders(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(/Which leaders/);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
}

/** From the choice of leaders to the review, with `look` on every page. */
export async function walkToReview(page: Page, look: (title: string) => Promise<void>): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    const title = (await heading(page).textContent()) ?? "";
    if (title.startsWith("Which leaders")) await chooseLeaders(page);
    await look(title);
    if (title.startsWith("Look it over")) return;
    const before = title;
    await page.getByRole("button", { name: /^(continue|review)/i }).click();
    await expect(heading(page)).not.toHaveText(before);
  }
  throw new Error("the review was never reached");
}
