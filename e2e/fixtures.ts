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

const mailsIn = async (page: Page): Promise<Mail[]> => (await (await ask(page, "demo.outbox")).json()).result.data.json;

/** The newest mail to an address whose text holds a piece and is none of `known`; waits for it, because mail takes its time. */
export async function mailTo(page: Page, address: string, piece: string, known: readonly Mail[] = []): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const mails = await mailsIn(page);
        const isNew = ({ text }: Mail) => !known.some((old) => old.text === text);
        found = mails.find((mail) => mail.to === address && mail.text.includes(piece) && isNew(mail));
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

const sessions = new Map<string, Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>>();

/** Signs in as a person does, by address, mail, page and button; the next time with the session that came of it. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  const known = sessions.get(address);
  if (known) {
    await page.context().addCookies(known);
    return;
  }
  const before = await mailsIn(page);
  await page.goto("/sign-in");
  await page.getByLabel(/mail/i).fill(address);
  await page.getByRole("button", { name: /link/i }).click();
  await expect(page.getByText(/a link is on its way/i)).toBeVisible();
  await page.goto(linkIn(await mailTo(page, address, "/sign-in/confirm#", before)));
  await page.getByRole("button", { name: /sign in as/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  sessions.set(address, await page.context().cookies());
}

export const test = base;
