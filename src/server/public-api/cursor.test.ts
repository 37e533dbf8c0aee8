import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorAt, pageAfter, placeOf } from "./cursor";

type Item = { quarter: string };
const keyOf = ({ quarter }: Item) => quarter;
const quarters = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 2026, max: 2040 }), fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  )
  .map((some) =>
    some
      .sort()
      .reverse()
      .map((quarter): Item => ({ quarter })),
  );

function walk(listAt: (page: number) => Item[], limit: number): string[] {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 200; page += 1) {
    const { items, nextCursor } = pageAfter("cycles", listAt(page), keyOf, { cursor, limit });
    seen.push(...items.map(keyOf));
    if (nextCursor === null) return seen;
    cursor = nextCursor;
  }
  throw new Error("the walk does not end");
}

test("whoever follows the cursors meets every item once, in order", () => {
  fc.assert(
    fc.property(quarters, fc.integer({ min: 1, max: 9 }), (items, limit) => {
      expect(walk(() => items, limit)).toEqual(items.map(keyOf));
    }),
  );
});

test("items that come or go between two pages move none of the others", () => {
  fc.assert(
    fc.property(quarters, fc.integer({ min: 1, max: 5 }), fc.nat(60), (items, limit, gone) => {
      const without = items.filter((_, index) => index !== gone);
      const newer = { quarter: "2041-Q1" };
      const seen = walk((page) => (page === 0 ? items : [newer, ...without]), limit);
      for (const { quarter } of without) expect(seen.filter((its) => its === quarter)).toEqual([quarter]);
      expect(seen).not.toContain(newer.quarter);
    }),
  );
});

test("a cursor of another list, a changed one and anything made up is refused", () => {
  expect(placeOf("cycles", cursorAt("cycles", "2031-Q1"))).toBe("2031-Q1");
  expect(placeOf("cycles", undefined)).toBeUndefined();
  expect(() => placeOf("reports", cursorAt("cycles", "2031-Q1"))).toThrow(/as it is/);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => placeOf("cycles", text)).toThrow(/as it is/);
    }),
  );
});
