import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { generate } from "orval";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { ApiScope } from "@/domain/api-key";
import { boardRows } from "@/domain/export-board";
import { frontDoor } from "@/server/http/front-door";
import { publicApi } from "@/server/http/public-api";
import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openCycleOf, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";

// A client that a common generator makes from the document we serve, in a program that is type-checked against it.

const run = promisify(execFile);
const company = "client";
const domain = "client.example";
const [admin, cto] = [`admin@${domain}`, `cto@${domain}`];
let now = testNow;
let folder = "";
let origin = "";

const server = createServer(
  frontDoor(
    async (_, response) => void response.end(),
    "",
    publicApi(() => now),
  ),
);

/** What somebody at the company might write on the first day. */
const programText = `
import * as tandem from "./client.ts";
const as = (key: string) => ({ headers: { authorization: \`Bearer \${key}\` } });
export async function bringRoster(key: string, people: tandem.ListedPerson[]) {
  const compared = await tandem.createRosterImport({ name: "HR system", people }, as(key));
  if (compared.status !== 201) throw new Error(compared.data.detail);
  const { importId, comparison, rows } = compared.data;
  const applied = await tandem.applyRosterImport(importId, { comparison }, as(key));
  if (applied.status !== 200) throw new Error(applied.data.detail);
  const again = await tandem.applyRosterImport(importId, { comparison }, as(key));
  return { applied: applied.data, toFix: rows.filter((row) => row.outcome === "fix"), again: again.status === 409 ? again.data.code : null };
}
export async function readRoster(key: string): Promise<string[]> {
  const emails: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await tandem.listRoster({ limit: 4, ...(cursor === undefined ? {} : { cursor }) }, as(key));
    if (page.status !== 200) throw new Error(page.data.detail);
    emails.push(...page.data.items.map(({ email }) => email));
    cursor = page.data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return emails;
}
export async function draft(key: string, quarter: string, closesAt: string) {
  const made = await tandem.putCycleDraft(quarter, { closesAt }, as(key));
  const again = await tandem.putCycleDraft(quarter, { closesAt }, as(key));
  const check = await tandem.checkOpening(quarter, as(key));
  return { statuses: [made.status, again.status], mayOpen: check.status === 200 && check.data.mayOpen };
}
export async function participation(key: string, quarter: string) {
  const [one, all] = [await tandem.getParticipation(quarter, as(key)), await tandem.listParticipation({}, as(key))];
  const cycle = await tandem.getCycle(quarter, as(key));
  if (one.status !== 200 || all.status !== 200 || cycle.status !== 200) throw new Error("refused");
  return { phase: cycle.data.phase, groups: one.data.groups, cycles: all.data.items.length };
}
export async function report(key: string) {
  const [whose, list] = [await tandem.getCompany(as(key)), await tandem.listReports({}, as(key))];
  if (list.status !== 200 || whose.status !== 200) throw new Error("refused");
  const [newest] = list.data.items;
  if (newest === undefined) return { company: whose.data.name, pages: [], board: [], trend: 0, cto: 0 };
  const board = await tandem.getReport(newest.quarter, "board", as(key));
  const own = await tandem.getReport(newest.quarter, "cto", as(key));
  const trend = await tandem.getBoardTrend(as(key));
  if (board.status !== 200 || own.status !== 200 || trend.status !== 200) throw new Error("refused");
  return { company: whose.data.name, pages: newest.pages, board: board.data.rows, trend: trend.data.rows.length, cto: own.data.rows.length };
}
`;

type Program = {
  bringRoster(
    key: string,
    people: { email: string; name: string }[],
  ): Promise<{ applied: unknown; toFix: { line: number; issues: { cause: string }[] }[]; again: string }>;
  readRoster(key: string): Promise<string[]>;
  draft(key: string, quarter: string, closesAt: string): Promise<unknown>;
  participation(key: string, quarter: string): Promise<unknown>;
  report(key: string): Promise<{ company: string; pages: string[]; board: unknown[]; trend: number; cto: number }>;
};
let program: Program;

const keyOf = async (email: string, scopes: ApiScope[]) =>
  (await callerFor(email, now).apiKey.create({ company, name: "Client", scopes, days: 90 })).token;

type Answered = { method: string; path: string; status: number; body: unknown };
const answered: Answered[] = [];

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "tandem-client-"));
  const target = join(folder, "client.ts");
  await writeFile(join(folder, "program.ts"), programText);
  await generate({
    input: `${origin}/api/v1/openapi.json`,
    output: { target, client: "fetch", baseUrl: `${origin}/api/v1` },
  });
  program = await import(/* @vite-ignore */ pathToFileURL(join(folder, "program.ts")).href);
  const passed = fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const response = await passed(url, init);
    const text = await response.clone().text();
    const path = new URL(url).pathname.replace("/api/v1", "");
    answered.push({
      method: init.method ?? "GET",
      path,
      status: response.status,
      body: text ? JSON.parse(text) : null,
    });
    return response;
  });
  await callerFor(null, now).company.signUp({
    name: "Client AB",
    slug: company,
    adminName: "Ada",
    adminEmail: admin,
    mailDomains: [domain],
  });
  const caller = callerFor(admin, now);
  await caller.seat.assign({ company, seat: "cto", email: cto, name: "Carla Cto" });
  await caller.seat.assign({ company, seat: "vpe", email: `vpe@${domain}`, name: "Viktor Vpe" });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  server.close();
  await rm(folder, { recursive: true });
});

