import fc from "fast-check";
import { expect, test } from "vitest";
import { identifyingHints, withReplacement } from "./hints";

const roster = [
  { name: "Priya Natarajan", email: "priya.n@norrvik.example" },
  { name: "Åsa Öberg-Lind", email: "asa@norrvik.example" },
  { name: "Bo Li", email: "bo@norrvik.example" },
];
const found = (text: string) =>
  identifyingHints(text, roster).map((hint) => [hint.kind, text.slice(hint.start, hint.end)]);

test("a colleague's name is found, alone, in full, and with letters beyond ASCII", () => {
  expect(found("Then Priya heard it.")).toEqual([["name", "Priya"]]);
  expect(found("Priya Natarajan's date")).toEqual([["name", "Priya Natarajan"]]);
  expect(found("I asked Åsa and Öberg-Lind.")).toEqual([
    ["name", "Åsa"],
    ["name", "Öberg-Lind"],
  ]);
  expect(found("ask priya.n about it")).toEqual([["name", "priya.n"]]);
});

test("a name inside another word, or of two letters, is not a name", () => {
  expect(found("The Priyanka lake and a boat")).toEqual([]);
  expect(found("Bo knows")).toEqual([]);
});

test("addresses and links are found without the full stop behind them", () => {
  expect(found("Write to jo.p@mail.example.com.")).toEqual([["address", "jo.p@mail.example.com"]]);
  expect(found("See https://wiki.norrvik.se/a?b=1.")).toEqual([["link", "https://wiki.norrvik.se/a?b=1"]]);
  expect(found("It is on wiki.norrvik.io/plan, page 2")).toEqual([["link", "wiki.norrvik.io/plan"]]);
});

test("ticket codes and code names are found", () => {
  expect(found("Since PAY-1234 and #482 we wait")).toEqual([
    ["code", "PAY-1234"],
    ["code", "#482"],
  ]);
  expect(found("In Project Falcon it went well")).toEqual([["code", "Project Falcon"]]);
  expect(found("The CTO and the API are fine, the project too")).toEqual([]);
});

test.each([
  ["In the review on 14 May we heard it", "on 14 May"],
  ["It was May 14th, 2026 or so", "May 14th, 2026"],
  ["on 2026-05-14 we met", "on 2026-05-14"],
  ["We met 14.05.2026 there", "14.05.2026"],
  ["last Thursday was hard", "last Thursday"],
  ["the 3rd of June", "the 3rd of June"],
])("a date is found: %s", (text, date) => {
  expect(found(text)).toEqual([["date", date]]);
});

test("numbers and the word may are not dates", () => {
  expect(found("You may ask 3 people, in 2 of 5 cases, by version 1.2")).toEqual([]);
});

test("words that describe one person are found", () => {
  expect(found("As the only Rust engineer here, I wait")).toEqual([["only", "As the only Rust engineer here"]]);
  expect(found("I’m the newest on the team.")).toEqual([["only", "I’m the newest on the team"]]);
  expect(found("The only thing I ask for is time")).toEqual([]);
});

test("a replacement is put in place, with a capital at the start of a sentence", () => {
  const text = "Good. Priya helped Priya.";
  const [first, second] = identifyingHints(text, roster);
  expect(first && withReplacement(text, first)).toBe("Good. A colleague helped Priya.");
  expect(second && withReplacement(text, second)).toBe("Good. Priya helped a colleague.");
});

test("using every hint ends: no replacement is hinted at again", () => {
  let text = "As the only one, Priya wrote PAY-1 to a@b.co on 14 May, see https://x.se/y and Project Owl.";
  for (let round = 0; round < 20; round += 1) {
    const [hint] = identifyingHints(text, roster);
    if (!hint) break;
    text = withReplacement(text, hint);
  }
  expect(identifyingHints(text, roster)).toEqual([]);
});

test("hints lie inside the text, in order, without overlap, for any text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      let last = 0;
      for (const hint of identifyingHints(text, roster)) {
        expect(hint.start).toBeGreaterThanOrEqual(last);
        expect(hint.end).toBeGreaterThan(hint.start);
        expect(hint.end).toBeLessThanOrEqual(text.length);
        last = hint.end;
      }
    }),
  );
});

test("a long text full of dots and words is read in well under a second", () => {
  const text = "a.b.c-d ".repeat(75) + "x@".repeat(20);
  const start = performance.now();
  identifyingHints(text, roster);
  expect(performance.now() - start).toBeLessThan(500);
});
