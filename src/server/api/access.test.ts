import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { type Action, access, may, type Role } from "@/domain/access";
import { appRouter, createCaller } from "@/server/api/root";
import { companyWithEveryRole, emptyCompany } from "../../../prisma/test-companies";

/** Procedures outside the ladder's company step: open to visitors, or to anybody who is signed in. */
const outside: Record<string, "visitor" | "person" | "demo"> = {
  "company.signUp": "visitor",
  "company.mine": "person",
  "signOn.offer": "visitor",
  "session.list": "person",
  "session.end": "person",
  "session.endOthers": "person",
  "demo.people": "demo",
  "demo.outbox": "demo",
};

const procedures = Object.keys(appRouter._def.procedures);
const roles: Role[] = ["member", "admin", "board", "cto", "vpe"];

/** Inputs that pass validation, so that a refusal is the gate's and not the parser's. */
const id = "00000000-0000-4000-8000-000000000000";
const inputs: Partial<Record<Action, Record<string, unknown>>> = {
  "company.update": { name: "Same", contact: "a@b.example", mailDomains: ["b.example"] },
  "company.setReportOptions": { neutralLabelsOnly: false, commentsAfterDay: false },
  "member.invite": { email: "new@b.example", name: "New", admin: false, board: true },
  "member.setRoles": { memberId: id, admin: false, board: false },
  "member.remove": { memberId: id },
  "seat.assign": { seat: "cto", email: "new@b.example", name: "New" },
  "seat.vacate": { seat: "cto" },
  "roster.walk": { after: "", limit: 10 },
  "roster.preview": { text: "name,email\nAda,ada@b.example" },
  "roster.import": { importId: id },
  "roster.fixRow": { importId: id, line: 1 },
  "roster.applyImport": { importId: id, comparison: "0".repeat(64) },
  "roster.discard": { importId: id },
  "directory.saveMapping": { mapping: [] },
  "directory.applyChanges": { comparison: "0".repeat(64) },
  "directory.discard": { comparison: "0".repeat(64) },
  "cycle.create": { quarter: "2031-Q1", closesAt: new Date("2031-02-01") },
  "cycle.update": { quarter: "2031-Q1", closesAt: new Date("2031-02-01") },
  "cycle.hold": { quarter: "2031-Q1", reason: "The auditors ask for time." },
  "cycle.setBoardDelay": { quarter: "2031-Q1", hours: 72 },
  "cycle.setBoardWords": { quarter: "2031-Q1", headline: null, question: null },
  "cycle.markBounced": { quarter: "2031-Q1", email: "a@b.example", bounced: true },
  "plan.setReminders": { quarter: "2031-Q1", on: false },
  "plan.saveTemplate": {
    opens: { kind: "offset", days: 7 },
    daysOpen: 14,
    castsAfterDays: null,
    releaseAfterDays: null,
    sliceNames: [],
  },
  "plan.pauseTemplate": { paused: true },
  "rating.save": { quarter: "2031-Q1", kind: "self", seat: "cto", answers: { items: {}, activities: {} } },
  "report.seat": { quarter: "2031-Q1", seat: "cto" },
  "comment.flag": { quarter: "2031-Q1", commentId: id, reason: "insult" },
  "comment.decide": { quarter: "2031-Q1", flagId: id, decision: "keep" },
  "share.create": { quarter: "2031-Q1", label: "Board pack", days: 7 },
  "share.revoke": { shareId: id },
  "event.add": { quarter: "2031-Q1", label: "Two teams merged" },
  "event.remove": { eventId: id },
  "statement.save": { quarter: "2031-Q1", seat: "cto", text: "Heard." },
  "commitment.list": { quarter: "2031-Q1", seat: "cto" },
  "commitment.save": {
    quarter: "2031-Q1",
    seat: "cto",
    kind: "pattern",
    subject: "critic",
    action: "Ask first.",
    dueOn: "2031-02-01",
  },
  "commitment.share": { quarter: "2031-Q1", seat: "cto", kind: "pattern" },
  "commitment.close": { quarter: "2031-Q1", seat: "cto", kind: "pattern", outcome: "kept" },
  "rights.erase": { email: "nobody@b.example" },
  "rights.exportPage": { part: "members", page: 0 },
  "rights.requestDeletion": { name: "Another name" },
  "rights.setRetention": { cycles: 8 },
  "apiKey.create": { name: "A program", scopes: ["roster:read"], days: 30 },
  "apiKey.revoke": { keyId: id },
  "signOn.save": { issuer: "https://id.b.example", clientId: "tandem", clientSecret: "secret" },
  "signOn.verifyDomain": { domain: "b.example" },
  "signOn.forgetDomain": { domain: "b.example" },
  "signOn.require": { breakGlass: [id] },
  "webhook.create": {
    kind: "webhook",
    name: "Ours",
    address: "https://hooks.b.example/in",
    events: ["cycle.opened"],
  },
  "webhook.update": { webhookId: id, name: "Ours", address: "", events: ["cycle.opened"] },
  "webhook.remove": { webhookId: id },
  "webhook.rotateSecret": { webhookId: id },
  "webhook.sendTest": { webhookId: id },
  "webhook.switchOn": { webhookId: id },
  "webhook.redeliver": { deliveryId: id },
  "audit.list": { page: 0 },
};
const inputOf = (action: Action) => inputs[action] ?? { quarter: "2031-Q1" };

type Procedure = (input: unknown) => Promise<unknown>;

async function outcome(email: string | null, company: string, action: string): Promise<string> {
  const caller = createCaller({ email, now: new Date("2031-01-10") });
  const [noun = "", verb = ""] = action.split(".");
  const procedure = (caller as unknown as Record<string, Record<string, Procedure>>)[noun]?.[verb];
  try {
    await procedure?.({ company, ...inputOf(action as Action) });
    return "OK";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return error.code === "NOT_FOUND" && error.message !== "There is nothing at this address." ? "LAW" : error.code;
  }
}

let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
let foreign: { slug: string };

beforeAll(async () => {
  own = await companyWithEveryRole("own-company");
  foreign = await emptyCompany("foreign-company");
});

test("every procedure is in the access table or is open on purpose", () => {
  expect(procedures.filter((path) => !(path in access) && !(path in outside))).toEqual([]);
  expect(Object.keys(access).filter((path) => !procedures.includes(path))).toEqual([]);
});

describe.each(Object.keys(access) as Action[])("%s", (action) => {
  test("a visitor is asked to sign in", async () => {
    expect(await outcome(null, own.slug, action)).toBe("UNAUTHORIZED");
  });

  test("nobody reaches a foreign or an unknown company, whatever their role at home", async () => {
    for (const role of roles) {
      expect(await outcome(own.emails[role], foreign.slug, action), role).toBe("NOT_FOUND");
      expect(await outcome(own.emails[role], "no-such-company", action), role).toBe("NOT_FOUND");
    }
  });

  test("a role without the permission finds nothing", async () => {
    for (const role of roles.filter((candidate) => !may([candidate, "member"], action))) {
      expect(await outcome(own.emails[role], own.slug, action), role).toBe("NOT_FOUND");
    }
  });
});
