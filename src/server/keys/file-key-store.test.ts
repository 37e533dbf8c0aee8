import { randomBytes, randomUUID } from "node:crypto";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileKeyStore } from "./file-key-store";
import type { CycleKeys, KeyName, KeyStore } from "./key-store";

const names: KeyName[] = ["tally", "invitation", "issuer-engineer", "issuer-executive"];
let folder: string;
let masterKey: Uint8Array;
let store: KeyStore;
let cycle: CycleKeys;
let secret: Uint8Array<ArrayBuffer>;

const newCycle = (companyId: string = randomUUID()): CycleKeys => ({ companyId, cycleId: randomUUID() });
const folderOf = (place: CycleKeys) => join(folder, place.companyId, place.cycleId);
const fileOf = (place: CycleKeys, name: KeyName) => join(folderOf(place), `${name}.key`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tandem-keys-"));
  masterKey = randomBytes(32);
  store = fileKeyStore(folder, masterKey);
  cycle = newCycle();
  secret = new Uint8Array(randomBytes(48));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a secret that was stored is found, also by a store that was started anew", async () => {
  await store.put(cycle, "tally", secret);
  expect(await store.find(cycle, "tally")).toEqual(secret);
  expect(await fileKeyStore(folder, masterKey).find(cycle, "tally")).toEqual(secret);
});

test("a found secret owns its whole buffer, as the tally's WebCrypto needs it", async () => {
  await store.put(cycle, "tally", secret);
  const found = await store.find(cycle, "tally");
  expect([found?.byteOffset, found?.buffer.byteLength]).toEqual([0, secret.length]);
});

test("what was never stored is not found", async () => {
  expect(await store.find(cycle, "tally")).toBeNull();
  await store.put(cycle, "tally", secret);
  expect(await store.find(cycle, "invitation")).toBeNull();
  expect(await store.find(newCycle(cycle.companyId), "tally")).toBeNull();
});

test("each of a cycle's secrets stands for itself, an RSA key as well as an empty one", async () => {
  const secrets = names.map((_, index) => new Uint8Array(randomBytes(index * 800)));
  for (const [index, name] of names.entries()) await store.put(cycle, name, secrets[index] ?? secret);
  for (const [index, name] of names.entries()) expect(await store.find(cycle, name), name).toEqual(secrets[index]);
});

test("a secret is never replaced, not even by itself", async () => {
  await store.put(cycle, "tally", secret);
  await expect(store.put(cycle, "tally", randomBytes(48))).rejects.toThrow("exists already");
  await expect(store.put(cycle, "tally", secret)).rejects.toThrow("exists already");
  expect(await store.find(cycle, "tally")).toEqual(secret);
});

test("a file that cannot be read is not taken for a free place", async () => {
  await store.put(cycle, "tally", secret);
  await expect(fileKeyStore(folder, randomBytes(32)).put(cycle, "tally", randomBytes(48))).rejects.toThrow();
  expect(await store.find(cycle, "tally")).toEqual(secret);
});

test("only the owner may read the file or enter its folder, and nothing else is left beside it", async () => {
  await store.put(cycle, "tally", secret);
  expect((await stat(fileOf(cycle, "tally"))).mode & 0o777).toBe(0o600);
  expect((await stat(folderOf(cycle))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, cycle.companyId))).mode & 0o777).toBe(0o700);
  expect(await readdir(folderOf(cycle))).toEqual(["tally.key"]);
});

test("nothing of the secret or of the master key is in the file in plain", async () => {
  await store.put(cycle, "tally", secret);
  const file = await readFile(fileOf(cycle, "tally"));
  expect(file.length).toBe(12 + secret.length + 16);
  for (const hidden of [secret, masterKey]) {
    for (let start = 0; start + 4 <= hidden.length; start += 1) {
      expect(file.includes(Buffer.from(hidden.subarray(start, start + 4))), `bytes ${start} to ${start + 3}`).toBe(
        false,
      );
    }
  }
});

