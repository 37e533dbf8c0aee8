import { activities, itemsAbout, scales, titles, wordingFor } from "@/domain/instrument";
import type { InstrumentItem, WordingGroup } from "@/domain/instrument-schema";
import { type Seat, seatLabel } from "@/domain/seat";
import { type RatingKey, type RatingName, ratingKey } from "./rating-key";

export type Question = {
  key: string;
  text: string;
  /** Ratings that hold the answer; more than one where one person holds both seats. */
  ratings: RatingKey[];
  answers: "frequency" | "effect" | "owner";
};

export type Section = {
  key: string;
  title: string;
  /** Whose colour the heading carries. */
  about: Seat | "pair";
  stem: string;
  questions: Question[];
};

const isOverall = (item: InstrumentItem) => item.dimension === "overall";
const isBehaviour = (item: InstrumentItem) => item.dimension.startsWith("ap_");

const questionsFrom = (items: InstrumentItem[], group: WordingGroup, rating: RatingKey): Question[] =>
  items.flatMap((item) => {
    const text = wordingFor(item, group);
    if (text === null) return [];
    return [
      { key: item.key, text, ratings: [rating], answers: item.scale === "effect5" ? "effect" : "frequency" } as const,
    ];
  });

/** Two statements of one pattern never follow each other: all first ones, then all second ones. */
const spread = (items: InstrumentItem[]): InstrumentItem[] => {
  const rank = (item: InstrumentItem) =>
    items.filter((other) => other.dimension === item.dimension).findIndex((other) => other.key === item.key);
  return items.toSorted((left, right) => rank(left) - rank(right));
};

const frequencyStem = scales.freq5.stem ?? "";

function aboutSeat(rating: RatingName): Section[] {
  const { kind, seat } = rating;
  const group: WordingGroup = kind === "self" ? `self_${seat}` : "peer_exec";
  const items = itemsAbout(seat, { group, tier: "core" }).filter((item) => !isOverall(item));
  const whom = kind === "self" ? `You as ${seatLabel[seat].short}` : seatLabel[seat].title;
  const key = ratingKey(rating);
  const section = (part: string, words: string, asked: InstrumentItem[]): Section => ({
    key: `${key}-${part}`,
    title: `${whom}: ${words}`,
    about: seat,
    stem: frequencyStem,
    questions: questionsFrom(asked, group, key),
  });
  return [
    section(
      "responsibilities",
      "responsibilities",
      items.filter((item) => !isBehaviour(item)),
    ),
    section("behaviours", "how it goes day to day", spread(items.filter(isBehaviour))),
  ];
}

/** The sections of a leader's form, in order: oneself, the two together, who does what, the other leader, overall. */
export function sectionsFor(expected: readonly RatingName[]): Section[] {
  const self = expected.filter(({ kind }) => kind === "self");
  const partner = expected.filter(({ kind }) => kind === "partner");
  const own = self[0];
  // Statements about the two need two people; with one person in both seats there is no partner to rate.
  const pair: Section[] =
    own && partner.length > 0
      ? [
          {
            key: "pair",
            title: "The two of you together",
            about: "pair",
            stem: frequencyStem,
            questions: questionsFrom(
              itemsAbout("pair", { group: `self_${own.seat}`, tier: "core" }),
              `self_${own.seat}`,
              ratingKey(own),
            ),
          },
        ]
      : [];
  const owners: Section = {
    key: "who-does-what",
    title: "Who mostly does what",
    about: "pair",
    stem: scales.who5.stem,
    questions: activities.map(({ key, text }) => ({ key, text, ratings: self.map(ratingKey), answers: "owner" })),
  };
  const overall: Section = {
    key: "overall",
    title: "Overall",
    about: own?.seat ?? "pair",
    stem: "All in all, over the last three months.",
    questions: expected.flatMap((rating) => {
      const group: WordingGroup = rating.kind === "self" ? `self_${rating.seat}` : "peer_exec";
      return questionsFrom(
        itemsAbout(rating.seat, { group, tier: "core" }).filter(isOverall),
        group,
        ratingKey(rating),
      );
    }),
  };
  return [...self.flatMap(aboutSeat), ...pair, owners, ...partner.flatMap(aboutSeat), overall].filter(
    ({ questions }) => questions.length > 0,
  );
}

type AnswerWord = { value: number | string; label: string; hint?: string | undefined };
export type AnswerWords = { points: AnswerWord[]; na: string };

/** The words of each scale as the form shows them; owners by their titles. */
export const answerWords: Record<Question["answers"], AnswerWords> = {
  frequency: { points: scales.freq5.points, na: scales.freq5.na.label },
  effect: { points: scales.effect5.points, na: scales.effect5.na.label },
  owner: {
    points: scales.who5.options
      .filter(({ code }) => code !== "NA")
      .map(({ code, label }) => ({
        value: code,
        label: code === "cto" || code === "vpe" ? titles[code].replace(/^the/, "The") : label,
      })),
    na: scales.who5.options.find(({ code }) => code === "NA")?.label ?? "I can't tell",
  },
};
