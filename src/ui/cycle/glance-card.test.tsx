import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GlanceQuarter } from "@/domain/glance";
import { GlanceCard } from "./glance-card";

const quarter = (change: Partial<GlanceQuarter>): GlanceQuarter => ({
  quarter: "2026-Q2",
  phase: "released",
  groups: [{ group: "engineer", invited: 38, participation: { kind: "exact", answers: 31, percent: 82 } }],
  rosterChange: 3,
  remindersSent: 2,
  failedMails: 1,
  ...change,
});
const html = (quarters: GlanceQuarter[]) => renderToStaticMarkup(<GlanceCard quarters={quarters} />);
const rows = (quarters: GlanceQuarter[]) =>
  [...html(quarters).matchAll(/<tr>(.*?)<\/tr>/g)].slice(1).map(([, row = ""]) =>
    row
      .replace(/<span.*?<\/span>/g, "")
      .replace(/<[^>]+>/g, "|")
      .replaceAll("\u00a0", " ")
      .split("|")
      .filter(Boolean),
  );

test("every value of the picture stands in the table, the newest quarter first", () => {
  const open = quarter({
    quarter: "2026-Q3",
    phase: "open",
    groups: [
      { group: "engineer", invited: 38, participation: { kind: "steps", percent: 60 } },
      { group: "executive", invited: 9, participation: { kind: "few" } },
    ],
    rosterChange: null,
    remindersSent: 0,
    failedMails: 0,
  });
  expect(rows([quarter({}), open])).toEqual([
    ["Q3 2026", "60 % of 38 collected", "fewer than 5 of 9", "–", "0", "0"],
    ["Q2 2026", "31 of 38, 82 %", "not asked as a group", "3", "2", "1"],
  ]);
});

test("below 5 there is a hatch and no bar", () => {
  const few = html([quarter({ groups: [{ group: "engineer", invited: 9, participation: { kind: "few" } }] })]);
  expect(few).toContain("url(#hatch)");
  expect(few).not.toContain("var(--ink-3)");
});

test("the picture stands upright in wide places and lies in narrow ones, with the same numbers", () => {
  const [wide = "", narrow = ""] = html([quarter({})]).match(/<svg [^>]*role="img".*?<\/svg>/gs) ?? [];
  for (const picture of [wide, narrow]) {
    expect(picture).toContain(">82<");
    expect(picture).toContain(">Q2 26<");
  }
});
