import { useEffect, useRef, useState } from "preact/hooks";
import { type DeviceRecord, type DeviceRecords, isOvertaken } from "./device-record";
import type { Draft } from "./draft";

/**
 * The record on screen and on disk. Saves follow each other in order; `commit` resolves once the device has it. What another
 * tab sealed takes the place of what is on screen here, when something is saved or the page is looked at again.
 */
export function useRecord(records: DeviceRecords, deviceName: string, initial: DeviceRecord, onOvertaken: () => void) {
  const [record, setRecord] = useState(initial);
  const latest = useRef(initial);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const takeOver = (kept: DeviceRecord) => {
    latest.current = kept;
    setRecord(kept);
    onOvertaken();
  };
  const save = async () => {
    // A newer record may have come while an older one was being written: only the newest matters.
    const kept = await records.save(deviceName, latest.current);
    if (isOvertaken(latest.current, kept)) takeOver(kept);
  };
  const commit = (next: DeviceRecord): Promise<void> => {
    latest.current = next;
    setRecord(next);
    saving.current = saving.current.catch(() => undefined).then(save);
    return saving.current;
  };
  const edit = (change: (draft: Draft) => Draft): void => {
    const { draft } = latest.current;
    if (draft) commit({ ...latest.current, draft: change(draft) }).catch(() => undefined);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: listens from the first look to the last; works on refs
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const kept = (await records.find(latest.current.cycle, deviceName).catch(() => undefined))?.record;
      if (kept && isOvertaken(latest.current, kept)) takeOver(kept);
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return { record, commit, edit };
}
