import type { RoleMap, RoleMapRow } from "./report";
import { listed, lowerFirst, whole } from "./report-words";
import { partnerOf, type Seat, seatLabel, seats } from "./seat";

/** From this share of the engineers on, in percent, an answer about who does what is named in a sentence. */
const namedFrom = 30;
/** From half on the engineers see a duty with somebody. */
const carriedFrom = 50;

const atLeast = (share: number | "–", percent: number): share is number => share !== "–" && share >= percent;
const spoken = (map: RoleMap): readonly RoleMapRow[] =>
  map.kind === "withheld" || map.rows === null ? [] : map.rows.filter(({ withheld }) => !withheld);

const duty = (text: string, share: number): string => `${lowerFirst(text)} (${share} %)`;

/** Duties that at least 30 % of the engineers see done by neither; null when there is none or nothing may be said. */
export function orphanSentence(map: RoleMap): string | null {
  const orphans = spoken(map).flatMap(({ text, shares: { neither } }) =>
    atLeast(neither, namedFrom) ? [duty(text, neither)] : [],
  );
  return orphans.length === 0 ? null : `Done by neither, in the eyes of ${namedFrom} % or more: ${listed(orphans)}.`;
}

/** Duties where at least 30 % name the CTO and at least 30 % the VPoE. */
export function contestedSentence(map: RoleMap): string | null {
  const contested = spoken(map).flatMap(({ text, shares: { cto, vpe } }) =>
    atLeast(cto, namedFrom) && atLeast(vpe, namedFrom)
      ? [`${lowerFirst(text)} (the CTO ${cto} %, the VPoE ${vpe} %)`]
      : [],
  );
  return contested.length === 0 ? null : `Contested, with both named by ${namedFrom} % or more: ${listed(contested)}.`;
}

/** Duties that the talk gives to one seat and at least half of the engineers see with the other. */
export function strayedDuties(map: RoleMap, owner: Seat): string[] {
  return spoken(map).flatMap((row) => {
    const share = row.shares[partnerOf(owner)];
    return row.owner === owner && atLeast(share, carriedFrom) ? [duty(row.text, share)] : [];
  });
}

const numberOf = (map: Extract<RoleMap, { kind: "shown" }>, owner: Seat): number =>
  owner === "vpe" ? map.ctoActsAsVpe : map.vpeActsAsCto;

/** "The CTO acts as VPoE" and its mirror, from 15 points on (F16), with the duties where at least half see it. */
function actsAsSentences(map: RoleMap): string[] {
  if (map.kind === "withheld") return [];
  return seats.flatMap((acting) => {
    const owner = partnerOf(acting);
    const points = numberOf(map, owner);
    if (points < 15) return [];
    const [who, whose] = [seatLabel[acting].short, seatLabel[owner].short];
    const duties = strayedDuties(map, owner);
    return [
      `The ${who} acts as ${whose}${points > 30 ? "" : " in part"}: on average ${whole(points)} % of the engineers name the ${who} for what the talk gives to the ${whose}${duties.length === 0 ? "" : `, above all: ${listed(duties)}`}.`,
    ];
  });
}

/** Who does what, in sentences: acting for the other, contested, orphaned; or that nothing of it is seen. */
export function dutyFindings(map: RoleMap): string[] {
  if (map.kind === "withheld") return [];
  const found = [
    ...actsAsSentences(map),
    ...[contestedSentence(map), orphanSentence(map)].filter((sentence) => sentence !== null),
  ];
  if (found.length > 0) return found;
  return map.rows === null
    ? [
        "Neither of the two is seen in the other’s duties. Which duties are contested or done by neither is shown from 20 answers.",
      ]
    : ["Neither of the two is seen in the other’s duties, and no duty is contested or done by neither."];
}
