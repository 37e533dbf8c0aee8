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

/** "UTC+2" or "UTC−3:30": the reader's zone at a moment, without asking Intl for its name. */
function zoneOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const rest = Math.abs(minutes % 60);
  return `UTC${minutes > 0 ? "+" : minutes < 0 ? "−" : ""}${Math.trunc(Math.abs(minutes) / 60) || ""}${rest ? `:${twoDigits(rest)}` : ""}`;
}

const timeOf = (date: Date) => `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;

/** "19 June, 11:00 (UTC−4; 17:00 in Europe/Berlin)": the reader's zone, and the company's where its clocks differ. */
function momentOf(moment: string, shown: string | undefined, { clocks }: Manifest): string {
  const own = new Date(moment);
  // What the company's clocks show, read as if it were the reader's own.
  const theirs = shown ? new Date(shown) : own;
  const day = dayOf(own);
  const other = dayOf(theirs) === day ? timeOf(theirs) : `${dayOf(theirs)}, ${timeOf(theirs)}`;
  const differs = other !== timeOf(own) && clocks ? `; ${other} in ${clocks.timeZone.replaceAll("_", " ")}` : "";
  return `${day}, ${timeOf(own)} (${zoneOf(own)}${differs})`;
}

/** "19 June, 17:00 (UTC+2)": when the box closes. */
export const closingOf = (manifest: Manifest): string =>
  momentOf(manifest.cycle.closesAt, manifest.clocks?.closesAt, manifest);

/** When the box closed, as far as the manifest tells: an admin may have closed it before the day that was announced. */
export const closedSentence = (manifest: Manifest, now: Date): string =>
  now < new Date(manifest.cycle.closesAt)
    ? `It was closed before the day that was announced, ${closingOf(manifest)}.`
    : `It closed on ${closingOf(manifest)}.`;

/** "Friday 12 June, 07:00 (UTC+2)": when the second of two windows begins; null in one sitting. */
export function sealingOf(manifest: Manifest): string | null {
  const { windows, clocks } = manifest;
  if (windows.kind !== "two-windows") return null;
  const { castsFrom } = windows;
  return `${weekdays[new Date(castsFrom).getDay()]} ${momentOf(castsFrom, clocks?.castsFrom, manifest)}`;
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
    `The box closes on ${closingOf(manifest)}.`,
    `Change or withdraw: ${location.origin}/ballot/${manifest.cycle.name}`,
    `Check that it was counted: ${location.origin}/verify/${manifest.cycle.name}`,
    "",
  ].join("\n");

/** "Norrvik · Q2 2026", at the top of every page. */
export const headingOf = (manifest: Manifest): string =>
  `${manifest.company.name} · ${quarterLabel(manifest.cycle.quarter)}`;