test("the same secret looks different each time it is stored", async () => {
  const other = newCycle(cycle.companyId);
  await store.put(cycle, "tally", secret);
  await store.put(other, "tally", secret);
  const [one, two] = await Promise.all([readFile(fileOf(cycle, "tally")), readFile(fileOf(other, "tally"))]);
  expect(one.subarray(0, 12).equals(two.subarray(0, 12))).toBe(false);
  expect(one.subarray(12, 60).equals(two.subarray(12, 60))).toBe(false);
});

test("a file with any one bit changed is refused", async () => {
  await store.put(cycle, "tally", secret);
  const honest = await readFile(fileOf(cycle, "tally"));
  for (let index = 0; index < honest.length; index += 1) {
    const altered = Buffer.from(honest);
    altered[index] = (altered[index] ?? 0) ^ (1 << (index % 8));
    await writeFile(fileOf(cycle, "tally"), altered);
    await expect(store.find(cycle, "tally"), `byte ${index}`).rejects.toThrow();
  }
  await writeFile(fileOf(cycle, "tally"), honest);
  expect(await store.find(cycle, "tally")).toEqual(secret);
});

test("a file that was cut at any length, or made longer, is refused", async () => {
  await store.put(cycle, "tally", secret);
  const honest = await readFile(fileOf(cycle, "tally"));
  for (let length = 0; length < honest.length; length += 1) {
    await writeFile(fileOf(cycle, "tally"), honest.subarray(0, length));
    await expect(store.find(cycle, "tally"), `${length} bytes`).rejects.toThrow();
  }
  await writeFile(fileOf(cycle, "tally"), Buffer.concat([honest, Buffer.of(0)]));
  await expect(store.find(cycle, "tally")).rejects.toThrow();
});

test("a file that was wrapped by another master key is refused", async () => {
  await store.put(cycle, "tally", secret);
  await expect(fileKeyStore(folder, randomBytes(32)).find(cycle, "tally")).rejects.toThrow();
});

test("a file moved to another name, cycle or company is refused", async () => {
  await store.put(cycle, "issuer-engineer", secret);
  const places: [CycleKeys, KeyName][] = [
    [cycle, "issuer-executive"],
    [newCycle(cycle.companyId), "issuer-engineer"],
    [{ ...newCycle(), cycleId: cycle.cycleId }, "issuer-engineer"],
  ];
  for (const [place, name] of places) {
    await mkdir(folderOf(place), { recursive: true });
    await copyFile(fileOf(cycle, "issuer-engineer"), fileOf(place, name));
    await expect(store.find(place, name)).rejects.toThrow();
  }
});

test("a place that cannot be looked at is an error and not an absent key", async () => {
  await mkdir(fileOf(cycle, "tally"), { recursive: true });
  await expect(store.find(cycle, "tally")).rejects.toThrow();
});

test("destruction removes every secret of the cycle, and of no other", async () => {
  const sibling = newCycle(cycle.companyId);
  const stranger = newCycle();
  for (const place of [cycle, sibling, stranger]) {
    for (const name of names) await store.put(place, name, secret);
  }
  // As left by a process that was killed between writing and renaming.
  await writeFile(`${fileOf(cycle, "tally")}.0123456789ab`, secret);
  await chmod(fileOf(cycle, "tally"), 0o400);
  await store.destroy(cycle);
  for (const name of names) {
    expect(await store.find(cycle, name), name).toBeNull();
    expect(await store.find(sibling, name), name).toEqual(secret);
    expect(await store.find(stranger, name), name).toEqual(secret);
  }
  expect(await readdir(join(folder, cycle.companyId))).toEqual([sibling.cycleId]);
});

test("destruction can be repeated, and of nothing is harmless", async () => {
  await store.destroy(cycle);
  await store.put(cycle, "tally", secret);
  await store.destroy(cycle);
  await store.destroy(cycle);
  expect(await store.find(cycle, "tally")).toBeNull();
});

test("after destruction the place is free for a new key", async () => {
  await store.put(cycle, "tally", secret);
  await store.destroy(cycle);
  const fresh = new Uint8Array(randomBytes(32));
  await store.put(cycle, "tally", fresh);
  expect(await store.find(cycle, "tally")).toEqual(fresh);
});
