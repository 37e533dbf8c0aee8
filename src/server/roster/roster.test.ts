import { beforeAll, expect, test } from "vitest";
import { Refusal } from "@/domain/errors";
import { fixRowInput, getImportInput, listRosterInput, previewRosterInput } from "@/domain/roster-input";
import { createCaller } from "@/server/api/root";
import { signUpCompany } from "@/server/company/commands";
import { findTenant } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { applyRoster, discardRoster, fixRow, previewRoster } from "./commands";
import { getImport, listRoster } from "./queries";

const now = new Date("2026-05-04T09:00:00Z");
let companies = 0;

async function newCompany(): Promise<Tenant> {
  companies += 1;
  const slug = `company-${companies}`;
  const adminEmail = "mara@norrvik.com";
  await signUpCompany({ slug, name: "Norrvik", adminName: "Mara", adminEmail, mailDomains: ["norrvik.com"] });
  const tenant = await findTenant(slug, adminEmail, now);
  if (!tenant) throw new Error("the new company has no tenant");
  return tenant;
}

const preview = (tenant: Tenant, text: string) =>
  previewRoster(tenant, previewRosterInput.parse({ fileName: "engineers.csv", text }));
const look = (tenant: Tenant, importId: string, filter: "changes" | "all" = "changes", page = 1) =>
  getImport(tenant, getImportInput.parse({ importId, filter, page }));
const list = (tenant: Tenant, search = "", page = 1) => listRoster(tenant, listRosterInput.parse({ search, page }));
const fix = (tenant: Tenant, input: object) => fixRow(tenant, fixRowInput.parse(input));
const emails = async (tenant: Tenant) =>
  (await list(tenant)).people.map((person) => person.email.replace("@norrvik.com", ""));

async function apply(tenant: Tenant, importId: string) {
  const { comparison } = await look(tenant, importId);
  return applyRoster(tenant, { importId, comparison });
}
async function bring(tenant: Tenant, text: string) {
  const { importId } = await preview(tenant, text);
  return apply(tenant, importId);
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "no refusal",
    (error: unknown) => (error instanceof Refusal ? `${error.kind}: ${error.message}` : Promise.reject(error)),
  );
const audits = (tenant: Tenant) =>
  withCompany(tenant, (tx) =>
    tx.auditEntry.findMany({ where: { action: { startsWith: "roster." } }, orderBy: { at: "asc" } }),
  );

const people = (...locals: string[]) =>
  `name,mail,group,team\n${locals.map((local) => `${local},${local}@norrvik.com,,Data\n`).join("")}`;

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newCompany();
});

test("nothing of a file is in force before it is applied, and the draft waits on the roster page", async () => {
  const company = await newCompany();
  const { importId, rows } = await preview(company, people("ada", "bo"));
  expect(rows).toBe(2);
  expect(await list(company)).toMatchObject({
    found: 0,
    people: [],
    waiting: [{ id: importId, fileName: "engineers.csv" }],
  });
});

test("applying makes the roster the file, records it, and leaves no draft behind", async () => {
  const company = await newCompany();
  expect(await bring(company, people("ada", "bo"))).toEqual({ join: 2, change: 0, leave: 0 });
  expect(await list(company)).toMatchObject({ found: 2, groups: { engineer: 2, executive: 0 }, waiting: [] });
  expect(await bring(company, "name,mail,group\nAda King,ada@norrvik.com,exec\ncy,cy@norrvik.com,\n")).toEqual({
    join: 1,
    change: 1,
    leave: 1,
  });
  expect((await list(company)).people).toMatchObject([
    { name: "Ada King", group: "executive", slices: {} },
    { name: "cy", group: "engineer" },
  ]);
  expect((await audits(company)).map((entry) => [entry.action, entry.actor, entry.subject])).toEqual([
    ["roster.apply", "mara@norrvik.com", "engineers.csv: 2 joined, 0 changed, 0 left"],
    ["roster.apply", "mara@norrvik.com", "engineers.csv: 1 joined, 1 changed, 1 left"],
  ]);
});

test("an admin may join the roster and leave it, and stays an admin", async () => {
  const company = await newCompany();
  await bring(company, people("mara", "bo"));
  expect(await emails(company)).toEqual(["bo", "mara"]);
  await bring(company, people("bo"));
  expect(await emails(company)).toEqual(["bo"]);
  expect((await findTenant(company.slug, "mara@norrvik.com", now))?.roles).toContain("admin");
});

