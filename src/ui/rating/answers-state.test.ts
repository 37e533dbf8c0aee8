import { expect, test } from "vitest";
import { attributedAnswersSchema } from "@/domain/answers";
import { answeredIn, answerTo, ratingsOf, withAnswer } from "./answers-state";
import type { Question } from "./sections";

const statement: Question = { key: "cto_vision", text: "…", ratings: ["self-cto"], answers: "frequency" };
const owner: Question = { key: "wdw_next", text: "…", ratings: ["self-cto", "self-vpe"], answers: "owner" };

test("an answer can be given, changed and taken back", () => {
  const first = withAnswer({}, statement, 4);
  expect(answerTo(first, statement)).toBe(4);
  expect(answerTo(withAnswer(first, statement, null), statement)).toBeNull();
  expect(withAnswer(first, statement, undefined)["self-cto"]).toEqual({ items: {}, activities: {} });
});

test("one person in both seats says who does what for both", () => {
  const answers = withAnswer({}, owner, "both");
  expect(answers["self-cto"]?.activities).toEqual({ wdw_next: "both" });
  expect(answers["self-vpe"]?.activities).toEqual({ wdw_next: "both" });
});

test("what is kept is what the server takes", () => {
  const answers = withAnswer(withAnswer({}, statement, 5), owner, "cto");
  expect(attributedAnswersSchema.safeParse(answers["self-cto"]).success).toBe(true);
});

test("a section counts its answers, also those that cannot tell, and names the ratings it writes", () => {
  const section = { key: "s", title: "s", about: "cto" as const, stem: "", questions: [statement, owner] };
  expect(answeredIn(section, withAnswer({}, statement, null))).toBe(1);
  expect(ratingsOf(section)).toEqual(["self-cto", "self-vpe"]);
});
