import { sha256, toHex, utf8 } from "./bytes";
import { canonicalJson } from "./canonical-json";
import { type Instrument, type InstrumentItem, instrumentSchema, type WordingGroup } from "./instrument-schema";
import data from "./instruments/2026-1.json" with { type: "json" };
import type { Seat } from "./seat";

/** Whom a statement is about: one of the two seats, or the two together. */
export type InstrumentSubject = Seat | "pair";

/** The questionnaire in force, checked when the program starts. */
export const instrument: Instrument = instrumentSchema.parse(data);

export const instrumentVersion = instrument.instrument.version;
export const activities = instrument.who_does_what.activities;
export const openQuestions = instrument.open_questions.questions;
export const scales = instrument.scales;

/** The role titles as they stand inside a sentence; reports and ballots use them in place of names. */
export const titles: Record<Seat, string> = { cto: "the CTO", vpe: "the VPoE" };

const templateFor = (item: InstrumentItem, group: WordingGroup): string | null => {
  if (group !== "self_cto" && group !== "self_vpe") return item.wording[group] ?? null;
  return item.about === "pair" ? (item.wording[group] ?? null) : (item.wording.self ?? null);
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Puts names or titles in place of the tokens {cto} and {vpe}; a title that begins the sentence gets a capital letter. */
export function fillTokens(template: string, names: Record<Seat, string>): string {
  return template.replace(/\{(cto|vpe)\}/g, (_, seat: Seat, offset: number) =>
    offset === 0 && names[seat] === titles[seat] ? capitalised(names[seat]) : names[seat],
  );
}

/** The sentence a group reads for an item, or null when that group is not asked it. */
export function wordingFor(
  item: InstrumentItem,
  group: WordingGroup,
  names: Record<Seat, string> = titles,
): string | null {
  const template = templateFor(item, group);
  return template === null ? null : fillTokens(template, names);
}

/** Is the item in the standard form of this group (rather than in the optional deep part)? */
const isCoreFor = (item: InstrumentItem, group: WordingGroup): boolean =>
  item.tier === "core" || (item.core_for ?? []).some((coreGroup) => coreGroup === group);

/** Items about a subject that a group is asked, in instrument order, with the overall question last. */
export const itemsAbout = (
  subject: InstrumentSubject,
  { group, tier }: { group: WordingGroup; tier: "core" | "all" },
): InstrumentItem[] =>
  instrument.items.filter(
    (item) => item.about === subject && templateFor(item, group) !== null && (tier === "all" || isCoreFor(item, group)),
  );

/** Dimensions of a subject in the order of the talk, without the overall question. */
export const dimensionsOf = (subject: InstrumentSubject): Instrument["dimensions"] =>
  instrument.dimensions.filter((dimension) => dimension.about === subject);

/** The five failure patterns of a role in the order of the talk. */
export const patternsOf = (seat: Seat): Instrument["anti_patterns"] =>
  instrument.anti_patterns.filter((pattern) => pattern.role === seat);

/** The dimension key under which a pattern's items are filed. */
export const patternDimension = (patternKey: string): string => `ap_${patternKey}`;

const decimalsAsText = (value: unknown): unknown => {
  if (typeof value === "number" && !Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return value.map(decimalsAsText);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, decimalsAsText(member)]));
};

/** Hex SHA-256 of the canonical JSON of the whole questionnaire, with decimal fractions written as text. */
export const instrumentHash = async (): Promise<string> =>
  toHex(await sha256(utf8(canonicalJson(decimalsAsText(data)))));
