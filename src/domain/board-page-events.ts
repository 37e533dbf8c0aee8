import type { BoardQuarter, PanelEvent, Subject, TrendPanel } from "./board-page";
import { boardSubjects, leaderIn } from "./board-page-areas";
import type { CompanyEvent } from "./company-event";
import { countWord } from "./report-words";
import { type Seat, seats } from "./seat";

/** Company events beyond these, the oldest first, are left out: the page is one sheet. */
const mostCompanyEvents = 4;

/** Something that a trend must be read with, drawn at the start of its quarter in the panels it concerns. */
export type BoardEvent = {
  number: number;
  quarter: string;
  index: number;
  subjects: readonly Subject[];
  /** Keys of the areas it concerns; null for all of its subjects. */
  areas: readonly string[] | null;
  text: string;
};

type Unnumbered = Omit<BoardEvent, "number">;
type Area = TrendPanel & { subject: Subject };

/** Where another person, or nobody, sat in a seat than in the reported quarter before. */
function seatChanges(quarters: readonly BoardQuarter[], seat: Seat): Unnumbered[] {
  const reported = quarters.flatMap((quarter, index) =>
    quarter.report === null ? [] : [{ index, quarter: quarter.quarter, leader: leaderIn(quarter, seat) }],
  );
  return reported.flatMap(({ index, quarter, leader }, place) => {
    const before = reported[place - 1];
    if (before === undefined || before.leader === leader) return [];
    const text =
      leader === null ? "the seat is vacant" : before.leader === null ? "the seat is filled" : "new person in the seat";
    return [{ index, quarter, subjects: [seat, "pair"], areas: null, text }];
  });
}

/** Where the wording of statements changed under the same person. */
function wordingChanges(quarters: readonly BoardQuarter[], areas: readonly Area[], subject: Subject): Unnumbered[] {
  const own = areas.filter((area) => area.subject === subject);
  return quarters.flatMap(({ quarter }, index) => {
    const changed = own.filter(
      ({ restarts, restartsByPerson }) => restarts.includes(index) && !restartsByPerson.includes(index),
    );
    if (changed.length === 0) return [];
    const where = changed.length === 1 ? `in ${changed[0]?.label}` : `in ${countWord(changed.length)} areas`;
    return [
      { index, quarter, subjects: [subject], areas: changed.map(({ key }) => key), text: `changed wording ${where}` },
    ];
  });
}

/** Every event of the shown quarters, oldest first and numbered over the whole page: seats, wording, and what the company adds. */
export function boardEvents(
  quarters: readonly BoardQuarter[],
  areas: readonly Area[],
  companyEvents: readonly CompanyEvent[],
): BoardEvent[] {
  const names = quarters.map(({ quarter }) => quarter);
  const company = companyEvents
    .map(
      ({ quarter, label }): Unnumbered => ({
        quarter,
        index: names.indexOf(quarter),
        subjects: boardSubjects,
        areas: null,
        text: label,
      }),
    )
    .filter(({ index }) => index >= 0)
    .sort((left, right) => left.index - right.index)
    .slice(-mostCompanyEvents);
  const all = [
    ...company,
    ...seats.flatMap((seat) => seatChanges(quarters, seat)),
    ...boardSubjects.flatMap((subject) => wordingChanges(quarters, areas, subject)),
  ];
  return all.sort((left, right) => left.index - right.index).map((event, place) => ({ ...event, number: place + 1 }));
}

/** The marks of one panel. */
export const marksOf = (
  events: readonly BoardEvent[],
  { subject, key }: { subject: Subject; key: string },
): PanelEvent[] =>
  events
    .filter((event) => event.subjects.includes(subject) && (event.areas === null || event.areas.includes(key)))
    .map(({ number, index }) => ({ number, index }));

/** The events that are told under a subject's row: each once, under the first row that it concerns. */
export const toldUnder = (events: readonly BoardEvent[], subject: Subject) =>
  events
    .filter(({ subjects }) => boardSubjects.find((candidate) => subjects.includes(candidate)) === subject)
    .map(({ number, quarter, text }) => ({ number, quarter, text }));
