import { expect, test } from "vitest";
import { figures } from "./figures";

test("a figure stays on one line with its sign, its unit and its bounds", () => {
  expect(figures("≥ 70, ± 5, about 95 %, 12 of 40 answered, 52 (46–58)")).toBe(
    "≥\u00a070, ±\u00a05, about 95\u00a0%, 12\u00a0of\u00a040 answered, 52 (46\u2060–\u206058)",
  );
});

test("words and other dashes may break as before", () => {
  const plain = "one of 5, 5 of them, Q4 2025 – Q2 2026, 3 % 4";
  expect(figures(plain)).toBe(plain.replace("3 %", "3\u00a0%"));
});
