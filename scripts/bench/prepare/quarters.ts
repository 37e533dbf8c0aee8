import { quarterAfter } from "@/domain/quarter";
import { tallyCycle } from "@/server/tally/commands";
import type { Stage } from "../stage";
import { fillBallotBox } from "./ballots";
import { type BenchCycle, closeQuarter, day, foundCompany, openQuarter, releaseQuarter } from "./company";

const quarterLength = 91 * day;
const smallCount = 10;

/** A company of ten that has asked for so many quarters; every one is tallied and released. Returns the last. */
export async function playQuarters(stage: Stage, slug: string, count: number): Promise<BenchCycle> {
  const begun = Date.now() - (count + 1) * quarterLength;
  const company = await foundCompany(slug, smallCount, new Date(begun - day));
  let last: BenchCycle | undefined;
  for (let index = 0; index < count; index += 1) {
    const at = begun + index * quarterLength;
    last = await openQuarter(company, quarterAfter("2026-Q4", index + 1 - count), new Date(at));
    await fillBallotBox(stage.admin, last, smallCount);
    await closeQuarter(last, new Date(at + 10 * day));
    await tallyCycle(last);
    await releaseQuarter(last, new Date(at + 11 * day));
  }
  if (!last) throw new RangeError("at least one quarter");
  return last;
}
