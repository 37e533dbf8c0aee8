import { createHmac } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { expectAccessible, expectFits } from "./a11y";
import { demo, expect, signIn, test } from "./fixtures";

type Message = { headers: http.IncomingHttpHeaders; body: string };

/** A program of the company's that takes webhooks, on this machine. */
async function startReceiver() {
  const received: Message[] = [];
  const answer = { status: 200 };
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(answer.status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return { received, answer, address, stop: () => server.close() };
}

const signatureOf = ({ headers, body }: Message, secret: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
};

test("an admin makes an API key, reads participation with it, and revokes it", async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, demo.norrvik.admin);
  await page.goto("/norrvik/settings/api-keys");
  const make = page.getByRole("button", { name: "Make a key" });
  await make.click();
  await expect(page.getByText("Say what the key is for.")).toBeVisible();
  await page.getByLabel("What it is for").fill("A chart on our wall");
  await page.getByLabel("Read participation").check();
  await make.click();
  const shown = page.getByLabel("The new key");
  // It is shown once, so it must not be below the edge of the window.
  await expect(shown).toBeInViewport();
  await expect(shown).toBeFocused();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  await expect(shown).toHaveValue(key);
  await expectAccessible(page, "a key that was just made");

  const program = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const participation = await (await program.get("/api/v1/participation")).json();
  expect(participation.items[0]).toMatchObject({ quarter: expect.stringMatching(/^\d{4}-Q[1-4]$/) });
  const refused = await program.get("/api/v1/roster");
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("It needs the scope roster:read.") });

  await page.reload();
  await expect(shown).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke A chart on our wall" }).click();
  await page.getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByRole("row", { name: /A chart on our wall/ }).first()).toContainText("Revoked");
  const after = await program.get("/api/v1/participation");
  expect([after.status(), (await after.json()).code]).toEqual([401, "key-revoked"]);
  await program.dispose();
});

test("an admin adds a webhook, sees what was delivered and what failed, sends it again, and removes it", async ({
  page,
}) => {
  const receiver = await startReceiver();
  await signIn(page, demo.norrvik.admin);
  await page.goto("/norrvik/settings/notifications");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Build server");
  await page.getByRole("textbox", { name: "Address of your program", exact: true }).fill("https://10.0.0.1/in");
  const add = page.getByRole("button", { name: "Add" });
  await add.click();
  await expect(page.getByText("10.0.0.1 is a private address.")).toBeVisible();
  await page.getByRole("textbox", { name: "Address of your program", exact: true }).fill(receiver.address);
  await add.click();
  const secret = page.getByLabel("Signing secret");
  await expect(secret).toBeInViewport();
  const signingSecret = await secret.inputValue();

  const log = page.getByRole("region", { name: "Deliveries" });
  const test = page.getByRole("button", { name: "Send a test Build server" });
  await test.click();
  await expect(log.getByText("Delivered")).toBeVisible();
  const [first] = receiver.received;
  expect(first?.headers["webhook-signature"]).toBe(first && signatureOf(first, signingSecret));

  receiver.answer.status = 500;
  await log.getByRole("button", { name: /^Send again/ }).click();
  await expect(log.getByText("Answer 500. The receiver has a problem of its own.")).toBeVisible();
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(
    Array(2).fill(first?.headers["webhook-id"]),
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page, "deliveries on a phone");
  await expectAccessible(page, "deliveries on a phone");

  await page.getByRole("button", { name: "Remove Build server" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("Nothing is told anywhere yet.")).toBeVisible();
  receiver.stop();
});
