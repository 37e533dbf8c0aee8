import { expect, test } from "vitest";
import { refusals, showRefusal } from "./refusal";

type Shown = { path: string; message: string | undefined };

function shownBy(error: Parameters<typeof refusals>[0]): Shown[] {
  const shown: Shown[] = [];
  showRefusal<{ closesOn: string }>(
    error,
    (path, { message }) => shown.push({ path, message: typeof message === "string" ? message : undefined }),
    { closesAt: "closesOn" },
  );
  return shown;
}

test("a refusal about a field is shown at the control that stands for it", () => {
  const error = { message: "Choose a later day.", data: { field: "closesAt", fields: null } };
  expect(shownBy(error)).toEqual([{ path: "closesOn", message: "Choose a later day." }]);
});

test("a refusal about no field is shown above the button", () => {
  expect(shownBy({ message: "A cycle is open.", data: { field: null } })).toEqual([
    { path: "root", message: "A cycle is open." },
  ]);
});

test("a field that the form does not have is still told", () => {
  expect(shownBy({ message: "Taken.", data: { field: "slug" } })).toEqual([{ path: "root", message: "Taken." }]);
});

test("malformed input shows a sentence for each field and never the raw list of problems", () => {
  const error = { message: '[{"code":"invalid"}]', data: { fields: { name: ["Enter a name."], email: undefined } } };
  expect(refusals(error)).toEqual([{ field: "name", message: "Enter a name." }]);
});

test("a lost connection is told in its own words", () => {
  expect(refusals({ message: "Failed to fetch" })).toEqual([{ field: null, message: "Failed to fetch" }]);
});
