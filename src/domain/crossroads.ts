import { orphanSentence, strayedDuties } from "./duty-findings";
import type { DimensionResult, PairReport, RoleMap, Score, SeatReport } from "./report";
import { countWord, listed, lowerFirst, whole } from "./report-words";
import { meanOf } from "./score-mean";
import { partnerOf, type Seat, seatLabel, seats } from "./seat";

/** The talk's question to a CTO whose company grows (slide 4). */
export const crossroadsQuestion =
  "Become the VP of Engineering and hire a CTO, or remain the CTO and hire a VP of Engineering?";

/** Fewer shown areas than this say nothing about a role as a whole. */
const smallestRole = 3;
/** Half of the occasions, in points: a fixed mark to hold a duty against, so that no duty is held against another. */
const half = 50;

type ShownScore = Extract<Score, { kind: "shown" }>;
type Role = { seat: Seat; areas: (DimensionResult & { score: ShownScore })[]; level: ShownScore };

export type Crossroads = {
  /** What the answers say to the question; never more than both intervals carry. */
  verdict: string;
  evidence: string[];
  /** What the one person or the empty seat leaves undone, and who covers it. */
  cost: string[];
};

function roleIn(report: SeatReport): Role | null {
  if (report.kind !== "shown") return null;
  const areas = report.dimensions.flatMap((area) =>
    area.score.kind === "shown" ? [{ ...area, score: area.score }] : [],
  );
  const level = meanOf(areas.map(({ score }) => score));
  return areas.length < smallestRole || level.kind === "withheld" ? null : { seat: report.seat, areas, level };
}

const levelSentence = ({ seat, areas, level }: Role): string =>
  `As ${seatLabel[seat].short}: ${whole(level.value)}, between ${whole(level.low)} and ${whole(level.high)}, over ${countWord(areas.length)} areas.`;

function againstHalf({ seat, areas }: Role): string[] {
  const names = (clear: (score: ShownScore) => boolean): string[] =>
    areas.filter(({ score }) => clear(score)).map(({ label }) => lowerFirst(label));
  const [above, below] = [names(({ low }) => low > half), names(({ high }) => high < half)];
  const { short } = seatLabel[seat];
  return [
    ...(above.length > 0 ? [`As ${short}, clearly more than half of the time: ${listed(above)}.`] : []),
    ...(below.length > 0 ? [`As ${short}, clearly less than half of the time: ${listed(below)}.`] : []),
    ...(above.length + below.length === 0 ? [`As ${short}, no area is clearly above or below half of the time.`] : []),
  ];
}

/** The role whose interval lies wholly above the other's; null when they overlap or the clip (D5) could have made the distance. */
function clearerRole(cto: Role, vpe: Role): Role | null {
  const [higher, lower] = cto.level.value >= vpe.level.value ? [cto, vpe] : [vpe, cto];
  const widened =
    higher.areas.some(({ score }) => score.clipped === "low") ||
    lower.areas.some(({ score }) => score.clipped === "high");
  return higher.level.low > lower.level.high && !widened ? higher : null;
}

const ways: Record<Seat, string> = {
  cto: "remaining the CTO and hiring a VP of Engineering",
  vpe: "becoming the VP of Engineering and hiring a CTO",
};

function verdictOf(cto: Role, vpe: Role, answers: number): string {
  const clearer = clearerRole(cto, vpe);
  if (clearer === null)
    return "The answers do not tell the two apart: the intervals of the two roles overlap. Both ways stay open, and the answers give neither a lead.";
  const [own, other] = [seatLabel[clearer.seat].short, seatLabel[partnerOf(clearer.seat)].short];
  return `The answers lean one way: engineers see the ${own}’s duties more often than the ${other}’s, and the two intervals do not overlap. That speaks for ${ways[clearer.seat]}. It is what ${answers} engineers see, not a decision.`;
}

const nobodySentence = (map: RoleMap): string =>
  orphanSentence(map) ??
  (map.kind === "shown" && map.rows !== null
    ? "No duty is done by nobody in the eyes of 30 % or more."
    : "What nobody does can be named from 20 answers.");

function coverSentences(map: RoleMap, vacant: Seat): string[] {
  if (map.kind === "withheld") return [];
  const [empty, cover] = [seatLabel[vacant].short, seatLabel[partnerOf(vacant)].short];
  const duties = strayedDuties(map, vacant);
  const points = vacant === "vpe" ? map.ctoActsAsVpe : map.vpeActsAsCto;
  return [
    `On average ${whole(points)} % of the engineers name the ${cover} for the ${empty}’s duties.`,
    ...(duties.length > 0 ? [`The ${cover} covers, in the eyes of half or more: ${listed(duties)}.`] : []),
  ];
}

/** The crossroads of one person in both seats, or of the one who is left beside an empty seat; null where there is a pair. */
export function crossroadsOf(pair: PairReport, cto: SeatReport, vpe: SeatReport): Crossroads | null {
  if (pair.kind === "one-person") {
    const [asCto, asVpe] = [roleIn(cto), roleIn(vpe)];
    const both = [asCto, asVpe].filter((role) => role !== null);
    const answers = Math.min(...[cto, vpe].map((report) => (report.kind === "shown" ? report.answers : 0)));
    return {
      verdict:
        asCto === null || asVpe === null
          ? "The answers cannot speak to this: for one of the two roles too little may be shown."
          : verdictOf(asCto, asVpe, answers),
      evidence: [...both.map(levelSentence), ...both.flatMap(againstHalf)],
      cost: [nobodySentence(pair.roleMap)],
    };
  }
  if (pair.kind !== "vacant") return null;
  const empty = seats.filter((seat) => [cto, vpe].find((report) => report.seat === seat)?.kind === "vacant");
  const held = [roleIn(cto), roleIn(vpe)].filter((role) => role !== null);
  const [vacant] = empty;
  if (vacant === undefined) return null;
  const [who, whose] = [seatLabel[partnerOf(vacant)].short, seatLabel[vacant].short];
  return {
    verdict: `The answers cannot weigh the two roles: the ${whose}’s seat was empty, so only the ${who}’s duties were asked about. They show how these fare meanwhile, and who carries the rest.`,
    evidence: [...held.map(levelSentence), ...held.flatMap(againstHalf)],
    cost: [nobodySentence(pair.roleMap), ...coverSentences(pair.roleMap, vacant)],
  };
}