test("a program written against the generated client passes the strict type checker", async () => {
  const flags =
    "--noEmit --strict --target es2023 --lib es2023,dom --module esnext --moduleResolution bundler --allowImportingTsExtensions";
  const checked = run(resolve("node_modules/.bin/tsc"), [...flags.split(" "), join(folder, "program.ts")], {
    cwd: folder,
  });
  await expect(checked).resolves.toMatchObject({ stdout: "" });
});

test("the client goes from roster to cycle to participation to report, and every answer is as the document says", {
  timeout: 60_000,
}, async () => {
  const key = await keyOf(admin, ["roster:read", "roster:write", "cycle:read", "cycle:write", "participation:read"]);
  const engineers = Array.from({ length: 9 }, (_, index) => ({
    email: `engineer${index}@${domain}`,
    name: `Engineer ${index}`,
  }));
  const brought = await program.bringRoster(key, [...engineers, { email: "stranger@elsewhere.example", name: "S" }]);
  expect(brought).toMatchObject({ applied: { joined: 9, changed: 0, left: 0 }, again: "import-ended" });
  expect(brought.toFix.map(({ line, issues }) => [line, issues.length])).toEqual([[11, 1]]);
  expect(await program.readRoster(key)).toEqual(engineers.map(({ email }) => email));

  expect(await program.draft(key, testQuarter, testCloses.toISOString())).toEqual({
    statuses: [201, 200],
    mayOpen: true,
  });
  await callerFor(admin, now).cycle.open({ company, quarter: testQuarter });
  const opened = await openCycleOf(company, admin);
  const seen = (participation: object) => ({ groups: [{ group: "engineer", invited: 9, participation }], cycles: 1 });
  expect(await program.participation(key, testQuarter)).toEqual({ phase: "open", ...seen({ kind: "few" }) });
  for (const [index, { link }] of opened.links.slice(0, 6).entries()) {
    await answerInvitation(wireAt(now), link, plainBallot(index % 2 === 0 ? 4 : 2, `comment ${index}`));
  }
  expect(await program.participation(key, testQuarter)).toEqual({ phase: "open", ...seen({ kind: "enough" }) });

  const reading = await keyOf(cto, ["report:read"]);
  now = new Date(testNow.getTime() + 10 * 86_400_000);
  await callerFor(admin, now).cycle.close({ company, quarter: testQuarter });
  await tallyCycle(opened);
  expect(await program.report(reading)).toMatchObject({ company: "Client AB", pages: [] });
  await callerFor(admin, now).cycle.release({ company, quarter: testQuarter });
  const { board, ...rest } = await program.report(reading);
  expect(rest).toEqual({
    company: "Client AB",
    pages: ["cto", "pair", "board"],
    trend: expect.any(Number),
    cto: expect.any(Number),
  });
  expect(Math.min(rest.trend, rest.cto)).toBeGreaterThan(0);
  const { page } = await callerFor(cto, now).report.board({ company, quarter: testQuarter });
  expect(board).toEqual(boardRows(page));
  await expectAsDocumented();
});

type Schema = { $ref?: string };
type Responses = Record<string, { content?: Record<string, { schema: Schema }> }>;

/** Every answer that was recorded, judged by the served document alone. */
async function expectAsDocumented(): Promise<void> {
  const document = JSON.parse(await (await fetch(`${origin}/api/v1/openapi.json`, {})).text());
  const judges = new Map<string, z.ZodType>();
  const judgeOf = ({ $ref = "" }: Schema) => {
    const name = $ref.split("/").at(-1) ?? "";
    const defs = JSON.parse(
      JSON.stringify(document.components.schemas).replaceAll("#/components/schemas/", "#/$defs/"),
    );
    const judge = judges.get(name) ?? z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: defs });
    judges.set(name, judge);
    return judge;
  };
  const paths = Object.keys(document.paths);
  for (const { method, path, status, body } of answered.filter((it) => it.path !== "/openapi.json")) {
    const pattern = paths.find((its) => new RegExp(`^${its.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path)) ?? "";
    const responses: Responses = document.paths[pattern]?.[method.toLowerCase()]?.responses ?? {};
    const [media] = Object.values(responses[status]?.content ?? {});
    expect(media, `${method} ${path} ${status}`).toBeDefined();
    const judged = judgeOf(media?.schema ?? {}).safeParse(body);
    expect(judged.error?.issues, `${method} ${path} ${status}`).toBeUndefined();
  }
  expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200, 201, 409]));
  expect(judges.size).toBeGreaterThan(8);
}
