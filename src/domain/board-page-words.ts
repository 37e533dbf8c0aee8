import type { BoardQuarter } from "./board-page";
import type { BoardArea } from "./board-page-areas";
import { dayAndMonth } from "./day-words";
import { quarterLabel } from "./quarter";
import type { Change, RoleMap } from "./report";
import { changeWords, listed, lowerFirst, whole } from "./report-words";
import { type Seat, seatLabel, seats } from "./seat";
import { seenFrom } from "./trend";

function period(opensOn: string, closesOn: string): string {
  const sameMonth = opensOn.slice(0, 7) === closesOn.slice(0, 7);
  if (opensOn === closesOn) return `on ${dayAndMonth(opensOn)}`;
  return `between ${sameMonth ? Number(opensOn.slice(8, 10)) : dayAndMonth(opensOn)} and ${dayAndMonth(closesOn)}`;
}

/** "28 of 36 engineers answered between 1 and 19 June." */
export function responseSentence({ quarter, opensOn, closesOn, report }: BoardQuarter): string {
  if (report === null) return `No cycle in ${quarterLabel(quarter)}.`;
  const when = period(opensOn, closesOn);
  return report.ballots === null
    ? `Fewer than 5 of ${report.invited} engineers answered ${when}, so nothing is shown.`
    : `${report.ballots} of ${report.invited} engineers answered ${when}.`;
}

type Marked = Extract<Change, { kind: "marked" }>;
type Changed = { change: Change };

const isMarked = <Area extends Changed>(area: Area): area is Area & { change: Marked } => area.change.kind === "marked";

/** Marked areas, or their panels, strongest evidence first: the order in which the page tells of them. */
export const markedAreas = <Area extends Changed>(areas: readonly Area[]): (Area & { change: Marked })[] =>
  areas.filter(isMarked<Area>).sort((left, right) => left.change.p - right.change.p);

/** "{Area} {rose|fell} from {a} to {b} (change {d}, likely between {lo} and {hi})." */
export function changeSentence({ label, change }: { label: string; change: Marked }): string {
  const { movement, uncertainty } = changeWords(change);
  return `${label} ${movement} ${uncertainty}.`;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** "No clear change in the other {k} areas. With about {n} answers only changes above about {m} points can be seen." */
export function noChangeSentence(areas: readonly BoardArea[], answersOf: (area: BoardArea) => number): string | null {
  const still = areas.flatMap((area) => (area.change.kind === "none" ? [{ area, change: area.change }] : []));
  if (still.length === 0) return null;
  const others = areas.some(isMarked) ? "other " : "";
  const where = still.length === 1 ? `${others}area` : `${others}${still.length} areas`;
  const answers = whole(average(still.map(({ area }) => answersOf(area))));
  const points = whole(seenFrom(still.map(({ change }) => change)) ?? 0);
  return `No clear change in the ${where}. With about ${answers} answers only changes above about ${points} points can be seen.`;
}

const words = (text: string): number => text.split(/\s+/).length;

/** Who sits where, without any result: what a draft of the headline may say to somebody who reads no scores. */
export function rolesClause({ onePerson, vacant }: { onePerson: boolean; vacant: readonly Seat[] }): string {
  if (onePerson) return "One person holds both roles";
  const empty = vacant.map((seat) => seatLabel[seat].short);
  return empty.length === 0 ? "Both roles are filled" : `The role of the ${listed(empty)} is vacant`;
}

function opening({ report }: BoardQuarter): string {
  if (report === null) return "There was no cycle in this quarter";
  const vacant = seats.filter((seat) => report[seat].kind === "vacant");
  return rolesClause({ onePerson: report.pair.kind === "one-person", vacant });
}

/** A draft of the page's one sentence, at most 30 words: roles, strongest changes, and the boundary between the two. */
export function suggestedHeadline(last: BoardQuarter, areas: readonly BoardArea[], map: RoleMap): string {
  const moves = markedAreas(areas)
    .slice(0, 2)
    .map(({ label, change }) => `${lowerFirst(label)} has ${change.change > 0 ? "risen" : "fallen"}`);
  const compared = areas.some(({ change }) => change.kind === "none");
  const overlap =
    map.kind === "shown" && last.report?.pair.kind === "shown" && Math.max(map.ctoActsAsVpe, map.vpeActsAsCto) > 30
      ? map.ctoActsAsVpe >= map.vpeActsAsCto
        ? "the CTO does part of the VPoE’s work"
        : "the VPoE does part of the CTO’s work"
      : null;
  const clauses = [
    ...(moves.length > 0 ? moves : compared ? ["no area has clearly changed"] : []),
    ...(overlap === null ? [] : [overlap]),
  ];
  const build = (parts: readonly string[]): string =>
    `${[opening(last), ...parts.slice(0, 1)].join("; ")}${tail(parts)}.`;
  const tail = (parts: readonly string[]): string => (parts.length < 2 ? "" : ` and ${listed(parts.slice(1))}`);
  const lengths = clauses.map((_, index) => clauses.slice(0, clauses.length - index));
  return [...lengths, []].map(build).find((sentence) => words(sentence) <= 30) ?? `${opening(last)}.`;
}

/** The small type: what the page is for and what a mark means. */
export function limitsOf(areas: readonly BoardArea[], last: BoardQuarter, leadersReadOn: string | null): string[] {
  const heldBack = areas.find(({ change }) => change.kind === "held-back")?.change;
  const readers =
    last.report?.pair.kind === "shown" || last.report?.pair.kind === "withheld" ? "Both leaders" : "The leader";
  const restarted = areas.some(({ change }) => change.kind === "not-comparable" && change.why === "wording-changed");
  return [
    "Anonymous opinions, for development; not a basis for pay or dismissal.",
    "A marked change means that the answers changed, which need not mean that the person changed.",
    "The two leaders are not compared.",
    `Marked changes pass Holm’s test at 5 % across all ${areas.length} areas and are at least 5 points.`,
    ...(heldBack?.kind === "held-back"
      ? [`Change held back: ${heldBack.people} ${heldBack.people === 1 ? "person" : "people"} joined or left.`]
      : []),
    ...(restarted ? ["Where the wording of a statement changed, a new line starts."] : []),
    "Patterns are our reading of the talk “CTO vs. VP of Engineering”.",
    ...(leadersReadOn === null ? [] : [`${readers} saw this page on ${dayAndMonth(leadersReadOn)}.`]),
  ];
}
