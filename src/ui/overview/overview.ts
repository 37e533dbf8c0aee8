import type { Role } from "@/domain/access";
import type { Phase } from "@/domain/cycle";
import type { OpeningCheck } from "@/domain/opening";
import type { Seat } from "@/domain/seat";
import type { Window } from "@/domain/windows";
import type { Zones } from "@/ui/cycle/dates";
import type { Standing } from "@/ui/release/release-text";

/** What is open for the person who looks, and nothing about anybody else. */
export type Overview = {
  company: { slug: string; name: string };
  roles: readonly Role[];
  openCycle: {
    quarter: string;
    name: string;
    closesAt: Date;
    /** Two windows: collected until then, sealed from then on. Null: one sitting. */
    castsFrom: Date | null;
    window: Window;
    zones: Zones;
  } | null;
  invited: boolean;
  claimed: boolean;
  selfRatingDue: boolean;
  mySeats: readonly Seat[];
  /** Newest first, each with what this person may open of it now. */
  cycles: readonly {
    quarter: string;
    name: string;
    phase: Phase;
    standing: Standing;
    /** Seats whose report is about this person and can be read, as a preview or released. */
    seats: readonly Seat[];
    pair: boolean;
    /** No pair to read about: one person in both seats, or a vacant one. */
    crossroads: boolean;
    board: boolean;
    /** Whether the 100 words for the board page can be written now. */
    words: boolean;
  }[];
};

/** Where the set-up stands; admins only. */
export type SetupState = {
  company: { timeZone: string };
  seats: Record<Seat, unknown>;
  engineers: number;
  check: Pick<OpeningCheck, "mayOpen">;
  latestCycle: { quarter: string; phase: string; closesAt: Date } | null;
};

/** The address part of a quarter: "2026-Q2" → "2026-q2". */
export const part = (quarter: string): string => quarter.toLowerCase();
