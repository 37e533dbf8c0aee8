import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { largeCount, largeCycle } from "../prepare/large-company";

/** The whole tally, in a process of its own, between two bare loops over the same envelopes. */
export const tally: Measurement = async (stage) => {
  const { companyId, cycleId } = await largeCycle(stage);
  const input = { companyId, cycleId, adminUrl: stage.adminUrl };
  const before = await runPart("opens", input, stage.env);
  const counted = await runPart("tally", { companyId, cycleId }, stage.env);
  const after = await runPart("opens", input, stage.env);
  if (before.ballots !== largeCount) throw new Error("not every ballot was opened");
  const inTurn = (before.inTurn + after.inTurn) / 2;
  const inBatches = (before.inBatches + after.inBatches) / 2;
  return [
    plain("tally of 10,000 ballots", `${counted.seconds.toFixed(1)} s`),
    plain("bare HPKE opens, one after another", `${inTurn.toFixed(1)} s`),
    aimed({ what: "tally : bare opens", value: counted.seconds / inTurn, unit: "", atMost: 1.5, digits: 2 }),
    plain("tally : bare opens 400 at once", (counted.seconds / inBatches).toFixed(2)),
    aimed({ what: "tally, peak memory", value: counted.peakMb, unit: " MB", atMost: 512 }),
  ];
};
