import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { appClient } from "./client";
import { makeCompany } from "./test-company";
import { NestedTransaction } from "./transaction";
import { withCompany, withDirectory, withPerson } from "./with-company";
import { withTally } from "./with-tally";

test("a company sees its own members and nobody else's", async () => {
  const [left, right] = [await makeCompany(), await makeCompany()];
  const seen = await withCompany(left.tenant, (tx) => tx.member.findMany());
  expect(seen.map((member) => member.companyId)).toEqual([left.companyId]);
  expect(await withCompany(right.tenant, (tx) => tx.member.count({ where: { companyId: left.companyId } }))).toBe(0);
});

test("a company can neither write into another one nor move a row there", async () => {
  const [left, right] = [await makeCompany(), await makeCompany()];
  const intruder = { companyId: right.companyId, email: "eve@example.test", name: "Eve" };
  await expect(withCompany(left.tenant, (tx) => tx.member.create({ data: intruder }))).rejects.toThrow(
    /row-level security/,
  );
  await expect(
    withCompany(left.tenant, (tx) => tx.member.updateMany({ data: { companyId: right.companyId } })),
  ).rejects.toThrow(/row-level security/);
  const change = await withCompany(left.tenant, (tx) =>
    tx.member.updateMany({ where: { companyId: right.companyId }, data: { admin: true } }),
  );
  expect(change.count).toBe(0);
});

test("without a company no company's row is seen and none can be written", async () => {
  const { companyId } = await makeCompany();
  expect(await appClient().member.findMany()).toEqual([]);
  expect(await appClient().cycle.findMany()).toEqual([]);
  await expect(
    appClient().member.create({ data: { companyId, email: "x@example.test", name: "X" } }),
  ).rejects.toThrow();
});

test("the company of one transaction is forgotten by the next on the same connection", async () => {
  const { tenant } = await makeCompany();
  for (let round = 0; round < 40; round += 1) {
    expect(await withCompany(tenant, (tx) => tx.member.count())).toBe(1);
    const setting = await appClient().$queryRaw`select current_setting('app.company_id', true) as company`;
    expect([[{ company: "" }], [{ company: null }]]).toContainEqual(setting);
    expect(await appClient().member.count()).toBe(0);
  }
});

test("many companies at once over a few connections never see each other", async () => {
  const companies = await Promise.all(Array.from({ length: 6 }, () => makeCompany()));
  const rounds = Array.from({ length: 120 }, (_, index) => companies[index % companies.length]).filter(
    (it) => it !== undefined,
  );
  const seen = await Promise.all(rounds.map((it) => withCompany(it.tenant, (tx) => tx.member.findMany())));
  seen.forEach((members, index) => {
    expect(members.map((member) => member.companyId)).toEqual([rounds[index]?.companyId]);
  });
});

test("a failed transaction leaves nothing behind", async () => {
  const { tenant, companyId } = await makeCompany();
  const failing = withCompany(tenant, async (tx) => {
    await tx.member.create({ data: { companyId, email: "gone@example.test", name: "Gone" } });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await withCompany(tenant, (tx) => tx.member.count())).toBe(1);
});

test("a person sees their own memberships in all companies and nothing else of them", async () => {
  const email = "grace@example.test";
  const [left, right] = [await makeCompany(email), await makeCompany(email)];
  await makeCompany("other@example.test");
  const mine = await withPerson(email, (tx) => tx.member.findMany({ include: { company: true } }));
  expect(mine.map((member) => member.company.slug).sort()).toEqual([left.slug, right.slug].sort());
  expect(await withPerson("", (tx) => tx.member.findMany())).toEqual([]);
  // Reading only: the policy gives no right to change a membership.
  expect((await withPerson(email, (tx) => tx.member.updateMany({ data: { admin: true } }))).count).toBe(0);
});

test("a transaction inside a transaction is refused, one after the other is fine", async () => {
  const { tenant } = await makeCompany();
  const nested = withCompany(tenant, () => withDirectory((tx) => tx.company.count()));
  await expect(nested).rejects.toThrow(NestedTransaction);
  await expect(withCompany(tenant, () => withTally(tenant.companyId, (tx) => tx.ballot.count()))).rejects.toThrow(
    NestedTransaction,
  );
  expect(await withCompany(tenant, (tx) => tx.member.count())).toBe(1);
});

test("the directory knows users, sessions, sign-in tokens and demo mail, but of companies only the entry", async () => {
  const { companyId } = await makeCompany();
  await withDirectory(async (tx) => {
    const user = await tx.user.create({ data: { email: `u-${companyId}@example.test` } });
    await tx.session.create({ data: { tokenHash: companyId, userId: user.id, expires: new Date() } });
    await tx.verificationToken.create({ data: { identifier: user.email, tokenHash: companyId, expires: new Date() } });
    await tx.outboxMail.create({ data: { to: user.email, subject: "Hello", text: "Hello", html: "<p>Hello</p>" } });
    await tx.user.delete({ where: { id: user.id } });
  });
  expect(
    await withDirectory((tx) => tx.company.findUnique({ where: { id: companyId }, include: { members: true } })),
  ).toMatchObject({
    id: companyId,
    members: [],
  });
});

test("the application deletes no company; where one is deleted, its rows go with it", async () => {
  const { companyId } = await makeCompany();
  await expect(withDirectory((tx) => tx.company.delete({ where: { id: companyId } }))).rejects.toThrow(/denied/i);
  await adminQuery("delete from company where id = $1", [companyId]);
  expect(await adminQuery("select from member where company_id = $1", [companyId])).toEqual([]);
});
