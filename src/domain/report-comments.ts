import { commentQuestions } from "./answers";
import { minimumComments } from "./disclosure";
import type { ReleasedComment } from "./report";
import { type Seat, seats } from "./seat";
import type { GroupTally } from "./tally-counter";

/** An integer from 0 up to but not including its argument, each as likely as the other. */
export type RandomInt = (below: number) => number;

/** The same elements in an order that only the random source decides (Fisher and Yates). */
export function shuffled<Element>(elements: readonly Element[], randomInt: RandomInt): Element[] {
  const pool = [...elements];
  const order: Element[] = [];
  while (pool.length > 0) order.push(...pool.splice(randomInt(pool.length), 1));
  return order;
}

const inCodeUnitOrder = (texts: readonly string[]): string[] =>
  [...texts].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));

/** D7: per group from 10 answers about a seat; then pooled, sorted and shuffled per question, with nothing beside them. */
export function releasedComments(
  tallies: readonly GroupTally[],
  held: (seat: Seat) => boolean,
  randomInt: RandomInt,
): ReleasedComment[] {
  return seats.filter(held).flatMap((seat) => {
    const heard = tallies.filter((tally) => tally.answersAbout[seat] >= minimumComments);
    return commentQuestions.flatMap((question) => {
      const texts = heard.flatMap((tally) => tally.comments[seat][question]);
      return shuffled(inCodeUnitOrder(texts), randomInt).map((text) => ({ seat, question, text }));
    });
  });
}
