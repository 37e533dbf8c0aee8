import { afterEach, expect, test, vi } from "vitest";
import { makeQueryClient } from "./query-client";
import { reach } from "./reach";

afterEach(() => vi.unstubAllGlobals());
const answerWith = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", answer);
const words = "The server could not be reached. Check your connection, then try again.";

test("a lost connection and a proxy's page are told in words, not as a browser puts it", async () => {
  answerWith(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(reach("/api/trpc")).rejects.toThrow(words);
  answerWith(async () => new Response("<html>Bad gateway</html>", { status: 502 }));
  await expect(reach("/api/trpc")).rejects.toThrow(words);
});

test("an answer passes, and so does the end of a request that nobody waits for any more", async () => {
  answerWith(async () => Response.json([{ result: 1 }], { status: 409 }));
  expect((await reach("/api/trpc")).status).toBe(409);
  answerWith(() => Promise.reject(new DOMException("Aborted", "AbortError")));
  await expect(reach("/api/trpc", { signal: AbortSignal.abort() })).rejects.toThrow("Aborted");
});

test("without a connection nothing waits to be done later, when nobody looks", () => {
  const { queries, mutations } = makeQueryClient().getDefaultOptions();
  expect([queries?.networkMode, mutations?.networkMode]).toEqual(["always", "always"]);
});
