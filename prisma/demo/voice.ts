import type { Answer, BallotAnswers, OwnerAnswer } from "@/domain/answers";
import { ballotForm } from "@/domain/ballot-form";
import { instrument } from "@/domain/instrument";
import type { RaterGroup } from "@/domain/rater-group";
import { type Seat, seats } from "@/domain/seat";
import type { DemoCompany } from "./story";

/** A small repeatable source of chance (mulberry32): the demo tells the same story everywhere. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Statements that few engineers are in a position to see. */
const rarelySeen: Record<string, number> = { cto_ideas_up: 0.55, cto_ideas_out: 0.1, vpe_upward_1: 0.6 };

function toAnswer(points: number): Exclude<Answer, null> {
  const step = Math.min(5, Math.max(1, Math.round(points / 25) + 1));
  return step as Exclude<Answer, null>;
}

const owners: OwnerAnswer[] = ["cto", "vpe", "both", "neither"];

function ownerSaid(owner: "cto" | "vpe" | "both", random: () => number): OwnerAnswer {
  const roll = random();
  if (roll < 0.08) return null;
  if (roll < 0.7) return owner;
  return owners[Math.floor(random() * 4)] ?? null;
}

const dimensionOf = new Map(
  instrument.items.map((item) => [item.key, item.dimension === "overall" ? item.key : item.dimension]),
);

/** How an invented person answers: points kinder than the mean, spread of single answers, and whether they see everything. */
type Manner = { kindness: number; spread: number; seesAll: boolean };

/** One invented rater's ballot: the quarter's means, a personal leniency, noise, and what they cannot see. */
export function inventBallot(company: DemoCompany, quarter: number, group: RaterGroup, rater: number): BallotAnswers {
  const random = chance(quarter * 10_007 + rater * 101 + (group === "executive" ? 5_000_011 : 0) + company.slug.length);
  return speak(company, quarter, group, random, { kindness: normal(random) * 9, spread: 19, seesAll: false }, rater);
}

/** How a leader sees themselves or the other leader: a little kinder, steadier, and with a view on everything. */
export function inventLeaderView(company: DemoCompany, quarter: number, seat: Seat): BallotAnswers {
  const random = chance(quarter * 31 + (seat === "cto" ? 7 : 8) + company.slug.length);
  return speak(company, quarter, "executive", random, { kindness: 9, spread: 8, seesAll: true }, -1);
}

/** How often an invented rater saw what was announced; some could not observe it. */
export function inventAnnounced(quarter: number, rater: number, mean: number): Answer {
  const random = chance(quarter * 7919 + rater * 131 + 17);
  return random() < 0.08 ? null : toAnswer(mean + normal(random) * 20);
}

function speak(
  company: DemoCompany,
  quarter: number,
  group: RaterGroup,
  random: () => number,
  manner: Manner,
  rater: number,
): BallotAnswers {
  const seat = company.quarters[quarter]?.seats ?? company.openQuarter.seats;
  const onePerson = seat.cto.email === seat.vpe.email;
  const held = (name: string) => ({ kind: "held" as const, name });
  const form = ballotForm(group, { cto: held(seat.cto.name), vpe: held(seat.vpe.name), onePerson });
  const items: Record<string, Answer> = {};
  const asked = [
    ...seats.flatMap((name) => [...form.responsibilities[name], ...form.behaviours[name]]),
    ...form.pair,
    ...seats.flatMap((name) => form.overall[name] ?? []),
  ];
  for (const item of asked) {
    const dimension = dimensionOf.get(item.key) ?? "";
    const course = company.course[dimension] ?? [55];
    const mean = course[Math.min(quarter, course.length - 1)] ?? 55;
    const kindness = dimension.startsWith("ap_") ? -manner.kindness : manner.kindness;
    const seen = manner.seesAll || random() < (rarelySeen[item.key] ?? 0.95);
    items[item.key] = seen ? toAnswer(mean + kindness + normal(random) * manner.spread) : null;
  }
  const activities: Record<string, OwnerAnswer> = {};
  const whoDoesWhat = manner.seesAll || random() < 0.85;
  for (const activity of instrument.who_does_what.activities) {
    if (whoDoesWhat) activities[activity.key] = ownerSaid(activity.owner_by_deck, random);
  }
  return {
    format: "tandem/ballot/1",
    seats: [...seats],
    items,
    activities,
    comments: { cto: commentsOf(company, "cto", rater, random), vpe: commentsOf(company, "vpe", rater, random) },
  };
}

function commentsOf(company: DemoCompany, seat: Seat, rater: number, random: () => number) {
  const written: BallotAnswers["comments"]["cto"] = {};
  for (const question of ["start", "stop", "continue"] as const) {
    const text = company.comments[seat][question][rater];
    if (text && random() < 0.95) written[question] = text;
  }
  return written;
}
