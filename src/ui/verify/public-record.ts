import type { Phase } from "@/domain/cycle";
import type { Ledger } from "@/domain/ledger";
import type { RaterGroup } from "@/domain/rater-group";

/** What everybody may know of an opened cycle. */
export type PublicRecord = {
  companyName: string;
  contact: string;
  quarter: string;
  phase: Phase;
  opensAt: Date;
  closesAt: Date;
  /** Two windows: collected until then, sealed from then on. Null: one sitting. */
  castsFrom: Date | null;
  closedAt: Date | null;
  /** The company's when the cycle opened. */
  timeZone: string;
  manifestText: string;
  manifestHash: string;
  words: readonly string[];
  groups: readonly { group: RaterGroup; invited: number; rosterRoot: string; issuerKeyId: string }[];
  /** Null until the ballots are counted. */
  ledger: Ledger | null;
  destroyOn: Date | null;
  destroyedAt: Date | null;
};
