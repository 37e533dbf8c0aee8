import type { DeviceRecord, DeviceRecords } from "./device-record";
import type { RosterName } from "./wire";

/** A record to work with, and where it is kept. */
export type Desk = { records: DeviceRecords; deviceName: string; record: DeviceRecord; roster: readonly RosterName[] };
