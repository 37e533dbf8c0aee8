import { useState } from "preact/hooks";
import type { BallotAnswers } from "@/domain/answers";
import type { Manifest } from "@/domain/manifest";
import { refreshed, sealInto, send } from "./cast";
import type { Desk } from "./desk";
import type { DeviceRecord } from "./device-record";
import { type Settled, settle } from "./settle";
import type { useRoute } from "./use-route";
import { type Wire, WireError } from "./wire";

type Needs = {
  wire: Wire;
  desk: Desk;
  manifest: Manifest;
  record: DeviceRecord;
  /** What the device holds now, another tab's ballot included. */
  stored: () => Promise<DeviceRecord>;
  commit: (record: DeviceRecord) => Promise<void>;
  /** Runs an act with the page busy, and shows what went wrong. */
  attempt: (act: () => Promise<void>) => Promise<void>;
  navigation: ReturnType<typeof useRoute>;
};

/** Sealing, sending and what may become of a ballot on its way: refused as overtaken, or late for its cycle. */
export function useCasting({ wire, desk, manifest, record, stored, commit, attempt, navigation }: Needs) {
  const [superseded, setSuperseded] = useState(false);
  const [late, setLate] = useState<Settled | null>(null);

  const deliver = async (sealed: DeviceRecord): Promise<void> => {
    try {
      await commit(await send(wire, sealed));
    } catch (error) {
      const code = error instanceof WireError ? error.code : null;
      if (code === "CONFLICT") setSuperseded(true);
      const settled = code === "PRECONDITION_FAILED" ? await settle(wire, sealed) : null;
      if (!settled) throw error;
      if (settled.kind !== "counted") return setLate(settled);
      await commit(settled.record);
    }
    navigation.replace("receipt");
  };

  return {
    superseded,
    late,
    sealAndSend: (answers: BallotAnswers) =>
      attempt(async () => {
        const current = await stored();
        if (current.pending || current.cast?.version !== record.cast?.version) return commit(current);
        const sealed = await sealInto(record, answers, manifest);
        await commit(sealed);
        await deliver(sealed);
      }),
    sendAgain: () => attempt(() => deliver(record)),
    /** Gives the sealed ballot up for the newer one that the server has. */
    drop: () =>
      attempt(async () => {
        const { pending, ...rest } = record;
        const known = rest.cast ?? pending?.cast;
        const now = known && (await refreshed(wire, manifest.cycle.name, known));
        setSuperseded(false);
        if (now) await commit({ ...rest, cast: now });
      }),
    leaveLate: () =>
      attempt(async () => {
        if (late?.kind === "missed") await desk.records.forget(record.cycle, desk.deviceName);
        else if (late) await commit(late.record);
        // What is shown of a closed cycle is decided when the page opens.
        location.reload();
      }),
  };
}
