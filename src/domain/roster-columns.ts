import { z } from "zod";
import { parseGroup } from "./roster";

/** What a column of the file holds. */
export const columnUseSchema = z.enum([
  "name",
  "first-name",
  "last-name",
  "email",
  "group",
  "team",
  "site",
  "tenure",
  "time-zone",
  "ignored",
]);
export type ColumnUse = z.infer<typeof columnUseSchema>;

export const columnUseLabel: Record<ColumnUse, string> = {
  name: "Name",
  "first-name": "First name",
  "last-name": "Last name",
  email: "E-mail",
  group: "Group",
  team: "Team",
  site: "Site",
  tenure: "Tenure",
  "time-zone": "Time zone",
  ignored: "Not used",
};

/** One record of the file and the line it begins on (counting from 1). */
export type SheetRow = { line: number; cells: string[] };

export type DetectedColumns =
  | { kind: "columns"; header: string[]; columns: ColumnUse[]; rows: SheetRow[] }
  | { kind: "error"; message: string };

/** Header words, without accents, case or punctuation, in the languages rosters are written in. */
const words: Record<Exclude<ColumnUse, "ignored">, string> = {
  email:
    "email mail emailaddress mailaddress workemail businessemail companyemail primaryemail userprincipalname upn " +
    "emailadresse mailadresse emailadres mailadres emailadress epost epostadress epostadresse courriel adressemail " +
    "adresseemail mel correo correoelectronico enderecodeemail posta postaelettronica indirizzoemail adresemail sahkoposti sahkopostiosoite",
  name: "name fullname displayname employee employeename person member nomcomplet nombrecompleto nomecompleto nominativo vollstandigername mitarbeiter naam volledigenaam namn navn nimi imieinazwisko nom",
  "first-name":
    "firstname first givenname given forename vorname prenom nombre nombres nome voornaam fornamn fornavn etunimi imie",
  "last-name":
    "lastname last surname familyname family nachname familienname nomdefamille apellido apellidos cognome sobrenome apelido achternaam efternamn etternavn efternavn sukunimi nazwisko",
  group: "group ratergroup gruppe groupe grupo gruppo groep grupp ryhma grupa",
  team: "team squad tribe department dept unit abteilung equipe equipo squadra afdeling avdelning avdeling afdeling tiimi zespol dzial",
  site: "site office location city standort ort buro niederlassung bureau lieu oficina sede ufficio locatie kontor plats toimipiste biuro",
  tenure:
    "tenure tenureband seniority yearsofservice betriebszugehorigkeit anciennete antiguedad anzianita dienstjaren",
  "time-zone":
    "timezone tz zeitzone fuseauhoraire zonahoraria fusoorario tijdzone tidszon tidssone tidszone aikavyohyke strefaczasowa",
};
const useByWord = new Map(
  Object.entries(words).flatMap(([use, list]) => list.split(" ").map((word) => [word, columnUseSchema.parse(use)])),
);

const headerWord = (cell: string): string =>
  cell
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

const looksLikeAddress = (cell: string): boolean => /\S@\S/.test(cell);
const columnCount = (rows: readonly SheetRow[]): number =>
  rows.reduce((most, row) => Math.max(most, row.cells.length), 0);

function usesOfHeader(header: readonly string[]): ColumnUse[] {
  const uses: ColumnUse[] = header.map((cell) => useByWord.get(headerWord(cell)) ?? "ignored");
  // "Vorname, Name" and "Prénom, Nom": beside a first name, the word for a name means the last one.
  if (uses.includes("first-name") && !uses.includes("last-name")) {
    const name = uses.indexOf("name");
    if (name >= 0) uses[name] = "last-name";
  }
  if (uses.includes("name")) {
    return uses.map((use, index) =>
      use === "first-name" || use === "last-name" || uses.indexOf(use) < index ? "ignored" : use,
    );
  }
  return uses.map((use, index) => (uses.indexOf(use) < index ? "ignored" : use));
}

const cellsOf = (rows: readonly SheetRow[], column: number): string[] =>
  rows.slice(0, 500).map((row) => (row.cells[column] ?? "").trim()).filter((cell) => cell !== ""); // biome-ignore format: one thought

