import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "@/domain/errors";
import { readDraft } from "./draft";
import { readSheet } from "./sheet";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal && error.field === "file") return error.message;
    throw error;
  }
  return "no refusal";
};

test("line numbers are those of the file, after quoted line ends, blank lines and Excel's separator line", () => {
  const sheet = readSheet('sep=;\r\nname;mail\r\n"Ada\r\nLovelace";ada@x.com\r\n\r\n;;\r\nBo;bo@x.com');
  expect(sheet).toEqual({
    kind: "rows",
    separator: ";",
    rows: [
      { line: 2, cells: ["name", "mail"] },
      { line: 3, cells: ["Ada\nLovelace", "ada@x.com"] },
      { line: 7, cells: ["Bo", "bo@x.com"] },
    ],
  });
});

test("quotation marks that are doubled, or stand inside a value, are kept", () => {
  expect(readSheet('a,b\n"say ""hi""",5" disk\n')).toMatchObject({ rows: [{}, { cells: ['say "hi"', '5" disk'] }] });
});

test("a quotation mark that never closes is an error that names its row", () => {
  expect(readSheet('name,mail\nAda,ada@x.com\n"Bo,bo@x.com\nCy,cy@x.com')).toEqual({
    kind: "error",
    message: "A quotation mark in row 3 is never closed. Close it or take it out, and choose the file again.",
  });
});

test("a file in Windows-1252 with semicolons becomes a draft with its columns", () => {
  const bytes = Buffer.from("Name;E-Mail;Gruppe\r\nZo\xeb;zoe@norrvik.com;\r\n", "latin1").toString("base64");
  expect(readDraft({ bytes })).toMatchObject({
    columns: ["name", "email", "group"],
    rows: [{ line: 2, cells: ["Zoë", "zoe@norrvik.com", ""] }],
  });
});

test("a mapping chosen by hand is used, or refused with the reason", () => {
  const text = "a,b\nAda,ada@norrvik.com\n";
  expect(readDraft({ text, columns: ["team", "email"] }).columns).toEqual(["team", "email"]);
  expect(refusalOf(() => readDraft({ text, columns: ["team", "name"] }))).toContain("Choose which column");
});

test("what cannot be a roster is refused with what to do", () => {
  expect(refusalOf(() => readDraft({ text: "name,phone\nAda,1" }))).toBe(
    "No column looks like an e-mail address. Columns found: name, phone.",
  );
  expect(refusalOf(() => readDraft({ bytes: "" }))).toContain("empty");
  expect(refusalOf(() => readDraft({ bytes: base64("PK\u0003\u0004") }))).toContain("Excel workbook");
  expect(refusalOf(() => readDraft({ bytes: Buffer.alloc(13 * 1024 * 1024, 65).toString("base64") }))).toContain(
    "larger than 12 MB",
  );
});

test("50,000 people are read and 50,001 refused", () => {
  const people = Array.from({ length: 50_001 }, (_, index) => `Person ${index},p${index}@norrvik.com`);
  expect(readDraft({ text: `name,mail\n${people.slice(1).join("\n")}\n` }).rows).toHaveLength(50_000);
  expect(refusalOf(() => readDraft({ text: people.join("\n") }))).toContain("more than 50,000");
});

test("a file of nothing but separators or line ends is refused without filling the memory", () => {
  expect(refusalOf(() => readDraft({ text: ",".repeat(2_000_000) }))).toContain("empty");
  expect(refusalOf(() => readDraft({ text: `a@b.co${"\nx".repeat(60_000)}` }))).toContain("more than 50,000");
});

test("any text is rows or a reason, never another exception", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r\n", "\r", "a@b.co", "name", "\uFEFF", "sep=;\n"),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      (text) => {
        const reason = refusalOf(() => expect(readDraft({ text }).rows.length).toBeGreaterThan(0));
        expect(reason).not.toBe("");
      },
    ),
    { numRuns: 500 },
  );
});
