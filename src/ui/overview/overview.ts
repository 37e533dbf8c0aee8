import type { Role } from "@/domain/access";
import type { Phase } from "@/domain/cycle";
import type { OpeningCheck } from "@/domain/opening";
import type { Seat } from "@/domain/seat";

/** What is open for the person who looks, and nothing about anybody else. */
export type Overview = {
  company: { slug: string; name: string };
  roles: readonly Role[];
  openCycle: { quarter: string; name: string; closesAt: Date } | null;
  invited: boolean;
  claimed: boolean;
  selfRatingDue: boolean;
  mySeats: readonly Seat[];
  cycles: readonly { quarter: string; name: string; phase: Phase; boardPage: boolean; boardAt: Date | null }[];
};

/** Where the set-up stands; admins only. */
export type SetupState = {
  seats: Record<Seat, unknown>;
  engineers: number;
  check: Pick<OpeningCheck, "mayOpen">;
  latestCycle: { quarter: string; phase: string; closesAt: Date } | null;
};

/** The address part of a quarter: "2026-Q2" → "2026-q2". */
export const part = (quarter: string): string => quarter.toLowerCase();
