import { expect, test } from "vitest";
import { countWords, headlineSchema, statementSchema } from "./board-words";

const words = (count: number, word = "word") => Array(count).fill(word).join(" ");
const problem = (schema: typeof statementSchema, text: string) => schema.safeParse(text).error?.issues[0]?.message;

test("words are what stands between spaces, line breaks included", () => {
  expect(countWords("")).toBe(0);
  expect(countWords("  two\n words  ")).toBe(2);
});

test("a leader has 100 words and the headline 30, no more", () => {
  expect(problem(statementSchema, words(100))).toBeUndefined();
  expect(problem(statementSchema, words(101))).toBe("Use at most 100 words.");
  expect(problem(headlineSchema, words(30))).toBeUndefined();
  expect(problem(headlineSchema, words(31))).toBe("Use at most 30 words.");
});

test("a hundred endless words are refused, because the page is one sheet", () => {
  expect(problem(statementSchema, words(90, "unreasonably"))).toBe("Use at most 640 characters.");
});
