import { expect, test } from "vitest";
import golden from "./golden-values.json" with { type: "json" };
import type { RoleMap } from "./report";
import { ballot, ballots, owners, reportOf } from "./report-fixtures";
import { type OwnedActivity, roleNumbers } from "./report-role-map";

const mapOf = (count: number, engineers: Parameters<typeof ballots>[1]): RoleMap => {
  const { pair } = reportOf(ballots(count, engineers), 40);
  if (pair.kind === "withheld") throw new Error("pair withheld");
  return pair.roleMap;
};

test.each(golden.F16_role_map)(
  "F16: who acts as whom, and how confused the roles are",
  ({ rows, owner, cto_as_vpe, vpe_as_cto, role_confusion }) => {
    const owned = Object.entries(rows).map(
      ([key, counts]): OwnedActivity => ({ owner: owner[key as keyof typeof owner] === "cto" ? "cto" : "vpe", counts }),
    );
    const numbers = roleNumbers(owned);
    expect(numbers.ctoActsAsVpe).toBeCloseTo(cto_as_vpe, 4);
    expect(numbers.vpeActsAsCto).toBeCloseTo(vpe_as_cto, 4);
    expect(numbers.roleConfusion).toBeCloseTo(role_confusion, 4);
  },
);

test("three numbers from five answers, the map from twenty", () => {
  const engineer = (index: number) => ballot(4, {}, { activities: index < 5 ? owners("both") : {} });
  expect(mapOf(5, (index) => engineer(index + 1)).kind).toBe("withheld");
  expect(mapOf(5, engineer)).toMatchObject({ kind: "shown", answers: 5, roleConfusion: 0, rows: null });
  const full = mapOf(20, () => ballot(4, {}, { activities: owners("both") }));
  expect(full.kind === "shown" && full.rows?.length).toBe(10);
});

test("cells of nobody, one and two people look alike, the others are in steps of five", () => {
  const map = mapOf(22, (index) =>
    ballot(
      4,
      {},
      { activities: { ...owners("both"), wdw_hiring: index < 12 ? "cto" : index < 20 ? "vpe" : "neither" } },
    ),
  );
  const row = map.kind === "shown" ? map.rows?.find(({ key }) => key === "wdw_hiring") : undefined;
  expect(row).toMatchObject({ owner: "vpe", shares: { cto: 55, vpe: 35, both: "–", neither: "–" } });
});

test("a row with fewer than twenty answers of its own shows no shares", () => {
  const map = mapOf(22, (index) =>
    ballot(4, {}, { activities: { ...owners("cto"), wdw_help: index < 15 ? "vpe" : null } }),
  );
  const rows = map.kind === "shown" ? map.rows : null;
  expect(rows?.find(({ key }) => key === "wdw_help")).toMatchObject({ withheld: true, shares: { vpe: "–" } });
  expect(rows?.find(({ key }) => key === "wdw_hiring")?.withheld).toBeUndefined();
});

test("when everybody says the same, the number does not say that everybody did", () => {
  const map = mapOf(5, () => ballot(4, {}, { activities: owners("cto") }));
  expect(map).toMatchObject({ kind: "shown", ctoActsAsVpe: 90, vpeActsAsCto: 0 });
});
