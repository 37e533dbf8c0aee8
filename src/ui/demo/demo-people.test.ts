import { expect, test } from "vitest";
import { peopleToTry } from "./demo-people";

const person = (name: string, ...roles: string[]) => ({ name, email: `${name}@norrvik.example`, roles });

test("admin, leaders and board come first, and of the executives only a few", () => {
  const people = [
    person("a", "Executive"),
    person("b", "Board"),
    person("c", "VPoE", "CTO"),
    person("d", "Executive"),
    person("e", "Admin"),
    person("f", "Executive"),
    person("g", "Engineer"),
  ];
  const { shown, moreExecutives } = peopleToTry(people);
  expect(shown.map(({ name }) => name)).toEqual(["e", "c", "b", "a", "d", "g"]);
  expect(moreExecutives).toBe(1);
});
