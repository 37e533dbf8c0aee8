// Shares no code with the server: written from docs/data-rights.md alone.
import { createHash } from "node:crypto";

const columns = [
  "sequence", "at", "actor", "actorSalt", "actorHash", "action", "subject", "subjectSalt", "subjectHash", "previousHash", "hash",
] as const; // biome-ignore format: a list reads better packed
type Line = Record<(typeof columns)[number], string>;
type Log = { company: string; lines: Line[] };

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** RFC 4180: quoted cells, doubled quotes, line ends inside quotes. */
function parseSheet(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if (quoted) {
      if (char === '"' && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.push([...row, cell.replace(/\r$/, "")]);
      row = [];
      cell = "";
    } else cell += char;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** A quote before a text that a spreadsheet would take for a formula is the file's, unless the seal says it is the log's. */
const unguarded = (cell: string, salt: string, seal: string): string =>
  /^'[=+\-@\t\r\n]/.test(cell) && sha256(`${salt}|${cell}`) !== seal ? cell.slice(1) : cell;

const lineOf = (cellOf: (column: (typeof columns)[number]) => unknown): Line =>
  Object.fromEntries(columns.map((column) => [column, String(cellOf(column) ?? "")])) as Line;

/** Reads an export of either kind; a text that is neither is an error. */
export function readLog(file: string): Log {
  const text = file.replace(/^\uFEFF/, "");
  if (text.trimStart().startsWith("{")) {
    const document = JSON.parse(text);
    if (document?.format !== "tandem/audit/1") throw new Error("This is not an audit log of Tandem.");
    return {
      company: String(document.company.id),
      lines: document.lines.map((line: Record<string, unknown>) => lineOf((column) => line[column])),
    };
  }
  const [first, head, ...rows] = parseSheet(text);
  if (first?.[0] !== "tandem/audit/1") throw new Error("This is not an audit log of Tandem.");
  return {
    company: first[1] ?? "",
    lines: rows.map((cells) => {
      const line = lineOf((column) => cells[head?.indexOf(column) ?? -1]);
      const actor = unguarded(line.actor, line.actorSalt, line.actorHash);
      return { ...line, actor, subject: unguarded(line.subject, line.subjectSalt, line.subjectHash) };
    }),
  };
}

/** What a line's hash is over: these seven, keys in this order, no white space. */
const hashedText = (company: string, line: Line): string =>
  `{"action":${JSON.stringify(line.action)},"actor":"${line.actorHash}","at":"${line.at}","company":"${company}",` +
  `"previous":"${line.previousHash}","sequence":${line.sequence},"subject":${line.subjectHash ? `"${line.subjectHash}"` : "null"}}`;

/** Everything that does not hold, one sentence each; empty if the log is as it was written. */
export function verifyLog({ company, lines }: Log): string[] {
  const problems: string[] = [];
  let previous = "0".repeat(64);
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`;
    if (line.sequence !== String(index + 1)) problems.push(`${where} bears the number ${line.sequence}`);
    if (line.previousHash !== previous) problems.push(`${where} does not follow from the line before`);
    if (sha256(hashedText(company, line)) !== line.hash) problems.push(`${where} is not as it was written`);
    if (line.actorSalt && sha256(`${line.actorSalt}|${line.actor}`) !== line.actorHash) {
      problems.push(`${where} names another actor than it did`);
    }
    if (line.subject !== "" && line.subjectHash === "")
      problems.push(`${where} says something where nothing was written`);
    if (line.subjectSalt && sha256(`${line.subjectSalt}|${line.subject}`) !== line.subjectHash) {
      problems.push(`${where} says something else than it did`);
    }
    previous = line.hash;
  }
  return problems;
}

/** What an earlier export held and this one does not. */
export function includes(now: Log, earlier: Log): string[] {
  if (now.company !== earlier.company) return ["the two files are of different companies"];
  return earlier.lines
    .filter(({ hash }, index) => now.lines[index]?.hash !== hash)
    .slice(0, 1)
    .map(({ sequence }) => `line ${sequence} of the earlier file is not here, or is another one`);
}
