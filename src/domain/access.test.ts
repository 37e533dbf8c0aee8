import { expect, test } from "vitest";
import { type Action, access, may, type Role } from "./access";

const actions = Object.keys(access) as Action[];
const roles: Role[] = ["member", "admin", "board", "cto", "vpe"];
const allowed = (held: Role[]) => actions.filter((action) => may(held, action)).sort();

test("every action has at least one role, every role is a known one, and none stands twice", () => {
  for (const action of actions) {
    const holders: readonly Role[] = access[action];
    expect(holders.length, action).toBeGreaterThan(0);
    expect(
      holders.filter((role) => !roles.includes(role)),
      action,
    ).toEqual([]);
    expect(new Set(holders).size, action).toBe(holders.length);
  }
});

test("somebody without a role may do nothing", () => {
  expect(allowed([])).toEqual([]);
});

test("a plain member sees the company, their invitation, their own data, what was announced and which reports there are, and no more", () => {
  expect(allowed(["member"])).toEqual([
    "commitment.forEngineers",
    "company.overview",
    "invitation.colleagues",
    "invitation.sendMine",
    "report.list",
    "rights.ownData",
  ]);
});

test("an admin reads no report and no rating", () => {
  for (const action of ["report.seat", "report.pair", "report.board", "rating.get", "rating.save"] as const) {
    expect(may(["member", "admin"], action), action).toBe(false);
  }
});

test("people, roster, seats, cycles, settings and the audit log are for admins only", () => {
  const ruled = actions.filter((action) => /^(member|roster|directory|seat|cycle|plan|audit)\./.test(action));
  expect(ruled.length).toBeGreaterThan(20);
  for (const action of [...ruled, "company.setup", "company.settings", "company.update"] as Action[]) {
    expect(access[action], action).toEqual(["admin"]);
  }
});

test("the board reads and shares the board's page, by a key too, and not the leaders' own reports", () => {
  const more = allowed(["member", "board"]).filter((action) => !may(["member"], action));
  expect(more).toEqual([
    "apiKey.create",
    "apiKey.list",
    "apiKey.revoke",
    "report.board",
    "share.create",
    "share.list",
    "share.revoke",
  ]);
});

test("the two leaders read the same kinds of reports, sign their own ratings, words and commitments, and run nothing", () => {
  const more = (role: Role) => allowed(["member", role]).filter((action) => !may(["member"], action));
  expect(more("cto")).toEqual([
    "apiKey.create",
    "apiKey.list",
    "apiKey.revoke",
    "comment.flag",
    "commitment.close",
    "commitment.list",
    "commitment.save",
    "commitment.share",
    "rating.get",
    "rating.save",
    "report.board",
    "report.pair",
    "report.seat",
    "statement.mine",
    "statement.save",
  ]);
  expect(more("vpe")).toEqual(more("cto"));
});

test("roles add up: with two roles one may do what either allows, and nothing else", () => {
  for (const one of roles) {
    for (const two of roles) {
      expect(allowed([one, two])).toEqual([...new Set([...allowed([one]), ...allowed([two])])].sort());
    }
  }
});
