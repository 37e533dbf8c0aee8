import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { ballotState, castBallot, withdrawBallot } from "./ballot-store";
import { anyBallot, makeCompany, makeOpenCycle, moveTo } from "./test-company";
import { withCompany } from "./with-company";

type StoredBallot = { version: number; withdrawn: boolean; envelope: Buffer; credential_signature: Buffer };
const storedBallots = (cycleId: string) =>
  adminQuery<StoredBallot>(
    "select version, withdrawn, envelope, credential_signature from ballot where cycle_id = $1",
    [cycleId],
  );

test("200 identical casts at once make one ballot and are all accepted", async () => {
  const cycle = await makeOpenCycle();
  const ballot = anyBallot(cycle);
  const answers = await Promise.all(Array.from({ length: 200 }, () => castBallot(ballot)));
  expect(new Set(answers)).toEqual(new Set(["accepted"]));
  expect(await storedBallots(cycle.cycleId)).toHaveLength(1);
});

test("of 100 different first casts under one nullifier at once, one is accepted", async () => {
  const cycle = await makeOpenCycle();
  const ballot = anyBallot(cycle);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => castBallot({ ...ballot, envelope: randomBytes(64) })),
  );
  expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "conflict")).toHaveLength(99);
});

test("a revision replaces the ballot if it is the next version, and keeps the credential", async () => {
  const cycle = await makeOpenCycle();
  const ballot = anyBallot(cycle);
  await castBallot(ballot);
  const second = { ...ballot, version: 2, credential: null, envelope: randomBytes(64) };
  expect(await castBallot({ ...second, version: 3 })).toBe("conflict");
  expect(await castBallot(second)).toBe("accepted");
  expect(await castBallot(second)).toBe("accepted");
  expect(await castBallot(ballot)).toBe("conflict");
  const [stored] = await storedBallots(cycle.cycleId);
  expect(stored?.version).toBe(2);
  expect(stored?.envelope).toEqual(second.envelope);
  expect(stored?.credential_signature).toEqual(ballot.credential?.signature);
});

test("of 50 different revisions to the same version at once, one is accepted", async () => {
  const cycle = await makeOpenCycle();
  const ballot = anyBallot(cycle);
  await castBallot(ballot);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      castBallot({ ...ballot, version: 2, credential: null, envelope: randomBytes(64) }),
    ),
  );
  expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
});

test("a ballot begins at version 1 and with a credential", async () => {
  const ballot = anyBallot(await makeOpenCycle());
  expect(await castBallot({ ...ballot, credential: null })).toBe("unknown");
  expect(await castBallot({ ...ballot, credential: null, version: 2 })).toBe("unknown");
  expect(await castBallot({ ...ballot, version: 2 })).toBe("conflict");
  expect(await storedBallots(ballot.cycleId)).toEqual([]);
});

test("a withdrawn ballot holds no envelope, and the next version revives it", async () => {
  const cycle = await makeOpenCycle();
  const ballot = anyBallot(cycle);
  const withdrawal = { ...ballot, version: 2, signature: randomBytes(64) };
  expect(await withdrawBallot(withdrawal)).toBe("unknown");
  await castBallot(ballot);
  expect(await withdrawBallot({ ...withdrawal, version: 3 })).toBe("conflict");
  expect(await withdrawBallot(withdrawal)).toBe("accepted");
  expect(await withdrawBallot(withdrawal)).toBe("accepted");
  expect(await storedBallots(cycle.cycleId)).toMatchObject([
    { version: 2, withdrawn: true, envelope: Buffer.alloc(0) },
  ]);
  expect(await castBallot(ballot)).toBe("conflict");
  expect(await ballotState(cycle, ballot.nullifier)).toEqual({ version: 2, withdrawn: true });
  expect(await castBallot({ ...ballot, version: 3, credential: null })).toBe("accepted");
  expect(await ballotState(cycle, ballot.nullifier)).toEqual({ version: 3, withdrawn: false });
});

test("only an open cycle takes ballots, revisions and withdrawals", async () => {
  const draft = await makeCompany();
  expect(await castBallot(anyBallot(draft))).toBe("closed");
  const over = await makeOpenCycle();
  const ballot = anyBallot(over);
  await castBallot(ballot);
  await moveTo(over, "closed");
  expect(await castBallot(anyBallot(over))).toBe("closed");
  expect(await castBallot({ ...ballot, version: 2 })).toBe("closed");
  expect(await withdrawBallot({ ...ballot, version: 2 })).toBe("closed");
  const elsewhere = { ...anyBallot(await makeOpenCycle()), companyId: randomUUID() };
  expect(await castBallot(elsewhere)).toBe("closed");
});

test("a close waits for the casts under way; after it no acknowledged ballot is missing and none is added", async () => {
  for (let round = 0; round < 5; round += 1) {
    const cycle = await makeOpenCycle();
    let countAtClose = -1;
    const close = async () => {
      await withCompany(cycle.tenant, async (tx) => {
        await tx.$queryRaw`select close_cycle_lock(${cycle.companyId}::uuid, ${cycle.cycleId}::uuid)::text`;
        countAtClose = (await storedBallots(cycle.cycleId)).length;
        await tx.cycle.update({
          where: { companyId_id: { companyId: cycle.companyId, id: cycle.cycleId } },
          data: { phase: "closed" },
        });
      });
    };
    const casts = Array.from({ length: 60 }, () => castBallot(anyBallot(cycle)));
    const [answers] = await Promise.all([Promise.all(casts), close()]);
    const accepted = answers.filter((answer) => answer === "accepted").length;
    expect(answers.every((answer) => answer === "accepted" || answer === "closed")).toBe(true);
    expect(countAtClose).toBe(accepted);
    expect(await storedBallots(cycle.cycleId)).toHaveLength(accepted);
  }
});

test("no column of a ballot can hold a time or an order", async () => {
  const columns = await adminQuery<{ type: string; default: string | null }>(
    "select data_type as type, column_default as default from information_schema.columns where table_name = 'ballot'",
  );
  expect(new Set(columns.map((column) => column.type))).toEqual(new Set(["uuid", "bytea", "integer", "boolean"]));
  expect(columns.map((column) => column.default).filter((value) => value !== null)).toEqual(["false"]);
});
