import { useRef, useState } from "preact/hooks";
import type { DeviceRecord, DeviceRecords } from "./device-record";
import type { Draft } from "./draft";

/** The record on screen and on disk. Saves follow each other in order; `commit` resolves once the device has it. */
export function useRecord(records: DeviceRecords, deviceName: string, initial: DeviceRecord) {
  const [record, setRecord] = useState(initial);
  const latest = useRef(initial);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const commit = (next: DeviceRecord): Promise<void> => {
    latest.current = next;
    setRecord(next);
    // A newer record may have come while an older one was being written: only the newest matters.
    saving.current = saving.current.catch(() => undefined).then(() => records.save(deviceName, latest.current));
    return saving.current;
  };
  const edit = (change: (draft: Draft) => Draft): void => {
    const { draft } = latest.current;
    if (draft) commit({ ...latest.current, draft: change(draft) }).catch(() => undefined);
  };
  return { record, commit, edit };
}
