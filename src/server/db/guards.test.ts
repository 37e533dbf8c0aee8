import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { makeCompany, makeOpenCycle, moveTo } from "./test-company";
import { withCompany } from "./with-company";

type Made = Awaited<ReturnType<typeof makeCompany>>;
const change = (made: Made, data: { manifest?: string; manifestHash?: string; closesAt?: Date }) =>
  withCompany(made.tenant, (tx) =>
    tx.cycle.update({ where: { companyId_id: { companyId: made.companyId, id: made.cycleId } }, data }),
  );

test("a manifest and its hash are written once", async () => {
  const made = await makeCompany();
  await change(made, { manifest: "{}", manifestHash: "ab" });
  await change(made, { manifest: "{}", manifestHash: "ab" });
  await expect(change(made, { manifest: "{ }" })).rejects.toThrow(/written once/);
  await expect(change(made, { manifestHash: "cd" })).rejects.toThrow(/written once/);
  const nothing = "update cycle set manifest = null, manifest_hash = null where id = $1";
  await expect(adminQuery(nothing, [made.cycleId])).rejects.toThrow(/written once/);
});

test("a cycle goes from draft to open to closed to released", async () => {
  const made = await makeCompany();
  for (const phase of ["open", "closed", "released"]) await moveTo(made, phase);
});

test.each([
  ["draft", "closed"],
  ["draft", "released"],
  ["open", "draft"],
  ["open", "released"],
  ["closed", "open"],
  ["closed", "draft"],
  ["released", "closed"],
  ["released", "open"],
  ["draft", "paused"],
])("a cycle does not go from %s to %s, not even for the superuser", async (from, to) => {
  const made = await makeCompany();
  for (const phase of ["open", "closed", "released"].slice(0, ["draft", "open", "closed", "released"].indexOf(from))) {
    await moveTo(made, phase);
  }
  await expect(moveTo(made, to)).rejects.toThrow(/a cycle moves from/);
  await expect(adminQuery("update cycle set phase = $2 where id = $1", [made.cycleId, to])).rejects.toThrow(
    /a cycle moves from/,
  );
});

test("the close of an open cycle may come earlier, not later", async () => {
  const made = await makeOpenCycle();
  await change(made, { closesAt: new Date(Date.now() + 60_000) });
  await expect(change(made, { closesAt: new Date(Date.now() + 86_400_000) })).rejects.toThrow(/may not be put off/);
});

test.each([
  ["ledger", "(company_id, cycle_id, content) values ($1, $2, '{}')", "content = '[]'"],
  ["report_part", "(company_id, cycle_id, part, content) values ($1, $2, 'cto', '{}')", "content = '[]'"],
  ["comment", "(company_id, cycle_id, seat, question, text) values ($1, $2, 'cto', 'start', 'Hi')", "text = 'Ho'"],
  ["issuer_key", "(company_id, cycle_id, key_id, \"group\", spki) values ($1, $2, 'a', 'engineer', 'b')", "spki = 'c'"],
])("a row of %s is written once, not even the superuser changes it", async (table, values, update) => {
  const { companyId, cycleId } = await makeCompany();
  await adminQuery(`insert into ${table} ${values}`, [companyId, cycleId]);
  await expect(adminQuery(`update ${table} set ${update}`)).rejects.toThrow(/written once/);
});

test("the words of a shared commitment stay, and it is closed once, not even the superuser changes that", async () => {
  const { companyId, cycleId } = await makeCompany();
  await adminQuery(
    `insert into commitment (company_id, cycle_id, member_id, seat, kind, subject, action, due_on)
       select $1, $2, id, 'cto', 'pattern', 'critic', 'Ask first.', '2031-03-01' from member where company_id = $1 limit 1`,
    [companyId, cycleId],
  );
  const set = (what: string) => adminQuery(`update commitment set ${what} where company_id = $1`, [companyId]);
  await set("action = 'Ask twice.'");
  await expect(set("state = 'kept'")).rejects.toThrow(/after it was shared/);
  await set("shared_at = now()");
  for (const change of ["action = 'Nothing.'", "due_on = '2032-01-01'", "subject = 'creator'", "shared_at = null"]) {
    await expect(set(change), change).rejects.toThrow(/stay/);
  }
  await set("state = 'kept', closed_at = now()");
  await expect(set("state = 'dropped'")).rejects.toThrow(/closed once/);
});
