import type { Manifest } from "@/domain/manifest";
import { quarterLabel } from "@/domain/quarter";
import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import { type Seat, seats } from "@/domain/seat";
import { inSentence } from "./pages";

// Written out, because the first Intl.DateTimeFormat of a page costs a slow phone an eighth of a second before it shows.
const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const twoDigits = (count: number) => String(count).padStart(2, "0");

/** "19 June", in the reader's time zone. */
export function dayOf(moment: string | Date): string {
  const date = new Date(moment);
  return `${date.getDate()}\u00a0${months[date.getMonth()]}`;
}

/** "Friday 19 June, 17:00", in the reader's time zone. */
export const weekdayOf = (moment: string): string => `${weekdays[new Date(moment).getDay()]} ${momentOf(moment)}`;

/** "19 June, 17:00", in the reader's time zone. */
export function momentOf(moment: string): string {
  const date = new Date(moment);
  return `${dayOf(date)}, ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

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
