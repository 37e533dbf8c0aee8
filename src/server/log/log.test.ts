import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { kindOf, log, logLine, logTimeless } from "./log";

afterEach(() => {
  vi.restoreAllMocks();
});

test("whatever a field holds, an event is one line of JSON that says the same again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const line = logLine("warn", "mail failed", { reason: text });
      // Nothing that breaks a line or a terminal: no control character, no separator, no turn of direction.
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/u);
      expect(JSON.parse(line)).toEqual({ level: "warn", event: "mail failed", reason: text });
    }),
  );
});

test("a forged second line stays inside its field", () => {
  const line = logLine("error", "job failed", { reason: 'x"}\n{"level":"info","event":"all is well"}' });
  expect(line.split(/\r|\n/)).toHaveLength(1);
  expect(JSON.parse(line).event).toBe("job failed");
});

test("a long text is cut", () => {
  expect(logLine("info", "x", { text: "a".repeat(10_000) }).length).toBeLessThan(400);
});

test("events carry their time, those of the ballot routes do not", () => {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  log("error", "fault", { procedure: "cycle.open" });
  logTimeless("error", "ballot fault", { procedure: "cast" });
  expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
    ["at", "level", "event", "procedure"],
    ["level", "event", "procedure"],
  ]);
});

test("of an error its kind is told and not its words", () => {
  expect(kindOf(new RangeError("ada@norrvik.example"))).toBe("RangeError");
  expect(kindOf("ada@norrvik.example")).toBe("Error");
});
