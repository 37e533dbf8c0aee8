import { earliestRelease, releaseMoment, releaseTime } from "@/domain/schedule";
import { dayAfter, momentOf } from "@/domain/time-zone";
import { dayOf } from "./closing-day";
import { momentText } from "./dates";

type PlannedRelease = {
  closesAt: Date;
  closedAt: Date | null;
  plannedReleaseAt: Date | null;
  heldAt: Date | null;
  timeZone: string;
};

/** The first day on which a release by itself leaves the days for disputes. */
export function firstReleaseDay({ closesAt, closedAt, timeZone }: PlannedRelease): string {
  const earliest = earliestRelease(closedAt ?? closesAt);
  const day = dayOf(earliest, timeZone);
  return momentOf({ day, time: releaseTime }, timeZone) < earliest ? dayAfter(day, 1) : day;
}

/** What is planned about the release, and what a hold does to it. */
export function plannedReleaseState(cycle: PlannedRelease): string {
  const { closesAt, closedAt, plannedReleaseAt, heldAt, timeZone } = cycle;
  if (plannedReleaseAt === null) return "Nothing is planned: the reports wait for an admin.";
  const at = momentText(releaseMoment(plannedReleaseAt, closedAt ?? closesAt), timeZone);
  return heldAt
    ? `Planned for ${at}, and held: it waits until the hold is lifted.`
    : `The reports are released by themselves on ${at}. A hold stops it.`;
}
