import type { Outputs } from "@/trpc/outputs";
import { dayText, momentText } from "@/ui/cycle/dates";

/** Where a report stands, as its reader may know it. */
export type Standing = Outputs["report"]["seat"]["standing"];

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function released({ heldAt, releasedAt, boardAt, timeZone }: Standing): string {
  const since = releasedAt ? `released to the leaders on ${dayText(releasedAt, timeZone)}` : "released to the leaders";
  if (heldAt) {
    return `Held since ${dayText(heldAt, timeZone)} by the admin: ${since}, and the board’s clock stands still until the hold is lifted.`;
  }
  return boardAt
    ? `${upperFirst(since)}; the board page opens on ${momentText(boardAt, timeZone)}.`
    : `${upperFirst(since)}; when the board page opens is not set.`;
}

/** Where a closed cycle's report stands and what comes next, in one sentence; null before the close. */
export function releaseSentence(standing: Standing): string | null {
  const { stage, tooFew, heldAt, releasedAt, boardAt, timeZone } = standing;
  const held = heldAt ? `Held since ${dayText(heldAt, timeZone)} by the admin: ` : "";
  switch (stage) {
    case "before-close":
      return null;
    case "counting":
      return upperFirst(`${held}the ballots are being counted; then each leader previews their own report.`);
    case "preview":
      if (tooFew)
        return upperFirst(`${held}counted, and there is no result; released, the reports say so to everyone.`);
      return held
        ? `${held}each leader can preview their own report, and nothing goes on until the hold is lifted.`
        : "Counted: each leader can preview their own report; both read everything once an admin releases it.";
    case "leaders":
      return released(standing);
    case "board":
      return `Released to the leaders${releasedAt ? ` on ${dayText(releasedAt, timeZone)}` : ""}, and open to the board${boardAt ? ` since ${momentText(boardAt, timeZone)}` : ""}.`;
  }
}

/** The same for the leader who reads a report. */
export function leaderSentence(standing: Standing): string {
  if (standing.stage === "preview") {
    return standing.heldAt
      ? `Held since ${dayText(standing.heldAt, standing.timeZone)} by the admin: the other leader and the board read nothing until the hold is lifted and the reports are released.`
      : "The other leader and the board read nothing before an admin releases the reports.";
  }
  return releaseSentence(standing) ?? "";
}
