import { expect, test } from "vitest";
import type { AuditLine } from "./audit-chain";
import { auditDocument, auditSheet } from "./audit-export";

const line: AuditLine = {
  sequence: 1,
  at: "2031-02-03T10:00:00.000Z",
  actor: "ada@norrvik.example",
  actorSalt: "aa",
  actorHash: "bb",
  action: "event.add",
  subject: '=HYPERLINK("x"),\n2',
  subjectSalt: null,
  subjectHash: "cc",
  previousHash: "dd",
  hash: "ee",
};
const log = { company: { id: "c", slug: "norrvik", name: "Norrvik" }, lines: [line] };

test("the sheet names the company, then its columns, and no cell can act as a formula", () => {
  const [first, head, ...rest] = auditSheet(log).split("\r\n");
  expect(first).toBe("\uFEFFtandem/audit/1,c");
  expect(head).toBe("sequence,at,actor,actorSalt,actorHash,action,subject,subjectSalt,subjectHash,previousHash,hash");
  expect(rest.join("\r\n")).toBe(
    `1,2031-02-03T10:00:00.000Z,ada@norrvik.example,aa,bb,event.add,"'=HYPERLINK(""x""),\n2",,cc,dd,ee\r\n`,
  );
});

test("the document holds the lines as they are", () => {
  expect(JSON.parse(auditDocument(log))).toEqual({ format: "tandem/audit/1", ...log });
});
