import { expect, test } from "vitest";
import type { Answer } from "./answers";
import type { FrozenReport, SliceReport } from "./report";
import { ballot, ballots, reportOf } from "./report-fixtures";
import type { DeclaredSlice } from "./tally-slices";

const team = (values: Record<string, number>, changed: number | null = null): DeclaredSlice => ({
  name: "team",
  values: Object.entries(values).map(([value, invited]) => ({ value, invited, changed })),
});
const from = (value: string | null, count: number, answer: Answer, more: Record<string, Answer> = {}) =>
  ballots(count, () => ballot(answer, more, value === null ? {} : { slices: { team: value } }));
const teams = { Data: 12, Platform: 14, Product: 12 };

const slicesOf = (report: FrozenReport): SliceReport[] =>
  report.cto.kind === "shown" ? (report.cto.slices ?? []) : [];
const scores = (report: FrozenReport, area = 0) =>
  slicesOf(report)[0]?.values.map(({ value, areas }) => {
    const score = areas[area]?.score;
    return [value, score?.kind === "shown" ? score.value : score?.why];
  });

test("each team has its own mean, and the order is the manifest's", () => {
  const all = [...from("Product", 8, 4), ...from("Data", 8, 2), ...from("Platform", 10, 3)];
  expect(scores(reportOf(all, 38, { slices: [team(teams)] }))).toEqual([
    ["Data", 25],
    ["Platform", 50],
    ["Product", 75],
  ]);
});

test("a team with four answers is withheld and takes the next smallest with it", () => {
  const all = [...from("Product", 8, 4), ...from("Data", 4, 2), ...from("Platform", 10, 3)];
  expect(scores(reportOf(all, 38, { slices: [team(teams)] }))).toEqual([
    ["Data", "too-few-answers"],
    ["Platform", 50],
    ["Product", "would-reveal-another-group"],
  ]);
});

test("the law holds for each area by itself: where a team could not observe, it and another are withheld there only", () => {
  const blind = Object.fromEntries(
    ["cto_outward_1", "cto_outward_2", "cto_outward_3"].map((key) => [key, null] as const),
  );
  const all = [...from("Product", 8, 4), ...from("Data", 8, 2), ...from("Platform", 10, 3)];
  const report = reportOf(all, 38, { slices: [team(teams)] });
  const keys = report.cto.kind === "shown" ? report.cto.dimensions.map(({ key }) => key) : [];
  const outward = keys.indexOf("cto_outward");
  const items = report.cto.kind === "shown" ? (report.cto.dimensions[outward]?.items ?? []) : [];
  const unseen = { ...blind, ...Object.fromEntries(items.map(({ key }) => [key, null])) };
  const partly = [...from("Product", 8, 4), ...from("Data", 8, 2, unseen), ...from("Platform", 10, 3)];
  const result = reportOf(partly, 38, { slices: [team(teams)] });
  expect(scores(result, outward)).toEqual([
    ["Data", "too-few-answers"],
    ["Platform", 50],
    ["Product", "would-reveal-another-group"],
  ]);
  expect(
    scores(
      result,
      keys.findIndex((_, index) => index !== outward),
    )?.[0],
  ).toEqual(["Data", 25]);
});

test("a name or value that was not declared counts for nobody, and no property of an object is mistaken for one", () => {
  const strange = [
    ...ballots(6, () => ballot(5, {}, { slices: { shoe: "44", team: "Sales" } })),
    ...ballots(6, () => ballot(5, {}, { slices: { team: "constructor" } })),
  ];
  const all = [...from("Product", 8, 4), ...from("Data", 8, 2), ...from("Platform", 10, 3), ...strange];
  // They are a part that is never shown, so the smallest team is withheld with them.
  expect(scores(reportOf(all, 50, { slices: [team(teams)] }))).toEqual([
    ["Data", "would-reveal-another-group"],
    ["Platform", 50],
    ["Product", 75],
  ]);
});

test("without declared slices a report carries none, whatever the ballots say", () => {
  const report = reportOf(from("Data", 12, 3), 20);
  expect(report.cto).not.toHaveProperty("slices");
});

test("slices tell scores and changes of areas, and nothing finer", () => {
  const all = [...from("Product", 22, 4), ...from("Data", 22, 2)];
  const [slice] = slicesOf(reportOf(all, 60, { slices: [team({ Data: 30, Product: 30 })] }));
  for (const area of slice?.values.flatMap((value) => value.areas) ?? []) {
    expect(Object.keys(area).sort()).toEqual(["change", "key", "score"]);
  }
});

test("the order of ballots does not change the slices", () => {
  const all = Array.from({ length: 40 }, (_, index) =>
    ballot(((index % 5) + 1) as Answer, {}, { slices: { team: index % 2 ? "Data" : "Product" } }),
  );
  const slices = { slices: [team({ Data: 20, Product: 20 })] };
  expect(reportOf([...all].reverse(), 40, slices)).toEqual(reportOf(all, 40, slices));
});

test("a change is told where the same people were asked, held back where one to four changed, and first where it is new", () => {
  const all = [...from("Product", 10, 4), ...from("Data", 10, 2)];
  const sizes = { Data: 12, Product: 12 };
  const before = reportOf(all, 24, { slices: [team(sizes)] });
  const changes = (slices: DeclaredSlice) => {
    const report = reportOf(all, 24, { slices: [slices], previous: before, rosterChange: 0 });
    return new Set(slicesOf(report)[0]?.values.flatMap(({ areas }) => areas.map(({ change }) => change.kind)));
  };
  expect(changes(team(sizes, 0))).toEqual(new Set(["none"]));
  expect(changes(team(sizes, 3))).toEqual(new Set(["held-back"]));
  expect(changes(team(sizes, null))).toEqual(new Set(["first"]));
  expect(changes(team({ Mobile: 12, Web: 12 }, null))).toEqual(new Set(["first"]));
});

test("a team that was withheld a quarter ago is not compared", () => {
  const few = [...from("Product", 10, 4), ...from("Data", 3, 2), ...from("Web", 6, 3)];
  const all = [...from("Product", 10, 4), ...from("Data", 8, 2), ...from("Web", 8, 3)];
  const slices = { slices: [team({ Data: 10, Product: 12, Web: 10 }, 0)] };
  const report = reportOf(all, 32, { ...slices, previous: reportOf(few, 32, slices), rosterChange: 0 });
  expect(slicesOf(report)[0]?.values.map(({ areas }) => areas[0]?.change)).toEqual([
    { kind: "not-comparable", why: "withheld" },
    expect.objectContaining({ kind: "none" }),
    { kind: "not-comparable", why: "withheld" },
  ]);
});
