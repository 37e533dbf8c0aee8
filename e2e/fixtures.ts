import { test as base, expect, type Page } from "@playwright/test";

export { expect };

/** People of the demo, by what they are. */
export const demo = {
  norrvik: {
    slug: "norrvik",
    admin: "mara.lindqvist@norrvik.example",
    cto: "ingrid.solberg@norrvik.example",
    vpe: "priya.raman@norrvik.example",
    board: "henrik.aalto@norrvik.example",
    engineer: "grace.mwangi@norrvik.example",
  },
  pinion: {
    slug: "pinion",
    admin: "jules@pinion.example",
    founder: "noor@pinion.example",
    board: "ana@pinion.example",
  },
} as const;

type Mail = { to: string; subject: string; text: string };

/** Asks a procedure as a page of this site does: by POST, from this origin. */
export async function ask(page: Page, procedure: string, input?: unknown) {
  const origin = test.info().project.use.baseURL ?? "";
  return page.request.post(`/api/trpc/${procedure}`, {
    data: input === undefined ? {} : { json: input },
    headers: { origin },
  });
}

/** The newest mail to an address whose text holds a piece; waits for it, because mail takes its time. */
export async function mailTo(page: Page, address: string, piece: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const answer = await ask(page, "demo.outbox");
        const mails: Mail[] = (await answer.json()).result.data.json;
        found = mails.find((mail) => mail.to === address && mail.text.includes(piece));
        return found !== undefined;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  if (!found) throw new Error("no such mail");
  return found;
}

export const linkIn = (mail: Mail): string => {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error("no link in this mail");
  return link;
};

/** Signs in as a person does: address, mail, page, button. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel(/mail/i).fill(address);
  await page.getByRole("button", { name: /link/i }).click();
  await expect(page.getByText(/a link is on its way/i)).toBeVisible();
  await page.goto(linkIn(await mailTo(page, address, "/sign-in/confirm#")));
  await page.getByRole("button", { name: /sign in as/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

export const test = base;
