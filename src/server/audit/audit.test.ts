import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { castInputOf, revise, withdraw } from "@/ballot/protocol";
import { type AuditLine, checkChain } from "@/domain/audit-chain";
import { auditDocument, auditSheet } from "@/domain/audit-export";
import { fromHex } from "@/domain/bytes";
import { manifestSchema } from "@/domain/manifest";
import { withCompany } from "@/server/db/with-company";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, tenantFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { openTestCycle, type TestCycle, testNow } from "../../../prisma/test-cycle";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { includes, readLog, verifyLog } from "../../../scripts/verify-audit/verify";
import { recordAudit } from "./commands";

vi.mock("@/server/mail/send", () => ({ sendMail: async () => undefined }));

let cycle: TestCycle;
let home: Awaited<ReturnType<typeof companyWithEveryRole>>;
const admin = () => callerFor(home.emails.admin, testNow).audit;
const exported = () => admin().export({ company: home.slug });
const write = async (action: string, subject?: string) => {
  const tenant = await tenantFor(home.slug, home.emails.admin, testNow);
  await withCompany(tenant, (tx) => recordAudit(tx, tenant, action, subject));
};
const count = (companyId: string) => withCompany({ companyId }, (tx) => tx.auditEntry.count());

/** The first line of a kind says something else. */
function withSubject(lines: AuditLine[], isKind: (line: AuditLine) => boolean): AuditLine[] {
  const at = lines.findIndex(isKind);
  return lines.map((line, index) => (index === at ? { ...line, subject: "nothing" } : line));
}

beforeAll(async () => {
  home = await companyWithEveryRole("audit-home");
  cycle = await openTestCycle("audit-cycle", { engineers: 9 });
});

