import type { BoardGroup, BoardPage, BoardQuarter, BoardStatement, Subject } from "./board-page";
import { answersIn, type BoardArea, boardAreas, boardSubjects, leaderIn } from "./board-page-areas";
import { boardCommitments, boardReturns } from "./board-page-commitments";
import { type BoardEvent, boardEvents, marksOf, toldUnder } from "./board-page-events";
import { boardPatterns } from "./board-page-patterns";
import {
  changeSentence,
  limitsOf,
  markedAreas,
  noChangeSentence,
  responseSentence,
  suggestedHeadline,
} from "./board-page-words";
import type { Commitment } from "./commitment";
import type { CompanyEvent } from "./company-event";
import { quarterLabel } from "./quarter";
import type { RoleMap } from "./report";
import { roleMapSentence } from "./report-words";
import { seatLabel } from "./seat";

export type BoardPageInput = {
  company: string;
  /** Names of the quarters to show, oldest first, up to eight; the last is the page's own. */
  quarterNames: readonly string[];
  /** Quarters with a released report, oldest first; those missing are filled as "no cycle". */
  quarters: readonly BoardQuarter[];
  /** The leaders' commitments up to the page's quarter; drafts are left out here. */
  commitments?: readonly Commitment[] | undefined;
  headline: string | null;
  question: string | null;
  statements: readonly BoardStatement[];
  /** What the company says a trend must be read with. */
  companyEvents: readonly CompanyEvent[];
  /** ISO date or time at which the leaders could read, or null when they cannot yet. */
  leadersReadOn: string | null;
};

const titleOf = (subject: Subject): string => (subject === "pair" ? "The two together" : seatLabel[subject].title);

function leaderName(last: BoardQuarter, subject: Subject): string | null {
  if (subject === "pair") return null;
  const part = last.report?.[subject];
  return part === undefined || part.kind === "vacant" ? null : part.leaderName;
}

/** First quarter of the person in the seat, when an earlier quarter had another one or nobody of its own. */
function inSeatSince(quarters: readonly BoardQuarter[], subject: Subject, areas: readonly BoardArea[]): string | null {
  const points = areas.find((area) => area.subject === subject)?.points ?? [];
  const apart = (index: number): boolean => points[index]?.kind === "one-person" || points[index]?.kind === "vacant";
  const last = quarters.at(-1);
  if (subject === "pair" || last === undefined || leaderIn(last, subject) === null || apart(quarters.length - 1))
    return null;
  const before = quarters.findLastIndex(
    (quarter, index) =>
      quarter.report !== null && (apart(index) || leaderIn(quarter, subject) !== leaderIn(last, subject)),
  );
  return before < 0 ? null : (quarters.slice(before + 1).find(({ report }) => report !== null)?.quarter ?? null);
}

/** "in the seat since Q4 2025; answers: 18, 24, 26 of 36" */
function answersLine(quarters: readonly BoardQuarter[], subject: Subject, areas: readonly BoardArea[]): string {
  const points = areas.find((area) => area.subject === subject)?.points ?? [];
  const counts = quarters.flatMap((quarter, index) => {
    const kind = points[index]?.kind;
    return kind === "shown" || kind === "withheld" ? [String(answersIn(quarter, subject) ?? "withheld")] : [];
  });
  const last = quarters.at(-1);
  const total = last !== undefined && answersIn(last, subject) !== null ? ` of ${last.report?.invited}` : "";
  const since = inSeatSince(quarters, subject, areas);
  const answers = counts.length === 0 ? "no answers yet" : `answers: ${counts.join(", ")}${total}`;
  return since === null ? answers : `in the seat since ${quarterLabel(since)}; ${answers}`;
}

function groupOf(
  quarters: readonly BoardQuarter[],
  last: BoardQuarter,
  subject: Subject,
  areas: readonly BoardArea[],
  events: readonly BoardEvent[],
): BoardGroup {
  return {
    subject,
    title: titleOf(subject),
    leaderName: leaderName(last, subject),
    answersLine: answersLine(quarters, subject, areas),
    events: toldUnder(events, subject),
    panels: areas
      .filter((area) => area.subject === subject)
      .map(({ subject: _, ...panel }) => ({ ...panel, events: marksOf(events, { subject, key: panel.key }) })),
  };
}

const roleMapIn = ({ report }: BoardQuarter): RoleMap =>
  report === null || report.pair.kind === "withheld"
    ? { kind: "withheld", why: "too-few-answers" }
    : report.pair.roleMap;

/** The board's one page for the last of the named quarters, from frozen reports only (D10); no comments and no team splits. */
export function boardPage(input: BoardPageInput): BoardPage {
  const names = input.quarterNames.slice(-8);
  const quarters = names.map(
    (quarter): BoardQuarter =>
      input.quarters.find((candidate) => candidate.quarter === quarter) ?? {
        quarter,
        opensOn: "",
        closesOn: "",
        report: null,
      },
  );
  const last = quarters.at(-1);
  if (last === undefined) throw new RangeError("a board page needs a quarter");
  const areas = boardAreas(quarters);
  const events = boardEvents(quarters, areas, input.companyEvents);
  const roleMap = roleMapIn(last);
  const suggested = suggestedHeadline(last, areas, roleMap);
  const { patterns, otherPatterns } = boardPatterns(quarters);
  return {
    quarter: last.quarter,
    quarters: names,
    headline: input.headline ?? suggested,
    suggestedHeadline: suggested,
    responseSentence: responseSentence(last),
    groups: boardSubjects.map((subject) => groupOf(quarters, last, subject, areas, events)),
    roleMap,
    roleMapSentence: roleMapSentence(roleMap),
    changes: markedAreas(areas).map(changeSentence),
    noChange: noChangeSentence(areas, ({ subject }) => answersIn(last, subject) ?? 0),
    patterns,
    otherPatterns,
    commitments: boardCommitments(quarters, input.commitments ?? []),
    returned: boardReturns(quarters, input.commitments ?? []),
    question: input.question,
    statements: [...input.statements],
    limits: limitsOf(areas, last, input.leadersReadOn),
  };
}
