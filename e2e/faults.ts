import { expect, type Page } from "@playwright/test";

/** Notes what a page does wrong unseen: console errors, thrown errors, failed requests, and breaches of its own policy. */
export async function watchFaults(page: Page) {
  const faults: string[] = [];
  // A breach that a script catches, like trying whether it may compile code, shows nowhere but in this event.
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    ),
  );
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("requestfailed", (request) => {
    // A page that is left stops asking.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
  });
  return {
    expectNone(what: string): void {
      expect(faults.splice(0), what).toEqual([]);
    },
  };
}
