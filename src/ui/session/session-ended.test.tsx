import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { makeQueryClient } from "@/trpc/query-client";
import { SessionEnded } from "./session-ended";

// Markup is rendered as on a server, which knows of no request: here it is shown what a browser has.
vi.mock("react", async (actual) => ({
  ...(await actual<typeof import("react")>()),
  useSyncExternalStore: (_: unknown, now: () => unknown) => now(),
}));

const client = makeQueryClient();
async function answered(answer: () => Promise<unknown>): Promise<string> {
  const mutation = client.getMutationCache().build(client, { mutationFn: answer });
  await mutation.execute(undefined).catch(() => undefined);
  return renderToStaticMarkup(<SessionEnded company="norrvik" path="/norrvik/cycles" />);
}
const refused = (code: string) => () => Promise.reject(Object.assign(new Error("…"), { data: { code } }));
beforeEach(() => answered(async () => "done"));

test("a refusal for want of a session offers to sign in again, in a new tab, and to come back to this page", async () => {
  const html = await answered(refused("UNAUTHORIZED"));
  expect(html).toContain('href="/sign-in?company=norrvik&amp;next=%2Fnorrvik%2Fcycles" target="_blank"');
  expect(html).toContain("Sign in again");
});

test("other refusals offer nothing of the kind, and the offer goes when an answer shows that there is a session", async () => {
  expect(await answered(refused("CONFLICT"))).not.toContain("Sign in");
  await answered(refused("UNAUTHORIZED"));
  expect(await answered(async () => "done")).not.toContain("Sign in");
});
