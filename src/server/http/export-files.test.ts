import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { authAdapter } from "@/server/auth/adapter";
import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { testClosed } from "../../../prisma/test-count";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

// The files of a company as a browser gets them: the routes themselves, with a session cookie and a real database.

let token: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "next-auth.session-token" && token !== null ? { value: token } : undefined),
  }),
  headers: async () => new Headers(),
}));

const report = await import("@/app/[company]/export/[cycle]/[file]/route");
const audit = await import("@/app/[company]/settings/audit/[file]/route");
const companyFile = await import("@/app/[company]/settings/data/file/route");
const ownFile = await import("@/app/[company]/your-data/file/route");

const slug = "files";
const formula = '=HYPERLINK("http://evil.example","look")';
let cycle: TestCycle;
let foreign: Awaited<ReturnType<typeof companyWithEveryRole>>;

const board = `board@${slug}.example`;
const sessions = new Map<string, string>();

/** Signs a person in as next-auth does, once. */
async function signIn(email: string): Promise<void> {
  const known = sessions.get(email);
  token = known ?? `session of ${email}`;
  if (known) return;
  sessions.set(email, token);
  const { createUser, createSession } = authAdapter();
  const user = await createUser?.({ id: "", email, emailVerified: null });
  await createSession?.({ sessionToken: token, userId: user?.id ?? "", expires: new Date(Date.now() + 3_600_000) });
}

const digestOf = (error: unknown): string =>
  error instanceof Error && "digest" in error ? String(error.digest) : "no digest";

/** What a person gets: an answer, "404", or where they are sent to. */
async function asked(email: string | null, get: () => Promise<Response>): Promise<Response | string> {
  if (email === null) token = null;
  else await signIn(email);
  try {
    return await get();
  } catch (error) {
    const [kind, , path] = digestOf(error).split(";");
    if (kind === "NEXT_REDIRECT") return path ?? "";
    if (digestOf(error) === "NEXT_HTTP_ERROR_FALLBACK;404") return "404";
    throw error;
  }
}

const request = new Request("http://localhost/");
const routes = {
  report:
    (file: string, company = slug) =>
    () =>
      report.GET(request, { params: Promise.resolve({ company, cycle: testQuarter.toLowerCase(), file }) }),
  audit:
    (file: string, company = slug) =>
    () =>
      audit.GET(request, { params: Promise.resolve({ company, file }) }),
  company:
    (company = slug) =>
    () =>
      companyFile.GET(request, { params: Promise.resolve({ company }) }),
  own:
    (company = slug) =>
    () =>
      ownFile.GET(request, { params: Promise.resolve({ company }) }),
};

async function answered(email: string, get: () => Promise<Response>): Promise<Response> {
  const answer = await asked(email, get);
  if (typeof answer === "string") throw new Error(`refused: ${answer}`);
  return answer;
}

beforeAll(async () => {
  foreign = await companyWithEveryRole("files-foreign");
  cycle = await openTestCycle(slug, { engineers: 12 });
  const wire = wireAt(testNow);
  for (const { link } of cycle.links) await answerInvitation(wire, link, plainBallot(4, formula));
  const admin = callerFor(cycle.admin, testClosed);
  const ref = { company: slug, quarter: testQuarter };
  await admin.member.invite({ company: slug, email: board, name: "Bea Board", admin: false, board: true });
  await admin.cycle.close(ref);
  await tallyCycle(cycle);
  await admin.cycle.release(ref);
  const settings = { company: slug, contact: cycle.admin, mailDomains: [`${slug}.example`] };
  await admin.company.update({ ...settings, name: "=1+2" });
});

beforeEach(() => {
  token = null;
});

