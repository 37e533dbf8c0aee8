import type { Manifest } from "@/domain/manifest";
import { quarterLabel } from "@/domain/quarter";
import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import { type Seat, seats } from "@/domain/seat";
import { inSentence } from "./pages";

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const timeFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hour12: false });

/** "19 June", in the reader's time zone. */
export const dayOf = (moment: string | Date): string => dayFormat.format(new Date(moment)).replace(" ", "\u00a0");

const weekdayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
/** "Friday 19 June, 17:00", in the reader's time zone. */
export const weekdayOf = (moment: string): string => `${weekdayFormat.format(new Date(moment))} ${momentOf(moment)}`;

/** "19 June, 17:00", in the reader's time zone. */
export const momentOf = (moment: string): string => `${dayOf(moment)}, ${timeFormat.format(new Date(moment))}`;

export const daysAfter = (moment: string, days: number): Date =>
  new Date(new Date(moment).getTime() + days * 86_400_000);

export const heldSeats = (manifest: Manifest): Seat[] => seats.filter((seat) => manifest.seats[seat].kind === "held");

/** "the CTO and the VPoE", or the one that is held. */
export const leadersPhrase = (manifest: Manifest): string => heldSeats(manifest).map(inSentence).join(" and ");

export const groupSize = (manifest: Manifest, group: RaterGroup): number =>
  manifest.groups.find((candidate) => candidate.group === group)?.rosterSize ?? 0;

export const groupWord = (group: RaterGroup): string => raterGroupLabel[group].many.toLowerCase();

/** The first 16 digits of a receipt in groups of four, easy to compare. */
export const shortReceipt = (leaf: string): string =>
  (leaf.slice(0, 16).match(/.{4}/g) ?? []).join(" ").replace(/^(\S+ \S+) /, "$1 · ");

export const receiptFileText = (manifest: Manifest, code: string, leaf: string, version: number): string =>
  [
    `Tandem – ${manifest.company.name}, ${manifest.cycle.quarter}`,
    "",
    "Recovery code (keep it private: with it anyone can change or withdraw this ballot until closing)",
    code,
    "",
    `Receipt, version ${version} (safe to compare)`,
    leaf,
    "",
    `The box closes on ${momentOf(manifest.cycle.closesAt)}.`,
    `Change or withdraw: ${location.origin}/ballot/${manifest.cycle.name}`,
    `Check that it was counted: ${location.origin}/verify/${manifest.cycle.name}`,
    "",
  ].join("\n");

/** "Norrvik · Q2 2026", at the top of every page. */
export const headingOf = (manifest: Manifest): string =>
  `${manifest.company.name} · ${quarterLabel(manifest.cycle.quarter)}`;
