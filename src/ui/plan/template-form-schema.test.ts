import { expect, test } from "vitest";
import { problemsOf, templateFrom, typedFrom } from "./template-form-schema";

const read = (change: Partial<ReturnType<typeof typedFrom>> = {}) => templateFrom({ ...typedFrom(null), ...change });
const problem = (change: Parameters<typeof read>[0]) => {
  const result = read(change);
  return result.success ? [] : problemsOf(result.error).map(({ field }) => field);
};

test("the form begins with the second Tuesday, two weeks, one sitting and a release by an admin", () => {
  expect(read().data).toEqual({
    opens: { kind: "weekday", nth: 2, weekday: 2 },
    daysOpen: 14,
    castsAfterDays: null,
    releaseAfterDays: null,
    sliceNames: [],
  });
});

test("a saved template comes back as it was typed", () => {
  const made = read({
    rule: "offset",
    days: "7",
    daysOpen: "10",
    castsAfterDays: "5",
    releaseAfterDays: "9",
    sliceNames: ["team", "site"],
  }).data;
  expect(made?.sliceNames).toEqual(["team", "site"]);
  expect(made && templateFrom(typedFrom(made)).data).toEqual(made);
});

test("what is wrong is told at its own field", () => {
  expect(problem({ daysOpen: "" })).toEqual(["daysOpen"]);
  expect(problem({ rule: "offset", days: "99" })).toEqual(["days"]);
  expect(problem({ nth: "x" })).toEqual(["nth"]);
  expect(problem({ releaseAfterDays: "7" })).toEqual(["releaseAfterDays"]);
  expect(problem({ castsAfterDays: "13" })).toEqual(["castsAfterDays"]);
});
