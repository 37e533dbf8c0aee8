import { useEffect, useState } from "preact/hooks";
import { memoryDatabase, openDatabase } from "./database";
import type { Desk } from "./desk";
import { deviceRecords } from "./device-record";
import { loadPrimitives } from "./load-primitives";
import { Entrance } from "./screens/entrance";
import { Sitting } from "./screens/sitting";
import { type Opening, openVisit } from "./visit";
import type { Wire } from "./wire";

/** Removes the fragment, which names the person, from the address once it has been read. */
const forgetFragment = () => history.replaceState(history.state, "", location.pathname);

export function App({ wire }: { wire: Wire }) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the visit again
  useEffect(() => {
    const open = async () => {
      const records = await deviceRecords(await openDatabase()).catch(() => deviceRecords(memoryDatabase()));
      const result = await openVisit(wire, records, { path: location.pathname, fragment: location.hash });
      if (result.kind !== "unreachable") forgetFragment();
      if (result.kind === "invited" && !result.claimedElsewhere) setDesk({ ...result, records });
      if (result.kind === "returning") setDesk({ ...result, records, roster: [] });
      setOpening(result);
    };
    open();
    const onHash = () => location.hash !== "" && location.reload();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [wire, attempt]);

  useEffect(() => {
    // Whoever presses the button later gets the reason if it did not come.
    if (opening) loadPrimitives().catch(() => undefined);
  }, [opening]);

  if (!opening) return <div className="phone" aria-busy="true" />;
  if (desk && "cycle" in opening) {
    const onElsewhere = () => {
      setDesk(null);
      if (opening.kind === "invited") setOpening({ ...opening, claimedElsewhere: true });
    };
    return <Sitting wire={wire} cycle={opening.cycle} desk={desk} onElsewhere={onElsewhere} />;
  }
  return (
    <Entrance
      wire={wire}
      opening={opening}
      onRetry={() => setAttempt(attempt + 1)}
      onRecovered={async (record) => {
        // On a borrowed device nothing may stay behind, so a recovered ballot lives in memory only.
        setDesk({ records: await deviceRecords(memoryDatabase()), deviceName: "recovered", record, roster: [] });
      }}
    />
  );
}
