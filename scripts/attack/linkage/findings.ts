import { type Finding, finding } from "../findings";
import type { Stage } from "../stage";
import { attack, chanceLimit, type Linkage, linksBy } from "./attacker";
import { canaries, caught } from "./canaries";
import { type PlayedCycle, playCycle, type Windows } from "./played-cycle";

const rounded = (value: number) => value.toFixed(2);
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Plays cycles of one kind, one after the other. */
export async function playCycles(
  stage: Stage,
  options: { cycles: number; raters: number; windows: Windows; say?: (line: string) => void },
): Promise<PlayedCycle[]> {
  const { cycles, raters, windows, say } = options;
  const played: PlayedCycle[] = [];
  for (let index = 0; index < cycles; index += 1) {
    const slug = `${windows.replace(" ", "-")}-${index}`;
    played.push(await playCycle(stage, { slug, raters, windows }));
    if (say && (index + 1) % 10 === 0) say(`  ${index + 1} of ${cycles} cycles in ${windows}`);
  }
  return played;
}

function linkageFinding(what: string, { mean, best }: Linkage, raters: number, cycles: number): Finding {
  const limit = chanceLimit(cycles);
  const figure = `${rounded(mean)} of ${raters} (${cycles} cycles; the luckiest way ${rounded(best.mean)})`;
  return finding("P5", what, figure, `≤ ${rounded(limit)}`, mean <= limit);
}

/** P5: what copies of the database, WAL and logs tell of who answered what, and of whose a ballot is. */
export function linkageFindings(oneSitting: PlayedCycle[], twoWindows: PlayedCycle[], raters: number): Finding[] {
  const one = attack(oneSitting, "everything");
  const two = attack(twoWindows, "everything");
  const { way } = one.ballots.best;
  const rows = `${rounded(one.ballots.mean)} of ${raters} (by ${way})`;
  const sameWay = linksBy(twoWindows, "everything", way);
  const limit = chanceLimit(twoWindows.length);
  return [
    linkageFinding("person → answers, one sitting", one.answers, raters, oneSitting.length),
    linkageFinding("person → answers, two windows", two.answers, raters, twoWindows.length),
    linkageFinding("person → sealed ballot, two windows", two.ballots, raters, twoWindows.length),
    finding(
      "P5",
      "the same by the way that links one sitting",
      `${rounded(sameWay)} of ${raters}`,
      `≤ ${rounded(limit)}`,
      sameWay <= limit,
    ),
    {
      proof: "P5",
      what: "person → sealed ballot, one sitting",
      figure: rows,
      aim: "98 %, said openly",
      verdict: "known",
    },
  ];
}

/** P6: the same attacker against builds that lack one protection each. */
export function canaryFindings(oneSitting: PlayedCycle[]): Finding[] {
  return canaries.map((canary) => {
    const { weakened, honest } = caught(canary, oneSitting);
    const figure = `${percent(weakened)} linked (honest build ${percent(honest)})`;
    return finding("P6", `canary: ${canary.name}`, figure, "≥ 90 %", weakened >= 0.9);
  });
}
