import { expect, test } from "vitest";
import { nextTryText } from "./webhook-words";

test("the next try is told by the company's clocks, with its number", () => {
  const at = new Date("2031-02-03T13:32:00Z");
  expect(nextTryText({ at, number: 4, most: 11 }, "Europe/Berlin")).toBe(
    "Next try on Monday 3 February, 14:32 in Europe/Berlin, the 4th of 11",
  );
  expect([2, 3, 11].map((number) => nextTryText({ at: null, number, most: 11 }, "UTC"))).toEqual([
    "Next try now, the 2nd of 11",
    "Next try now, the 3rd of 11",
    "Next try now, the 11th of 11",
  ]);
});