/** The column in which most of the filled cells of the first 500 rows hold an at sign, or -1. */
function addressColumn(rows: readonly SheetRow[], count: number): number {
  let best = -1;
  let bestShare = 0;
  for (let column = 0; column < count; column += 1) {
    const cells = cellsOf(rows, column);
    const share = cells.filter(looksLikeAddress).length / Math.max(1, cells.length);
    if (share >= 0.5 && share > bestShare) {
      best = column;
      bestShare = share;
    }
  }
  return best;
}

/** Uses by content, for a file that has no header row. */
function usesOfContent(rows: readonly SheetRow[], count: number, email: number): ColumnUse[] {
  const uses: ColumnUse[] = new Array<ColumnUse>(count).fill("ignored");
  uses[email] = "email";
  for (let column = 0; column < count; column += 1) {
    if (column === email) continue;
    const cells = cellsOf(rows, column);
    if (cells.length === 0) continue;
    if (!uses.includes("group") && cells.every((cell) => parseGroup(cell) !== null)) uses[column] = "group";
    else if (!uses.includes("name")) uses[column] = "name";
    else if (!uses.includes("team")) uses[column] = "team";
  }
  return uses;
}

/** A "group" column without one of our words is somebody's word for a team. */
function groupOrTeam(uses: ColumnUse[], rows: readonly SheetRow[]): ColumnUse[] {
  const group = uses.indexOf("group");
  if (group < 0) return uses;
  const cells = cellsOf(rows, group);
  if (cells.length < 5 || cells.some((cell) => parseGroup(cell) !== null)) return uses;
  return uses.map((use, index) => (index === group ? (uses.includes("team") ? "ignored" : "team") : use));
}

const named = (header: readonly string[], index: number): string => header[index]?.trim() || `Column ${index + 1}`;

/** The row that names the columns: one of the first ten with a word for an address, else the first if it has none itself. */
function headerIndex(rows: readonly SheetRow[]): number {
  const byWord = rows
    .slice(0, 10)
    .findIndex(
      (row) =>
        row.cells.some((cell) => useByWord.get(headerWord(cell)) === "email") && !row.cells.some(looksLikeAddress),
    );
  if (byWord >= 0) return byWord;
  return rows[0]?.cells.some(looksLikeAddress) ? -1 : 0;
}

/** Finds out which column holds what, from the header's words or, without a header, from the cells. Never throws. */
export function detectColumns(sheet: readonly SheetRow[]): DetectedColumns {
  if (sheet.length === 0) return { kind: "error", message: "The file is empty. It needs one line for each person." };
  const at = headerIndex(sheet);
  const rows = sheet.slice(at + 1);
  const count = columnCount(at < 0 ? rows : sheet.slice(at));
  const written = at < 0 ? [] : (sheet[at]?.cells ?? []);
  const header = Array.from({ length: count }, (_, index) => named(written, index));
  if (at >= 0 && rows.length === 0) return { kind: "error", message: "The file has a header and no people below it." };
  const uses = at < 0 ? new Array<ColumnUse>(count).fill("ignored") : usesOfHeader(header);
  if (!uses.includes("email")) {
    const email = addressColumn(rows, count);
    if (email < 0) {
      return {
        kind: "error",
        message: `No column looks like an e-mail address. Columns found: ${header.slice(0, 12).join(", ")}.`,
      };
    }
    if (at < 0) return { kind: "columns", header, columns: usesOfContent(rows, count, email), rows };
    uses[email] = "email";
  }
  return { kind: "columns", header, columns: groupOrTeam(uses, rows), rows };
}

/** Why a mapping chosen by hand cannot be used, or null when it can. */
export function columnsError(columns: readonly ColumnUse[], count: number): string | null {
  if (columns.length !== count) return "The columns changed. Choose the file again.";
  if (!columns.includes("email")) return "Choose which column holds the e-mail address.";
  const used = columns.filter((use) => use !== "ignored");
  const twice = used.find((use, index) => used.indexOf(use) < index);
  return twice ? `Two columns are set to “${columnUseLabel[twice]}”. Choose one.` : null;
}
