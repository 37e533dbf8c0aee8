import { expect, test } from "vitest";
import { sha256, toHex, utf8 } from "@/domain/bytes";
import { ledgerOf } from "@/domain/ledger";
import { checkReceipt } from "./receipt-check";

const leaves = await Promise.all(["a", "b", "c"].map((text) => sha256(utf8(text))));
const ledger = await ledgerOf(leaves, [{ group: "engineer", invited: 8, claimed: 4, cast: 3 }]);
const mine = toHex(leaves[1] ?? new Uint8Array());

test("a receipt in the list is found, however it was typed", async () => {
  const spaced = mine.toUpperCase().match(/.{8}/g)?.join(" - ") ?? "";
  for (const typed of [mine, ` ${mine}\n`, spaced]) {
    expect(await checkReceipt(typed, ledger, ledger.root)).toEqual({ kind: "found" });
  }
});

test("a receipt that is not in the list is not found", async () => {
  expect(await checkReceipt("0".repeat(64), ledger, ledger.root)).toEqual({ kind: "not-found" });
});

test("a list that was changed after it was published is not believed", async () => {
  const changed = { ...ledger, leaves: [...ledger.leaves.slice(0, 2), "0".repeat(64)] };
  expect(await checkReceipt(mine, changed, ledger.root)).toEqual({ kind: "wrong-list" });
  const consistent = await ledgerOf(leaves.slice(0, 2), ledger.groups);
  expect(await checkReceipt(mine, consistent, ledger.root)).toEqual({ kind: "wrong-list" });
});

test("something that is no receipt is told its length", async () => {
  expect(await checkReceipt(mine.slice(0, 61), ledger, ledger.root)).toEqual({ kind: "not-a-receipt", length: 61 });
});
