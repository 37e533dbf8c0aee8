import fc from "fast-check";
import { expect, test } from "vitest";
import { checkText, declaredSeparator, decodeSheet, detectSeparator, separators } from "./roster-text";

const utf16 = (text: string, order: "le" | "be", mark: boolean): Uint8Array => {
  const units = [...(mark ? "\uFEFF" : ""), ...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  });
  return Uint8Array.from(units);
};
const text = "Name;E-mail\nZoë Åström;zoe@norrvik.com\n";
const utf8 = new TextEncoder();

test("every encoding a spreadsheet writes reads as the same text", () => {
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const files: [Uint8Array, string][] = [
    [utf8.encode(text), "utf-8"],
    [utf8.encode(`\uFEFF${text}`), "utf-8"],
    [utf16(text, "le", true), "utf-16le"],
    [utf16(text, "be", true), "utf-16be"],
    [utf16(text, "le", false), "utf-16le"],
    [utf16(text, "be", false), "utf-16be"],
    [latin, "windows-1252"],
  ];
  for (const [bytes, encoding] of files) expect(decodeSheet(bytes)).toEqual({ kind: "text", text, encoding });
});

test("the euro sign and curly quotes of Windows-1252 are read as such", () => {
  const decoded = decodeSheet(Uint8Array.from([0x80, 0x93, 0x94, 0xe9, 0x0a]));
  expect(decoded).toMatchObject({ kind: "text", text: "€“”é\n" });
});

test("line ends of Windows and of old Macs become one kind", () => {
  expect(checkText("a\r\nb\rc\n")).toMatchObject({ text: "a\nb\nc\n" });
});

test("an Excel workbook, a PDF and an empty file are refused with what to do", () => {
  const message = (bytes: Uint8Array) => {
    const decoded = decodeSheet(bytes);
    return decoded.kind === "error" ? decoded.message : null;
  };
  expect(message(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toContain("Save as");
  expect(message(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toContain("Save as");
  expect(message(utf8.encode("%PDF-1.7"))).toContain("not a text file");
  expect(message(utf8.encode("a\0b"))).toContain("not a text file");
  expect(message(new Uint8Array())).toContain("empty");
  expect(message(utf8.encode(" \r\n\t"))).toContain("empty");
});

test("any bytes are a text or an error, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const decoded = decodeSheet(bytes);
      expect(decoded.kind === "text" ? decoded.text : decoded.message).not.toBe("");
    }),
  );
});

test("the separator that stands in every line is found", () => {
  for (const separator of separators) {
    const lines = [
      ["name", "mail", "group"],
      ["Ada", "ada@x.com", "engineer"],
      ["Bo", "bo@x.com", ""],
    ];
    expect(detectSeparator(lines.map((cells) => cells.join(separator)).join("\n"))).toBe(separator);
  }
});

test("commas inside names and separators inside quotation marks do not count", () => {
  expect(detectSeparator("name;mail\nLovelace, Ada;ada@x.com\nHopper, Grace;grace@x.com")).toBe(";");
  expect(detectSeparator('name,mail\n"a;b;c",ada@x.com\n"d;e;f",bo@x.com\n"two\nlines;",c@x.com')).toBe(",");
});

test("addresses alone, one a line, need no separator", () => {
  expect(detectSeparator("ada@x.com\nbo@x.com")).toBe(",");
});

test("Excel's own separator line is read and is no row", () => {
  expect(declaredSeparator("sep=;\nname;mail")).toEqual({ separator: ";", length: 6 });
  expect(declaredSeparator("separator\nname")).toBeNull();
});