test("bad rows are left out and block no good one; a fix brings them in", async () => {
  const company = await newCompany();
  const { importId } = await preview(
    company,
    'name,mail\nada,ada@norrvik.com\njon,"jon@norrvik,com"\nlena,lena@gmail.com\n',
  );
  const before = await look(company, importId);
  expect(before.counts).toMatchObject({ join: 1, fix: 2 });
  expect(before.rows[0]).toMatchObject({ line: 3, outcome: "fix", issues: [{ repair: "jon@norrvik.com" }] });
  await fix(company, { importId, line: 3, fix: { email: "jon@norrvik.com" } });
  await fix(company, { importId, line: 4, leaveOut: true });
  expect((await look(company, importId)).counts).toMatchObject({ join: 2, fix: 0, "left-out": 1 });
  await apply(company, importId);
  expect(await emails(company)).toEqual(["ada", "jon"]);
});

test("a row that is fixed over the wire leaves an import that can be read, fixed further and applied", async () => {
  const company = await newCompany();
  const { importId } = await preview(company, "name,mail\nada,ada@norrvik.com\njon,wrong\nlena,lena@gmail.com\n");
  const { roster } = createCaller({ email: "mara@norrvik.com", now });
  const at = { company: company.slug, importId };
  await roster.fixRow({ ...at, line: 3, fix: { email: "jon@norrvik.com" } });
  await roster.fixRow({ ...at, line: 4, leaveOut: true });
  const { comparison, counts } = await roster.import(at);
  expect(counts).toMatchObject({ join: 2, fix: 0, "left-out": 1 });
  await roster.applyImport({ ...at, comparison });
  expect(await emails(company)).toEqual(["ada", "jon"]);
});

test("fixes made at the same moment are all kept", async () => {
  const company = await newCompany();
  const lines = [2, 3, 4, 5, 6];
  const { importId } = await preview(company, `name,mail\n${lines.map((line) => `p${line},wrong\n`).join("")}`);
  await Promise.all(lines.map((line) => fix(company, { importId, line, fix: { email: `p${line}@norrvik.com` } })));
  expect((await look(company, importId)).counts).toMatchObject({ join: 5, fix: 0 });
});

test("whoever holds a seat is flagged, and an open seat of the past is not", async () => {
  const company = await newCompany();
  await bring(company, people("tove", "former"));
  await withCompany(company, async (tx) => {
    const { companyId } = company;
    for (const [local, endedAt] of [
      ["tove", null],
      ["former", now],
    ] as const) {
      const member = await tx.member.findUniqueOrThrow({
        where: { companyId_email: { companyId, email: `${local}@norrvik.com` } },
      });
      await tx.seatTenure.create({
        data: { companyId, seat: "cto", memberId: member.id, startedAt: new Date(0), endedAt },
      });
    }
  });
  const { importId } = await preview(company, people("tove", "former"));
  const { rows, counts } = await look(company, importId);
  expect(counts).toMatchObject({ fix: 1, unchanged: 1, leave: 1 });
  expect(rows[0]?.issues[0]?.cause).toContain("holds the CTO seat");
});

test("of two admins who apply at once, one succeeds and the other is told why not", async () => {
  const company = await newCompany();
  const { importId } = await preview(company, people("ada", "bo"));
  const { comparison } = await look(company, importId);
  const answers = await Promise.all([1, 2, 3].map(() => refusal(applyRoster(company, { importId, comparison }))));
  expect(answers.filter((answer) => answer === "no refusal")).toHaveLength(1);
  expect(answers.filter((answer) => answer.startsWith("conflict: You applied this import already."))).toHaveLength(2);
  expect(await emails(company)).toEqual(["ada", "bo"]);
  expect(await audits(company)).toHaveLength(1);
});

test("of two imports applied at once, the second meets the changed roster and writes nothing", async () => {
  const company = await newCompany();
  const first = await preview(company, people("ada", "bo"));
  const second = await preview(company, people("cy"));
  const seen = await Promise.all([look(company, first.importId), look(company, second.importId)]);
  const answers = await Promise.all(
    seen.map(({ importId, comparison }) => refusal(applyRoster(company, { importId, comparison }))),
  );
  expect(answers.filter((answer) => answer === "no refusal")).toHaveLength(1);
  expect(answers.find((answer) => answer !== "no refusal")).toContain(
    "conflict: The roster or this import changed since you looked.",
  );
  expect([["ada", "bo"], ["cy"]]).toContainEqual(await emails(company));
});

test("a roster that changed since the preview is compared anew", async () => {
  const company = await newCompany();
  const { importId } = await preview(company, people("ada"));
  const { comparison } = await look(company, importId);
  await bring(company, people("bo"));
  expect(await refusal(applyRoster(company, { importId, comparison }))).toContain("conflict:");
  expect((await look(company, importId)).counts).toMatchObject({ join: 1, leave: 1 });
  expect(await apply(company, importId)).toEqual({ join: 1, change: 0, leave: 1 });
});

