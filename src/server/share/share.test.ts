import { beforeAll, expect, test } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { callerFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { openBoardPack } from "./queries";

const hours = (count: number) => new Date(testClosed.getTime() + count * 3_600_000);
const board = "board@shared.example";
let cycle: Awaited<ReturnType<typeof countedTestCycle>>;
const at = (email: string, hour: number) => callerFor(email, hours(hour));
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const create = async (hour: number, days: 1 | 7 | 30, label = "Board pack") =>
  tokenOf((await at(board, hour).share.create({ ...cycle.ref, label, days })).url);
const auditOf = async (action: string) =>
  (await at(cycle.admin, 2000).audit.list({ company: "shared", page: 0 })).entries.filter(
    (entry) => entry.action === action,
  );

beforeAll(async () => {
  cycle = await countedTestCycle("shared", { engineers: 9, ballots: 6 });
  await at(cycle.admin, 0).member.invite({ company: "shared", email: board, name: "Bea", admin: false, board: true });
  await at(cycle.admin, 0).cycle.release(cycle.ref);
});

test("no link before the board's moment", async () => {
  await expect(create(47, 7)).rejects.toThrow(/once the board reads the page/);
});

test("an admin, who reads no scores, can make no link, but sees and revokes them", async () => {
  await expect(at(cycle.admin, 49).share.create({ ...cycle.ref, label: "For me", days: 1 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const token = await create(49, 1, "Sofia, audit committee");
  const { shares, mayCreate } = await at(cycle.admin, 49).share.list(cycle.ref);
  expect([shares[0]?.label, shares[0]?.state, mayCreate]).toEqual(["Sofia, audit committee", "open", false]);
  expect(JSON.stringify(shares)).not.toContain(token);
  expect(await openBoardPack("shared", token, hours(50))).not.toBeNull();
  await at(cycle.admin, 51).share.revoke({ company: "shared", shareId: shares[0]?.id ?? "" });
  expect(await openBoardPack("shared", token, hours(51))).toBeNull();
  await expect(at(cycle.admin, 52).share.revoke({ company: "shared", shareId: shares[0]?.id ?? "" })).rejects.toThrow(
    /opens nothing any more/,
  );
});

test("a link opens the board page of its own cycle, without comments, until it expires", async () => {
  const token = await create(60, 1);
  const pack = await openBoardPack("shared", token, hours(60 + 23.9));
  expect(pack?.page.quarter).toBe(cycle.ref.quarter);
  expect(JSON.stringify(pack)).not.toContain("comment 1");
  expect(await openBoardPack("shared", token, hours(60 + 24))).toBeNull();
});

test("the token is hashed at rest", async () => {
  const token = await create(70, 7);
  const rows = await withCompany(cycle, (tx) => tx.boardShare.findMany());
  const bytes = rows.map(({ tokenHash }) => Buffer.from(tokenHash).toString("base64url"));
  expect(bytes.every((hash) => hash.length === 43 && hash !== token)).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("unknown, malformed and foreign links open nothing", async () => {
  const token = await create(80, 7);
  const other = await countedTestCycle("shared-other", { engineers: 9, ballots: 6 });
  await callerFor(other.admin, testClosed).cycle.release(other.ref);
  expect(await openBoardPack("shared-other", token, hours(81))).toBeNull();
  expect(await openBoardPack("no-such-company", token, hours(81))).toBeNull();
  for (const wrong of ["", "A".repeat(43), `${token}A`, token.slice(1), "../settings"]) {
    expect(await openBoardPack("shared", wrong, hours(81)), wrong).toBeNull();
  }
  const [share] = (await at(board, 81).share.list(cycle.ref)).shares;
  await expect(
    callerFor(other.admin, hours(81)).share.revoke({ company: "shared-other", shareId: share?.id ?? "" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await openBoardPack("shared", token, hours(82))).not.toBeNull();
});

test("an opening is written down once a day, by label and without the reader", async () => {
  const token = await create(100, 7, "Henrik");
  await Promise.all([1, 2, 3].map(() => openBoardPack("shared", token, hours(101))));
  await openBoardPack("shared", token, hours(120));
  await openBoardPack("shared", token, hours(126));
  const opened = (await auditOf("share.open")).filter(({ subject }) => subject?.endsWith("Henrik"));
  expect(opened.map(({ actor, subject }) => [actor, subject])).toEqual([
    ["a link to the board page", "Q1 2031, opened by link Henrik"],
    ["a link to the board page", "Q1 2031, opened by link Henrik"],
  ]);
  expect((await auditOf("share.create")).map(({ subject }) => subject)).toContain("Q1 2031, Henrik, until 2031-02-24");
});
