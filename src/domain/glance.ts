import type { Phase } from "./cycle";
import type { GroupParticipation } from "./participation";

/** One quarter at a glance: who was asked, how many spoke, and how the mails went. Never a score. */
export type GlanceQuarter = {
  quarter: string;
  phase: Phase;
  groups: GroupParticipation[];
  /** Engineers who joined or left the roster since the cycle before; null where there was none or it is not counted. */
  rosterChange: number | null;
  remindersSent: number;
  failedMails: number;
};
