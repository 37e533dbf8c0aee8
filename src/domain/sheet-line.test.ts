import { expect, test } from "vitest";
import { sheetLine } from "./sheet-line";

test("a cell that would start a formula is written as text", () => {
  expect(sheetLine(["=1+1", "+46", "-x", "@cmd", "plain", "a,b", 'say "hi"'])).toBe(
    `'=1+1,'+46,'-x,'@cmd,plain,"a,b","say ""hi"""`,
  );
});

test("a tab or a line break before a formula does not hide it", () => {
  expect(sheetLine(["\t=1+1", "\n=1+1"])).toBe(`'\t=1+1,"'\n=1+1"`);
});

test("numbers stay numbers, also below zero, and only texts are guarded", () => {
  expect(sheetLine([-13, 46, "-13", "−13"])).toBe("-13,46,'-13,−13");
});
