import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { cycleNameSchema } from "./ballot";
import { cycleName, parseCycleName, quarterAfter, quarterLabel, quarterOf, quarterSchema } from "./quarter";

const quarter = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}-Q${number}`);
const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);

test("four quarters make a year, in both directions and over its end", () => {
  expect(quarterAfter("2026-Q1")).toBe("2026-Q2");
  expect(quarterAfter("2026-Q4")).toBe("2027-Q1");
  expect(quarterAfter("2026-Q1", -1)).toBe("2025-Q4");
  expect(quarterAfter("2026-Q3", 6)).toBe("2028-Q1");
  expect(quarterAfter("2026-Q3", -7)).toBe("2024-Q4");
  expect(quarterAfter("1999-Q4")).toBe("2000-Q1");
  expect(quarterAfter("2026-Q2", 0)).toBe("2026-Q2");
});

test("steps add up, go back, and keep the order of time", () => {
  const steps = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(quarter, steps, steps, (start, one, two) => {
      expect(quarterAfter(quarterAfter(start, one), two)).toBe(quarterAfter(start, one + two));
      expect(quarterAfter(quarterAfter(start, one), -one)).toBe(start);
      expect(quarterSchema.safeParse(quarterAfter(start, one)).success).toBe(true);
      expect(quarterAfter(start, 1) > start).toBe(true);
    }),
  );
});

test("the quarter after a moment's is the quarter three months later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 0, max: 11 }), (year, month) => {
      const now = new Date(Date.UTC(year, month, 15));
      const later = new Date(Date.UTC(year, month + 3, 15));
      expect(quarterAfter(quarterOf(now))).toBe(quarterOf(later));
    }),
  );
});

afterEach(() => vi.unstubAllEnvs());

test.each(["UTC", "Pacific/Auckland", "America/Los_Angeles"])(
  "seen from %s, a moment belongs to the quarter it has in UTC",
  (zone) => {
    vi.stubEnv("TZ", zone);
    expect(quarterOf(new Date("2026-03-31T23:59:59.999Z"))).toBe("2026-Q1");
    expect(quarterOf(new Date("2026-04-01T00:00:00.000Z"))).toBe("2026-Q2");
    expect(quarterOf(new Date("2026-04-01T01:00:00.000+02:00"))).toBe("2026-Q1");
    expect(quarterOf(new Date("2026-12-31T23:59:59.999Z"))).toBe("2026-Q4");
  },
);

test("a label puts the quarter before the year", () => {
  expect(quarterLabel("2026-Q2")).toBe("Q2 2026");
  expect(quarterLabel("2031-Q4")).toBe("Q4 2031");
});

test.each(["2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "2026Q1", "Q1-2026", "2026-Q1 ", "x2026-Q1", "2026-Q1\n", ""])(
  "%j is not a quarter",
  (text) => {
    expect(quarterSchema.safeParse(text).success).toBe(false);
  },
);

test("a cycle's name is the slug and the quarter", () => {
  expect(cycleName("norrvik", "2026-Q2")).toBe("norrvik-2026-q2");
  expect(parseCycleName("norrvik-2026-q2")).toEqual({ slug: "norrvik", quarter: "2026-Q2" });
});

test("slug and quarter come back from a cycle's name, whatever hyphens and digits the slug has", () => {
  fc.assert(
    fc.property(slug, quarter, (company, when) => {
      const name = cycleName(company, when);
      expect(parseCycleName(name)).toEqual({ slug: company, quarter: when });
      expect(cycleNameSchema.safeParse(name).success).toBe(true);
    }),
  );
  for (const company of ["a-2026-q1", "2026", "q4", "3m", "x-1-2-3", "2026-q1-2026-q1"]) {
    expect(parseCycleName(cycleName(company, "2027-Q3"))).toEqual({ slug: company, quarter: "2027-Q3" });
  }
});
