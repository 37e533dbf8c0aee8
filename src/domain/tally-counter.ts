import type { Answer, BallotAnswers, CommentQuestion } from "./answers";
import { commentQuestions } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import { activities, dimensionsOf, type InstrumentSubject, itemsAbout } from "./instrument";
import type { InstrumentItem, WordingGroup } from "./instrument-schema";
import type { RaterGroup } from "./rater-group";
import type { AnswerCounts } from "./score-agreement";
import { type Seat, seats } from "./seat";
import { countTogether, type TogetherTally } from "./tally-together";

/** How a questionnaire calls the two anonymous groups. */
export const wordingGroup: Record<RaterGroup, WordingGroup> = { engineer: "engineer", executive: "peer_exec" };

type ItemTally = { counts: [number, number, number, number, number]; cannotObserve: number };
type ActivityTally = Record<"cto" | "vpe" | "both" | "neither", number>;

/** One group's answers as counts; no answer can be told from another, and no order is kept. */
export type GroupTally = {
  ballots: number;
  /** Ballots with at least one answer about the subject. */
  answersAbout: Record<InstrumentSubject, number>;
  items: Map<string, ItemTally>;
  /** Per dimension, how many raters gave each combination of answers to its items, "-" for none. */
  combinations: Map<string, Map<string, number>>;
  /** How two responsibilities of a seat go together, as sums over those who rated both. */
  together: TogetherTally;
  /** Ballots that name an owner for at least one activity, and the owners per activity. */
  activityAnswers: number;
  activities: Map<string, ActivityTally>;
  comments: Record<Seat, Record<CommentQuestion, string[]>>;
};

const noComments = (): Record<CommentQuestion, string[]> => ({ start: [], stop: [], continue: [] });

/** An empty count for one group. */
export const emptyTally = (): GroupTally => ({
  ballots: 0,
  answersAbout: { cto: 0, vpe: 0, pair: 0 },
  items: new Map(),
  combinations: new Map(),
  together: new Map(),
  activityAnswers: 0,
  activities: new Map(activities.map(({ key }) => [key, { cto: 0, vpe: 0, both: 0, neither: 0 }])),
  comments: { cto: noComments(), vpe: noComments() },
});

/** Items of one dimension that a group is asked, in instrument order. */
export const itemsOfDimension = (subject: InstrumentSubject, dimension: string, group: RaterGroup): InstrumentItem[] =>
  itemsAbout(subject, { group: wordingGroup[group], tier: "core" }).filter((item) => item.dimension === dimension);

/** How often each answer was given to an item, and how often it could not be observed. */
export const itemTally = (tally: GroupTally, key: string): { counts: AnswerCounts; cannotObserve: number } =>
  tally.items.get(key) ?? { counts: [0, 0, 0, 0, 0], cannotObserve: 0 };

function countItem(tally: GroupTally, key: string, answer: Answer | undefined): void {
  if (answer === undefined) return;
  const item = tally.items.get(key) ?? { counts: [0, 0, 0, 0, 0], cannotObserve: 0 };
  tally.items.set(key, item);
  if (answer === null) item.cannotObserve += 1;
  else item.counts[(answer - 1) as 0 | 1 | 2 | 3 | 4] += 1;
}

function countSubject(
  tally: GroupTally,
  group: RaterGroup,
  subject: InstrumentSubject,
  answers: BallotAnswers,
  announced: readonly AskedCommitment[],
): void {
  const combinations = new Map<string, string[]>();
  let answered = false;
  for (const { key, seat } of announced) {
    if (seat !== subject || group !== "engineer") continue;
    const answer = answers.items[key];
    countItem(tally, key, answer);
    answered ||= answer !== undefined && answer !== null;
  }
  for (const item of itemsAbout(subject, { group: wordingGroup[group], tier: "core" })) {
    const answer = answers.items[item.key];
    countItem(tally, item.key, answer);
    answered ||= answer !== undefined && answer !== null;
    const combination = combinations.get(item.dimension) ?? [];
    combinations.set(item.dimension, combination);
    combination.push(answer === undefined || answer === null ? "-" : String(answer));
  }
  if (answered) tally.answersAbout[subject] += 1;
  for (const [dimension, combination] of combinations) {
    const known = tally.combinations.get(dimension) ?? new Map<string, number>();
    tally.combinations.set(dimension, known);
    const key = combination.join("");
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  if (subject === "pair") return;
  const areas = dimensionsOf(subject).map(({ key }) => ({
    key,
    answers: (combinations.get(key) ?? []).map((answer) => (answer === "-" ? null : Number(answer))),
  }));
  countTogether(tally.together, areas);
}

/** Adds one ballot; of it, only answers about the given subjects, declared announcements and activities of the questionnaire count. */
export function countBallot(
  tally: GroupTally,
  group: RaterGroup,
  subjects: readonly InstrumentSubject[],
  answers: BallotAnswers,
  announced: readonly AskedCommitment[] = [],
): void {
  tally.ballots += 1;
  const rated = (subject: InstrumentSubject): boolean =>
    subject === "pair" ? seats.every((seat) => answers.seats.includes(seat)) : answers.seats.includes(subject);
  for (const subject of subjects) {
    if (!rated(subject)) continue;
    countSubject(tally, group, subject, answers, announced);
    if (subject === "pair") continue;
    for (const question of commentQuestions) {
      const text = answers.comments[subject][question];
      if (text !== undefined) tally.comments[subject][question].push(text);
    }
  }
  let named = false;
  for (const [key, owners] of tally.activities) {
    const owner = answers.activities[key];
    if (owner === undefined || owner === null) continue;
    owners[owner] += 1;
    named = true;
  }
  if (named) tally.activityAnswers += 1;
}