test.each([
  ["csv", "text/csv; charset=utf-8"],
  ["json", "application/json; charset=utf-8"],
])(
  "a leader gets their report as %s: typed, named, kept by no cache and sniffed by no browser",
  async (ending, type) => {
    const answer = await answered(cycle.cto, routes.report(`cto.${ending}`));
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": type,
      "content-disposition": `attachment; filename="${slug}-2031-q1-cto.${ending}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(answer.status).toBe(200);
  },
);

test("a comment that would be a formula is words in the sheet, and as written in the document", async () => {
  const sheet = new Uint8Array(await (await answered(cycle.cto, routes.report("cto.csv"))).arrayBuffer());
  expect([...sheet.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(sheet);
  expect(text.split("\r\n")[0]).toBe("quarter,subject,section,key,label,measure,value,bound,low,high,answers,note");
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""look"")"`);
  expect(text).not.toMatch(/(?:^|,|\n)"?[=+@\t]/m);
  const document = await (await answered(cycle.cto, routes.report("cto.json"))).json();
  const comments = document.rows.filter((row: { section: string }) => row.section === "comment");
  expect(comments).toHaveLength(12);
  expect(comments[0].value).toBe(formula);
});

test("a report's file is for whoever may read its page, and for nobody else", async () => {
  for (const [email, file] of [
    [cycle.vpe, "cto.csv"],
    [cycle.admin, "cto.csv"],
    [cycle.admin, "board.csv"],
    [board, "cto.json"],
    [board, "pair.csv"],
    [board, "board.csv"],
    [cycle.links[0]?.email ?? "", "cto.csv"],
    [foreign.emails.cto, "cto.csv"],
    [foreign.emails.board, "board.json"],
  ] as const) {
    expect(await asked(email, routes.report(file)), `${email} ${file}`).toBe("404");
  }
  for (const file of ["pair.csv", "board.json"]) {
    expect((await answered(cycle.vpe, routes.report(file))).status).toBe(200);
  }
  expect(await asked(null, routes.report("cto.csv"))).toMatch(/^\/sign-in/);
});

test("an address that names no file of a report is nothing", async () => {
  for (const file of ["cto", "cto.xlsx", "cto.csv.json", "ceo.csv", ".csv", "..%2fcto.csv"]) {
    expect(await asked(cycle.cto, routes.report(file)), file).toBe("404");
  }
});

test("the company's file is written while it is read, stops when nobody reads, and is an admin's only", async () => {
  const answer = await answered(cycle.admin, routes.company());
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${slug}-company.json"`);
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  for await (const piece of answer.body ?? []) pieces.push(decoder.decode(piece));
  expect(pieces.length).toBeGreaterThan(20);
  const document = JSON.parse(pieces.join(""));
  expect(document.company).toMatchObject({ slug, name: "=1+2" });
  expect(document.rosters).toHaveLength(12);
  expect(JSON.stringify(document)).not.toContain("HYPERLINK");
  const broken = await answered(cycle.admin, routes.company());
  const reader = broken.body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  await reader?.cancel();
  for (const email of [cycle.cto, board, cycle.links[0]?.email ?? "", foreign.emails.admin]) {
    expect(await asked(email, routes.company()), email).toBe("404");
  }
  expect(await asked(null, routes.company())).toMatch(/^\/sign-in/);
});

test("the audit log is an admin's, as a sheet without formulas and as a document", async () => {
  const sheet = await answered(cycle.admin, routes.audit("audit.csv"));
  expect(sheet.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const text = await sheet.text();
  expect(text).toContain("'=1+2");
  expect(text).not.toMatch(/(?:^|,|\n)"?[=+@\t]/m);
  const document = await answered(cycle.admin, routes.audit("audit.json"));
  expect(document.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(JSON.stringify(await document.json())).toContain('"=1+2"');
  expect(await asked(cycle.admin, routes.audit("audit.xml"))).toBe("404");
  for (const email of [cycle.cto, board, foreign.emails.admin]) {
    expect(await asked(email, routes.audit("audit.csv")), email).toBe("404");
  }
});

test("what is held about a person is theirs alone, whoever asks", async () => {
  const [first, second] = cycle.links;
  const answer = await answered(first?.email ?? "", routes.own());
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${slug}-your-data.json"`);
  const text = await answer.text();
  expect(text).toContain(first?.email);
  expect(text).not.toContain(second?.email);
  expect(await asked(foreign.emails.member, routes.own())).toBe("404");
  expect(await asked(null, routes.own())).toMatch(/^\/sign-in/);
});