test("a discarded draft is gone for good and the roster is as it was", async () => {
  const company = await newCompany();
  await bring(company, people("ada"));
  const { importId } = await preview(company, people("bo"));
  await discardRoster(company, { importId });
  expect(await refusal(apply(company, importId))).toContain("conflict: You discarded this import already");
  expect(await emails(company)).toEqual(["ada"]);
  expect((await audits(company)).map((entry) => entry.action)).toContain("roster.discard");
});

test("another company's import does not exist", async () => {
  const [own, other] = [await newCompany(), await newCompany()];
  const { importId } = await preview(own, people("ada"));
  const { comparison } = await look(own, importId);
  const attempts = [
    look(other, importId),
    fix(other, { importId, line: 2, fix: { name: "x" } }),
    applyRoster(other, { importId, comparison }),
    discardRoster(other, { importId }),
    previewRoster(other, previewRosterInput.parse({ importId, columns: ["email"] })),
  ];
  for (const answer of await Promise.all(attempts.map(refusal))) expect(answer).toContain("not-found");
  expect(await apply(own, importId)).toMatchObject({ join: 1 });
});

test("a row that is not in the file cannot be fixed", async () => {
  const { importId } = await preview(tenant, people("ada"));
  expect(await refusal(fix(tenant, { importId, line: 99, fix: { name: "x" } }))).toContain("not-found");
});

test("the admin may say what the columns hold, without sending the file again", async () => {
  const { importId } = await preview(tenant, "who,mail,where\nAda,ada@norrvik.com,Oslo\n");
  expect(await look(tenant, importId)).toMatchObject({
    columns: ["ignored", "email", "ignored"],
    rows: [{ name: "Ada" }],
  });
  await previewRoster(tenant, previewRosterInput.parse({ importId, columns: ["name", "email", "site"] }));
  expect((await look(tenant, importId)).rows[0]).toMatchObject({ name: "Ada", slices: { site: "Oslo" } });
  const twice = previewRosterInput.parse({ importId, columns: ["email", "email", "site"] });
  expect(await refusal(previewRoster(tenant, twice))).toContain("invalid: Two columns");
});

test("search finds a part of a name or address and takes no wildcard", async () => {
  const company = await newCompany();
  await bring(company, "name,mail\nAda_King,ada@norrvik.com\nAdamKing,bo@norrvik.com\n");
  expect((await list(company, "da_k")).people.map((person) => person.name)).toEqual(["Ada_King"]);
  expect((await list(company, "BO@")).found).toBe(1);
  expect((await list(company, "%")).found).toBe(0);
});

test("changes since the last cycle's roster are counted against it", async () => {
  const company = await newCompany();
  const locals = Array.from({ length: 9 }, (_, index) => `p${index}`);
  await bring(company, people(...locals));
  await withCompany(company, async (tx) => {
    const { companyId } = company;
    const cycle = await tx.cycle.create({ data: { companyId, quarter: "2026-Q1", phase: "closed", closesAt: now } });
    const members = await tx.member.findMany({ where: { companyId, group: { not: null } } });
    await tx.rosterEntry.createMany({
      data: members.map(({ id, name, email }) => ({
        companyId,
        cycleId: cycle.id,
        memberId: id,
        name,
        email,
        group: "engineer",
      })),
    });
  });
  const { importId } = await preview(company, people(...locals, "new"));
  expect((await look(company, importId)).effects.map((effect) => effect.headline)).toContain(
    "1 person differs from the roster of Q1 2026.",
  );
});

test("ended drafts are cleared away after 30 days, waiting ones never", async () => {
  const company = await newCompany();
  await bring(company, people("ada"));
  await preview(company, people("bo"));
  const later = { ...company, now: new Date(now.getTime() + 31 * 86_400_000) } as Tenant;
  await preview(later, people("cy"));
  expect(await withCompany(company, (tx) => tx.rosterImport.count())).toBe(2);
});

test("50,000 people are read, compared, shown a hundred at a time and applied", async () => {
  const company = await newCompany();
  const lines = Array.from(
    { length: 50_000 },
    (_, index) => `Person ${index},p${index}@norrvik.com,,Team ${index % 40}\n`,
  );
  const { importId } = await preview(company, `name,mail,group,team\n${lines.join("")}`);
  const shown = await look(company, importId, "all", 500);
  expect([shown.rows.length, shown.pages]).toEqual([100, 500]);
  expect(await apply(company, importId)).toEqual({ join: 50_000, change: 0, leave: 0 });
  const moved = lines.slice(0, 49_000).map((line) => line.replace("Team 3", "Team 4"));
  const second = await preview(company, `name,mail,group,team\n${moved.join("")}`);
  expect(await apply(company, second.importId)).toMatchObject({ join: 0, leave: 1_000 });
  expect((await list(company, "", 3)).people).toHaveLength(100);
}, 120_000);
