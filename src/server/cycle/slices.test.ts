import { beforeAll, expect, test } from "vitest";
import { quarterLabel } from "@/domain/quarter";
import type { SeatReport } from "@/domain/report";
import { withCompany } from "@/server/db/with-company";
import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

const wire = wireAt(testNow);
const later = new Date(testNow.getTime() + 10 * 86_400_000);
let cycle: TestCycle;
const ref = () => ({ company: cycle.slug, quarter: testQuarter });

/** Ten in Platform, nine in Product, four in Data and four in no team at all. */
const teamOf = (engineer: number) =>
  engineer < 10 ? "Platform" : engineer < 19 ? "Product" : engineer < 23 ? "Data" : "";
const linkOf = (engineer: number) => {
  const found = cycle.links.find(({ email }) => email === `engineer${engineer}@sliced.example`);
  if (!found) throw new Error("no invitation");
  return found.link;
};

beforeAll(async () => {
  cycle = await openTestCycle("sliced", { engineers: 27, teamOf });
});

test("the manifest names the teams that will speak, and the small ones and people without a team as one", async () => {
  const { manifest } = await wire.ballot.manifest({ cycle: `sliced-${testQuarter.toLowerCase()}` });
  expect(JSON.parse(manifest).slices).toEqual([{ name: "team", values: ["Platform", "Product", "All other teams"] }]);
});

test.each([
  [3, "Platform"],
  [20, "All other teams"],
  [25, "All other teams"],
])("engineer %i is told their own value as the manifest has it: %s", async (engineer, team) => {
  const { cycle: name, invitation } = linkOf(engineer);
  expect((await wire.claim.manifest({ cycle: name, invitation })).slices).toEqual({ team });
});

test("once open the split is fixed, for the application and in the database", async () => {
  const admin = callerFor(cycle.admin, testNow);
  await expect(admin.cycle.setSlices({ ...ref(), sliceNames: [] })).rejects.toThrow(/fixed once a cycle is open/);
  const { companyId, cycleId } = cycle;
  const change = withCompany({ companyId }, (tx) =>
    tx.cycle.update({ where: { companyId_id: { companyId, id: cycleId } }, data: { sliceNames: [] } }),
  );
  await expect(change).rejects.toThrow();
});

test("while open the admin sees per team at least five or not yet, by collected ballots, and never a number", async () => {
  const seen = () => callerFor(cycle.admin, later).cycle.get(ref());
  for (const engineer of [0, 1, 2, 3]) await answerInvitation(wire, linkOf(engineer), plainBallot(4));
  const platform = { value: "Platform", enough: false };
  const others = [{ value: "Product", enough: false }, { value: "All other teams", enough: false }]; // biome-ignore format: a row
  expect((await seen()).slices).toEqual([{ name: "team", values: [platform, ...others] }]);
  // The fifth only collects and never casts: the mark says nothing about casting.
  await answerInvitation(wire, linkOf(4), null);
  expect((await seen()).slices).toEqual([{ name: "team", values: [{ ...platform, enough: true }, ...others] }]);
});

test("the leader reads scores by team and nobody else does; the board page has no team", async () => {
  for (const engineer of [5, 6, 7]) await answerInvitation(wire, linkOf(engineer), plainBallot(4));
  for (const engineer of [10, 11, 12, 13, 14, 15]) await answerInvitation(wire, linkOf(engineer), plainBallot(2));
  for (const engineer of [19, 20, 21, 23, 24, 25]) await answerInvitation(wire, linkOf(engineer), plainBallot(3));
  const admin = callerFor(cycle.admin, later);
  await admin.cycle.close(ref());
  await tallyCycle(cycle);
  await admin.cycle.release(ref());
  const { report } = await callerFor(cycle.cto, later).report.seat({ ...ref(), seat: "cto" });
  const slices = report.kind === "shown" ? report.slices : undefined;
  expect(slices?.map(({ name, values }) => [name, values.map(({ value, invited, areas }) => [value, invited, areas[0]?.score])])).toMatchObject([
    ["team", [["Platform", 10, { value: 75 }], ["Product", 9, { value: 25 }], ["All other teams", 8, { value: 50 }]]],
  ]); // biome-ignore format: a table
  const board = await callerFor(cycle.vpe, later).report.board(ref());
  const pair = await callerFor(cycle.vpe, later).report.pair(ref());
  for (const page of [board, pair]) expect(JSON.stringify(page)).not.toMatch(/Platform|All other teams/);
});

test("what is kept about slices is frozen with the report and cannot be changed", async () => {
  const { companyId, cycleId } = cycle;
  const stored = await withCompany({ companyId }, (tx) =>
    tx.reportPart.findUniqueOrThrow({ where: { companyId_cycleId_part: { companyId, cycleId, part: "cto" } } }),
  );
  const report = stored.content as unknown as SeatReport;
  expect(report.kind === "shown" && report.slices?.[0]?.values.length).toBe(3);
  expect(JSON.stringify(report.kind === "shown" && report.slices)).not.toContain("items");
});

test("a draft takes only splits that the roster has values for, in one order, and each choice is in the audit log", async () => {
  const admin = callerFor(cycle.admin, new Date(later.getTime() + 90 * 86_400_000));
  const next = { company: cycle.slug, quarter: "2031-Q2" };
  await admin.cycle.create({ ...next, closesAt: new Date(later.getTime() + 100 * 86_400_000) });
  await expect(admin.cycle.setSlices({ ...next, sliceNames: ["site"] })).rejects.toThrow(/No engineer .* has a site/);
  await admin.cycle.setSlices({ ...next, sliceNames: ["team", "team"] });
  expect((await admin.cycle.get(next)).sliceNames).toEqual(["team"]);
  const { entries } = await admin.audit.list({ company: cycle.slug, page: 0 });
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "cycle.setSlices", subject: `${quarterLabel("2031-Q2")}: team` }),
  );
  const check = await admin.cycle.check(next);
  expect(check.sliceChoices).toEqual(["team"]);
  expect(check.slices[0]?.apart.map(({ value }) => value)).toEqual(["Platform", "Product"]);
});
