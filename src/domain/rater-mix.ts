import type { ResponseReport } from "./report";
import { countWord, upperFirst } from "./report-words";

/** Share of the invited engineers who answered, 0–1; 0 when the group was not heard. */
export function responseRate(response: ResponseReport): number {
  const engineers = response.groups.find(({ group }) => group === "engineer");
  return engineers === undefined || engineers.invited === 0 ? 0 : (engineers.ballots ?? 0) / engineers.invited;
}

/** From this difference of the share who answered, in parts of 1, it stands beside the trend; over 0.25 there is no comparison. */
const noticedRateChange = 0.1;

const answered = (response: ResponseReport): string | null => {
  const engineers = response.groups.find(({ group }) => group === "engineer");
  return engineers?.ballots ? `${engineers.ballots} of ${engineers.invited}` : null;
};

const executivesHeard = (response: ResponseReport): boolean =>
  response.groups.some(({ group, heard }) => group === "executive" && heard);

/** What stands beside a trend when other people answered than in the quarter it is compared with; empty when they are much the same. */
export function raterMix(
  now: ResponseReport,
  then: { response: ResponseReport; rosterChange: number | null; since: string },
): string[] {
  const { response, rosterChange, since } = then;
  const notes: string[] = [];
  const people = rosterChange ?? 0;
  if (people === 1) notes.push(`One engineer joined or left since ${since}, so no change since then is told.`);
  else if (people >= 2 && people <= 4)
    notes.push(
      `${upperFirst(countWord(people))} engineers joined or left since ${since}, so no change since then is told.`,
    );
  else if (people >= 5)
    notes.push(
      `${upperFirst(countWord(people))} engineers joined or left since ${since}: part of a change can come from that.`,
    );
  const [before, after] = [answered(response), answered(now)];
  if (before && after && Math.abs(responseRate(now) - responseRate(response)) > noticedRateChange)
    notes.push(`${before} engineers answered in ${since}, ${after} now: part of a change can come from that.`);
  if (executivesHeard(response) !== executivesHeard(now))
    notes.push(
      executivesHeard(now)
        ? `Executives are heard now and were not in ${since}.`
        : `Executives were heard in ${since} and are not now: too few answered.`,
    );
  return notes;
}

/** Below half of the invited a report says so; null from half on. */
export const lowResponseWarning = (response: ResponseReport): string | null =>
  response.kind === "released" && responseRate(response) < 0.5
    ? "Fewer than half of the invited engineers answered. Those who did not may see it differently."
    : null;
