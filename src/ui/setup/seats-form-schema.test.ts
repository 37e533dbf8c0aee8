import { expect, test } from "vitest";
import { type Arrangement, arrangementOf, seatChanges, seatsFormSchema } from "./seats-form-schema";

const ada = { name: "Ada Berg", email: "ada@norrvik.com" };
const jon = { name: "Jon Aasen", email: "jon@norrvik.com" };
const nobody = { name: "", email: "" };
const problems = (arrangement: Arrangement, cto = nobody, vpe = nobody) =>
  seatsFormSchema.safeParse({ arrangement, cto, vpe }).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("only the persons that the arrangement asks for must be typed", () => {
  expect(problems("two-people", ada, nobody)).toEqual(["vpe.name", "vpe.email"]);
  expect(problems("one-person", ada)).toEqual([]);
  expect(problems("cto-only", ada)).toEqual([]);
  expect(problems("vpe-only", nobody, jon)).toEqual([]);
  expect(problems("vpe-only", ada, nobody)).toEqual(["vpe.name", "vpe.email"]);
});

test("two people are two addresses", () => {
  expect(problems("two-people", ada, { ...jon, email: " ADA@norrvik.com" })).toEqual(["vpe.email"]);
});

test("each arrangement says who sits where, and which seat is vacated", () => {
  const changes = (arrangement: Arrangement) => seatChanges({ arrangement, cto: ada, vpe: jon });
  expect(changes("two-people")).toEqual({ cto: ada, vpe: jon });
  expect(changes("one-person")).toEqual({ cto: ada, vpe: ada });
  expect(changes("cto-only")).toEqual({ cto: ada, vpe: null });
  expect(changes("vpe-only")).toEqual({ cto: null, vpe: jon });
});

test("the present arrangement is read from who holds the seats", () => {
  const [a, b] = [{ memberId: "a" }, { memberId: "b" }];
  expect(arrangementOf({ cto: a, vpe: b })).toBe("two-people");
  expect(arrangementOf({ cto: a, vpe: a })).toBe("one-person");
  expect(arrangementOf({ cto: a, vpe: null })).toBe("cto-only");
  expect(arrangementOf({ cto: null, vpe: b })).toBe("vpe-only");
  expect(arrangementOf({ cto: null, vpe: null })).toBe("two-people");
});
