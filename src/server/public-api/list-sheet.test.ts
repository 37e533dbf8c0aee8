import fc from "fast-check";
import { expect, test } from "vitest";
import { rowReader } from "@/domain/roster-draft";
import { readDraft } from "@/server/roster/draft";
import { listSheet } from "./list-sheet";

const value = fc.string({ unit: fc.constantFrom(..."aZ09 ,;\"'=+-@|\t.é漢"), maxLength: 12 });
const person = fc.record({ email: fc.constant("ada@norrvik.example"), name: value, team: value, site: value });

test("whatever stands in a list, the reading of sheets meets the same values on the same lines", () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
      const draft = readDraft({ text: listSheet(people) });
      const read = rowReader(draft.columns);
      const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, " ");
      expect(draft.rows.map((row) => [row.line, read(row).name, read(row).team])).toEqual(
        people.map(({ email, name, team }, index) => [
          index + 2,
          oneLine(name) || read({ line: 0, cells: ["", email] }).name,
          oneLine(team),
        ]),
      );
    }),
  );
});

test("a column that nobody fills is not in the sheet", () => {
  expect(listSheet([{ email: "ada@norrvik.example" }])).toBe('E-mail\r\n"ada@norrvik.example"');
  expect(listSheet([{ email: "a@b.example", timeZone: "UTC" }, { email: "c@b.example" }])).toBe(
    'E-mail,Time zone\r\n"a@b.example","UTC"\r\n"c@b.example",""',
  );
});
