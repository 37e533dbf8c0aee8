import { expect, test } from "vitest";
import { readBody } from "./read-body";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

const streamed = (chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

test("a body within the limit is read whole", async () => {
  expect(new TextDecoder().decode((await readBody(post(streamed(["ab", "cd"])), 4)) ?? undefined)).toBe("abcd");
});

test("a body that is larger than it may be is refused, also when it does not say how large it is", async () => {
  expect(await readBody(post("abcde"), 4)).toBeNull();
  expect(await readBody(post(streamed(["ab", "cd", "e"])), 4)).toBeNull();
  expect(await readBody(post("a", { "content-length": "5" }), 4)).toBeNull();
});

test("no body is an empty body", async () => {
  expect(await readBody(new Request("http://localhost/", { method: "POST" }), 4)).toHaveLength(0);
});
