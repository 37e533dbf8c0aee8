import { type Bytes, utf8 } from "@/domain/bytes";
import type { RaterGroup } from "@/domain/rater-group";
import type { Database } from "./database";
import type { Draft } from "./draft";
import type { BlindingState, Credential } from "./protocol";
import type { OwnSlices } from "./slices";
import type { CastRequest, RosterName } from "./wire";

/** What revising and withdrawing need, and nothing else: never an answer, never a person. */
export type CastBallot = { seed: Bytes; keyId: Bytes; version: number; leaf: string | null; withdrawn: boolean };

/**
 * What this device knows about one invitation. Once a ballot is accepted only `cast` is left of the secrets;
 * `invitation` and `blinding` must never stand beside it.
 */
export type DeviceRecord = {
  cycle: string;
  manifestHash: string;
  group?: RaterGroup;
  /** Own values of the declared slices as the list had them; beside a sealed ballot only those that were not left out. */
  slices?: OwnSlices;
  invitation?: string;
  blinding?: { state: BlindingState; blindedMessage: Bytes };
  credential?: Credential;
  draft?: Draft;
  /** Who else was asked: kept from the claim, so that a later visit need not ask, which would name the person. */
  roster?: readonly RosterName[];
  /** Sealed and not yet accepted; sent again as it is until it is. */
  pending?: { request: CastRequest; cast: CastBallot };
  cast?: CastBallot;
};

export type DeviceRecords = {
  lasting: boolean;
  /** The record of an invitation, or without a name the latest of the cycle. */
  find(cycle: string, deviceName?: string): Promise<{ deviceName: string; record: DeviceRecord } | undefined>;
  /** Keeps a record and answers with what is kept: this one, or what another tab sealed meanwhile. */
  save(deviceName: string, record: DeviceRecord): Promise<DeviceRecord>;
  /** Takes a record off this device, with the secrets in it. */
  forget(cycle: string, deviceName: string): Promise<void>;
};

/** How far a ballot has come: 0 unsealed, then sealed and accepted for each version. */
const standing = ({ cast, pending }: DeviceRecord): number =>
  Math.max(cast ? 2 * cast.version : 0, pending ? 2 * pending.cast.version - 1 : 0);

/** Whether a record is of before something was sealed that the device holds: its answers must not come back beside that. */
export const isOvertaken = (record: DeviceRecord, kept: DeviceRecord): boolean =>
  (record.draft !== undefined || record.pending !== undefined || !record.cast) && standing(kept) > standing(record);

const bytesMark = "\u0000bytes:";

/** JSON in which byte arrays survive. */
const encode = (record: DeviceRecord): Bytes =>
  utf8(
    JSON.stringify(record, (_, value: unknown) =>
      value instanceof Uint8Array ? bytesMark + Array.from(value).join(",") : value,
    ),
  );

const decode = (bytes: ArrayBuffer): DeviceRecord =>
  JSON.parse(new TextDecoder().decode(bytes), (_, value: unknown) =>
    typeof value === "string" && value.startsWith(bytesMark)
      ? Uint8Array.from(value.slice(bytesMark.length).split(","), Number)
      : value,
  );

/** A key that this browser can use and nobody can read out of it. */
async function deviceKey(database: Database): Promise<CryptoKey> {
  const kept = await database.get("key");
  if (kept instanceof CryptoKey) return kept;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await database.put("key", key);
  return key;
}

/** Records by cycle and invitation, each encrypted as a whole. A record that cannot be read counts as none. */
export async function deviceRecords(database: Database): Promise<DeviceRecords> {
  const key = await deviceKey(database);
  const place = (cycle: string, deviceName: string) => `record ${cycle} ${deviceName}`;
  const find: DeviceRecords["find"] = async (cycle, deviceName) => {
    const name = deviceName ?? (await database.get(`latest ${cycle}`));
    if (typeof name !== "string") return undefined;
    const kept = (await database.get(place(cycle, name))) as { iv: Bytes; text: ArrayBuffer } | undefined;
    if (!kept) return undefined;
    try {
      const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, key, kept.text);
      return { deviceName: name, record: decode(text) };
    } catch {
      return undefined;
    }
  };
  return {
    lasting: database.lasting,
    find,
    async save(deviceName, record) {
      const kept = (await find(record.cycle, deviceName))?.record;
      if (kept && isOvertaken(record, kept)) return kept;
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, encode(record));
      await database.put(place(record.cycle, deviceName), { iv, text });
      await database.put(`latest ${record.cycle}`, deviceName);
      return record;
    },
    async forget(cycle, deviceName) {
      await database.remove(place(cycle, deviceName));
      if ((await database.get(`latest ${cycle}`)) === deviceName) await database.remove(`latest ${cycle}`);
    },
  };
}
