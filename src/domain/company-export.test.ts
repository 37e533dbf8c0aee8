import { expect, test } from "vitest";
import { companyDocument, exportPageSize, exportParts } from "./company-export";

test("the pieces make one JSON document, page after page until one is not full", async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ index }));
  const asked: string[] = [];
  let text = "";
  for await (const piece of companyDocument({ format: "x", notHere: ["a"] }, async (part, page) => {
    asked.push(`${part} ${page}`);
    if (part === "members") return rows(page < 2 ? exportPageSize : 3);
    return part === "cycles" && page === 0 ? rows(exportPageSize) : [];
  })) {
    text += piece;
  }
  const document = JSON.parse(text);
  expect(Object.keys(document)).toEqual(["format", "notHere", ...exportParts]);
  expect(document.members).toHaveLength(2 * exportPageSize + 3);
  expect(document.cycles).toHaveLength(exportPageSize);
  expect(document.events).toEqual([]);
  expect(asked.filter((part) => part.startsWith("members"))).toEqual(["members 0", "members 1", "members 2"]);
});
