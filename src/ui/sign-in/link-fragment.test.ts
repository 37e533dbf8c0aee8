import { expect, test } from "vitest";
import { readLinkFragment } from "./link-fragment";

const token = "a".repeat(64);

test("a link from a mail is read with its address and the page to go on to", () => {
  const fragment = `#${new URLSearchParams({ token, email: "ada+x@norrvik.example", next: "/norrvik/cycles" })}`;
  expect(readLinkFragment(fragment)).toEqual({ token, email: "ada+x@norrvik.example", next: "/norrvik/cycles" });
});

test("a link without a page to go on to leads to the person's companies", () => {
  expect(readLinkFragment(`#token=${token}&email=ada@norrvik.example`)?.next).toBe("/companies");
});

test("an incomplete or malformed link is no link", () => {
  for (const fragment of [
    "",
    "#",
    `#token=${token}`,
    "#email=ada@norrvik.example",
    `#token=<b>&email=ada@norrvik.example`,
  ]) {
    expect(readLinkFragment(fragment)).toBeNull();
  }
  expect(readLinkFragment(`#token=${token}&email=a@b.example,c@d.example`)).toBeNull();
});
