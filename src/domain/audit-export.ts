import type { AuditLine } from "./audit-chain";
import { sheetLine } from "./sheet-line";

/** Columns of the audit log as a file, in this order; see docs/data-rights.md. */
const auditColumns = [
  "sequence",
  "at",
  "actor",
  "actorSalt",
  "actorHash",
  "action",
  "subject",
  "subjectSalt",
  "subjectHash",
  "previousHash",
  "hash",
] as const satisfies readonly (keyof AuditLine)[];

export type AuditExport = { company: { id: string; slug: string; name: string }; lines: readonly AuditLine[] };

/** The log for a spreadsheet: the company's id in its first line, an empty cell where there is nothing. */
export const auditSheet = ({ company, lines }: AuditExport): string =>
  `\uFEFF${[
    ["tandem/audit/1", company.id],
    auditColumns,
    ...lines.map((line) => auditColumns.map((column) => line[column] ?? "")),
  ]
    .map((cells) => `${sheetLine(cells)}\r\n`)
    .join("")}`;

/** The log for programs. */
export const auditDocument = ({ company, lines }: AuditExport): string =>
  `${JSON.stringify({ format: "tandem/audit/1", company, lines }, null, 1)}\n`;
