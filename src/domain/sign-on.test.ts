import { expect, test } from "vitest";
import { entryOf, holdsProof, issuedInFuture, issuerSchema, proofValue, requireSignOnInput } from "./sign-on";
import { problemForAdmin, problemForPerson, readSignOnProblem, signOnProblems, wayRound } from "./sign-on-problem";

test("a company that asks for its own sign-in lets in who came through it, and named admins past it", () => {
  for (const ownSignIn of [false, true]) {
    for (const breakGlass of [false, true]) {
      expect(entryOf({ ownSignIn, breakGlass }, true)).toBe("open");
      expect(entryOf({ ownSignIn, breakGlass }, false)).toBe(
        ownSignIn ? (breakGlass ? "break-glass" : "own-sign-in") : "open",
      );
    }
  }
});

test("an issuer is an https address without a query; the address of its configuration is shortened to it", () => {
  expect(issuerSchema.parse(" https://id.example.com/realms/a/.well-known/openid-configuration ")).toBe(
    "https://id.example.com/realms/a",
  );
  for (const wrong of ["http://id.example.com", "https://", "javascript:alert(1)", "https://id.example.com/?a"]) {
    expect(issuerSchema.safeParse(wrong).success, wrong).toBe(false);
  }
});

test("a proof is one whole record, whichever parts it comes in", () => {
  expect(holdsProof([["v=spf1"], ["tandem-", "verification=abc"]], "abc")).toBe(true);
  expect(holdsProof([[`${proofValue("abc")}d`], ["abc"]], "abc")).toBe(false);
  expect(holdsProof([], "abc")).toBe(false);
});

test("a token may be dated a minute ahead and no more", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  expect(issuedInFuture(now.getTime() / 1000 + 60, now)).toBe(false);
  expect(issuedInFuture(now.getTime() / 1000 + 61, now)).toBe(true);
});

test("one or two admins are named for break-glass", () => {
  const ids = (count: number) => Array.from({ length: count }, () => "00000000-0000-4000-8000-000000000000");
  const valid = [0, 1, 2, 3].map((count) => requireSignOnInput.safeParse({ breakGlass: ids(count) }).success);
  expect(valid).toEqual([false, true, true, false]);
});

test("every problem has words for the person, and only known ones are shown", () => {
  for (const problem of signOnProblems) {
    expect(problemForPerson[problem].title.length).toBeGreaterThan(10);
    expect(problemForAdmin).toHaveProperty(problem);
    expect(readSignOnProblem(problem)).toBe(problem);
  }
  for (const unknown of ["<b>", undefined, ["clock"]]) expect(readSignOnProblem(unknown)).toBeNull();
});

test("whoever cannot get through the provider is told of a way that is open to them, or whom to ask", () => {
  expect(wayRound("unreachable", false)).toBe("Meanwhile a link by mail lets you in as well.");
  expect(wayRound("unreachable", true)).toMatch(/only the admins whom your company named.*Ask one of them/);
  for (const again of ["attempt", "cancelled", "code-refused", "off", "not-a-member"] as const) {
    expect(wayRound(again, true)).toBeNull();
  }
});