describe("the chain", () => {
  test("fifty writers at once make one chain of fifty lines, in the database's words and in the domain's alike", async () => {
    const subjects = ["plain", 'with "quotes" and \\', "Zoë, 東京, 🜂", "=1+1", "two\nlines", "", "a,b;c", "-5", "'=2"];
    await Promise.all(Array.from({ length: 50 }, (_, index) => write("event.add", subjects[index % subjects.length])));
    const { lines, chain } = await exported();
    expect(lines.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(chain).toEqual({ kind: "intact" });
    expect(new Set(lines.map(({ previousHash }) => previousHash)).size).toBe(50);
  });

  test("both files are found true by a program that shares no code with the server", async () => {
    const log = await exported();
    expect(verifyLog(readLog(auditDocument(log)))).toEqual([]);
    expect(verifyLog(readLog(auditSheet(log)))).toEqual([]);
    expect(readLog(auditSheet(log))).toEqual(readLog(auditDocument(log)));
  });

  test.each<[string, (lines: AuditLine[]) => AuditLine[]]>([
    [
      "another actor",
      (lines) => lines.map((line) => (line.sequence === 7 ? { ...line, actor: "eve@x.example" } : line)),
    ],
    ["another deed", (lines) => lines.map((line) => (line.sequence === 7 ? { ...line, action: "cycle.open" } : line))],
    [
      "another time",
      (lines) => lines.map((line) => (line.sequence === 7 ? { ...line, at: "2031-01-01T00:00:00.000Z" } : line)),
    ],
    ["another subject", (lines) => withSubject(lines, (line) => line.subject === "plain")],
    ["a subject where there was none", (lines) => withSubject(lines, (line) => line.subjectHash === null)],
    ["a line taken out", (lines) => lines.filter(({ sequence }) => sequence !== 7)],
    ["two lines exchanged", (lines) => lines.with(6, lines[7] as AuditLine).with(7, lines[6] as AuditLine)],
  ])("%s is seen by both", async (_, change) => {
    const log = await exported();
    const forged = change([...log.lines]);
    expect((await checkChain(log.company.id, forged)).kind).toBe("broken");
    expect(verifyLog(readLog(auditDocument({ ...log, lines: forged }))).length).toBeGreaterThan(0);
  });

  test("lines cut off at the end are missed with an earlier file in hand", async () => {
    const log = await exported();
    const cut = { ...log, lines: log.lines.slice(0, -2) };
    expect(verifyLog(readLog(auditDocument(cut)))).toEqual([]);
    expect(includes(readLog(auditDocument(cut)), readLog(auditDocument(log)))).toHaveLength(1);
    expect(includes(readLog(auditDocument(log)), readLog(auditDocument(cut)))).toEqual([]);
  });

  test("not even the database's administrator changes a line while the trigger stands", async () => {
    const change = (set: string) => adminQuery(`update audit_entry set ${set} where company_id = $1`, [home.companyId]);
    for (const set of ["actor = 'eve'", "action = 'x.y'", "at = now()", "hash = ''", "sequence = sequence + 1000"]) {
      await expect(change(set), set).rejects.toThrow(/written once/);
    }
  });

  test("what a writer says about number and hash is not listened to", async () => {
    await withCompany(home, (tx) =>
      tx.auditEntry.create({
        data: {
          companyId: home.companyId,
          actor: "x",
          action: "event.add",
          sequence: 3,
          hash: "00",
          previousHash: "00",
        },
      }),
    );
    expect((await exported()).chain).toEqual({ kind: "intact" });
  });
});

describe("the page", () => {
  test("shows one actor or one action if asked, and offers those there are", async () => {
    await write("cycle.hold", "Q1 2031: the auditors ask");
    const held = await admin().list({ company: home.slug, page: 0, action: "cycle.hold" });
    expect(held.entries).toHaveLength(1);
    expect(held.actions).toEqual(["cycle.hold", "event.add"]);
    const mine = await admin().list({ company: home.slug, page: 1, actor: home.emails.admin });
    expect([mine.total, mine.entries.length]).toEqual([51, 1]);
    expect((await admin().list({ company: home.slug, page: 0, actor: "nobody" })).total).toBe(0);
  });

  test("is another company's to nobody", async () => {
    for (const email of Object.values(home.emails)) {
      await expect(callerFor(email, testNow).audit.export({ company: cycle.slug })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    const theirs = await callerFor(cycle.admin, testNow).audit.export({ company: cycle.slug });
    expect(JSON.stringify(theirs)).not.toContain("audit-home");
    expect(theirs.chain).toEqual({ kind: "intact" });
  });
});

test("nothing an engineer does writes a line: asking for the link, claiming, casting, revising, withdrawing, reading", async () => {
  const before = await count(cycle.companyId);
  const wire = wireAt(testNow);
  for (const { email, link } of cycle.links.slice(0, 3)) {
    const engineer = callerFor(email, testNow);
    await engineer.company.overview({ company: cycle.slug });
    await engineer.invitation.sendMine({ company: cycle.slug });
    await engineer.invitation.colleagues({ company: cycle.slug, page: 1 });
    await engineer.rights.ownData({ company: cycle.slug });
    const sent = await answerInvitation(wire, link, plainBallot(4));
    const manifest = manifestSchema.parse(JSON.parse((await wire.ballot.manifest({ cycle: link.cycle })).manifest));
    const key = manifest.groups.find(({ group }) => group === "engineer");
    if (!sent || !key) throw new Error("the ballot was not sent");
    const keyId = fromHex(key.issuerKeyId);
    const ballot = { seed: Uint8Array.from(sent.seed), keyId };
    await wire.ballot.cast(castInputOf(link.cycle, await revise(plainBallot(2), manifest, { ...ballot, version: 1 })));
    await wire.ballot.withdraw(await withdraw(link.cycle, { ...ballot, version: 2 }));
  }
  expect(await count(cycle.companyId)).toBe(before);
});

test("lines from before there was a chain were chained in their order by the migration", async () => {
  const migration = readFileSync("prisma/migrations/20261125010000_data_rights/migration.sql", "utf8");
  const chaining = /DO \$\$\nDECLARE\n {2}old audit_entry[\s\S]*?\$\$;/.exec(migration)?.[0] ?? "";
  await adminQuery(`
    alter table audit_entry disable trigger user;
    drop index audit_entry_company_id_sequence_key;
    update audit_entry set sequence = 0, hash = '', previous_hash = '', actor_hash = '', actor_salt = null,
      subject_hash = null, subject_salt = null;
    ${chaining}
    create unique index audit_entry_company_id_sequence_key on audit_entry (company_id, sequence);
    alter table audit_entry enable trigger user;`);
  for (const [company, email] of [
    [home.slug, home.emails.admin],
    [cycle.slug, cycle.admin],
  ] as const) {
    const { lines, chain } = await callerFor(email, testNow).audit.export({ company });
    expect(chain).toEqual({ kind: "intact" });
    expect(lines.every(({ actorSalt, hash }) => actorSalt !== null && hash.length === 64)).toBe(true);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort());
  }
  await write("event.add", "after");
  expect((await exported()).chain).toEqual({ kind: "intact" });
});
