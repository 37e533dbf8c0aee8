import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsError, detectColumns, type SheetRow } from "./roster-columns";

const sheet = (...records: string[][]): SheetRow[] => records.map((cells, index) => ({ line: index + 1, cells }));
const columnsOf = (...records: string[][]) => {
  const found = detectColumns(sheet(...records));
  return found.kind === "columns" ? found.columns : found.message;
};
const ada = "ada@norrvik.com";

test("headers are known in several languages, with any case, accents and punctuation", () => {
  expect(columnsOf(["Name", "E-Mail", "Group", "Team"], ["Ada", ada, "", ""])).toEqual([
    "name",
    "email",
    "group",
    "team",
  ]);
  expect(columnsOf(["Vorname", "Name", "E-Mail-Adresse", "Abteilung"], ["A", "L", ada, ""])).toEqual([
    "first-name",
    "last-name",
    "email",
    "team",
  ]);
  expect(columnsOf(["PRÉNOM", "NOM", "Courriel", "Équipe"], ["A", "L", ada, ""])).toEqual([
    "first-name",
    "last-name",
    "email",
    "team",
  ]);
  expect(columnsOf(["Nombre", "Apellidos", "Correo electrónico"], ["A", "L", ada])).toEqual([
    "first-name",
    "last-name",
    "email",
  ]);
  expect(columnsOf(["Förnamn", "Efternamn", "E-post", "Kontor"], ["A", "L", ada, ""])).toEqual([
    "first-name",
    "last-name",
    "email",
    "site",
  ]);
});

test("unknown columns are ignored, and the second of a kind too", () => {
  expect(columnsOf(["Id", "Name", "Mail", "Work email", "Team"], ["1", "A", ada, ada, ""])).toEqual([
    "ignored",
    "name",
    "email",
    "ignored",
    "team",
  ]);
});

test("a header without a word for the address is settled by what the cells hold", () => {
  expect(columnsOf(["Name", "Kontakt"], ["Ada", ada], ["Bo", "bo@norrvik.com"])).toEqual(["name", "email"]);
});

test("a file without a header keeps its first row and is read by content", () => {
  const found = detectColumns(
    sheet(["Ada Lovelace", ada, "engineer", "Platform"], ["Bo Ek", "bo@norrvik.com", "exec", "Data"]),
  );
  expect(found).toMatchObject({
    kind: "columns",
    columns: ["name", "email", "group", "team"],
    header: ["Column 1", "Column 2", "Column 3", "Column 4"],
  });
  expect(found.kind === "columns" && found.rows.map((row) => row.line)).toEqual([1, 2]);
});

test("addresses alone are a roster", () => {
  expect(columnsOf([ada], ["bo@norrvik.com"])).toEqual(["email"]);
});

test("a title above the header is passed over", () => {
  const found = detectColumns(sheet(["Engineers, spring"], ["Name", "E-mail"], ["Ada", ada]));
  expect(found).toMatchObject({ columns: ["name", "email"], rows: [{ line: 3 }] });
});

test("no address anywhere is an error that names the columns", () => {
  expect(columnsOf(["Name", "Phone", ""], ["Ada", "123", "x"])).toBe(
    "No column looks like an e-mail address. Columns found: Name, Phone, Column 3.",
  );
});

test("a header alone is an error", () => {
  expect(columnsOf(["Name", "E-mail"])).toContain("no people");
});

test("a group column that never says a group word is somebody's word for a team", () => {
  const rows = ["A", "B", "C", "D", "E"].map((group, index) => [`p${index}@norrvik.com`, group]);
  expect(columnsOf(["mail", "gruppe"], ...rows)).toEqual(["email", "team"]);
  expect(columnsOf(["mail", "gruppe"], ...rows, ["x@norrvik.com", "engineer"])).toEqual(["email", "group"]);
});

test("a mapping by hand needs one address column and nothing twice", () => {
  expect(columnsError(["name", "email"], 2)).toBeNull();
  expect(columnsError(["ignored", "email", "ignored"], 3)).toBeNull();
  expect(columnsError(["name", "ignored"], 2)).toContain("e-mail");
  expect(columnsError(["email", "team", "team"], 3)).toContain("“Team”");
  expect(columnsError(["email"], 2)).toContain("changed");
});

test("any records are columns or an error, and no use but ignored stands twice", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("name", "nom", "vorname", "mail", "e-mail", "team", "group", "a@b.co"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), (records) => {
      const found = detectColumns(sheet(...records));
      if (found.kind === "error") return;
      const used = found.columns.filter((use) => use !== "ignored");
      expect(new Set(used).size).toBe(used.length);
      expect(used).toContain("email");
    }),
  );
});
