import { randomInt } from "node:crypto";
import fs from "node:fs";
import type { BallotAnswers } from "@/domain/answers";
import { runClaimNotice } from "@/server/notice/commands";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor, wireAt } from "../../../prisma/factories";
import { openTestCycle, testCastsFrom, testCloses, testNow, testQuarter } from "../../../prisma/test-cycle";
import { type Claimed, castSheet, claim, inventSheet } from "../rater";
import type { Stage } from "../stage";
import { type CommitLog, type Dump, dumpDatabase, readCommits, walPosition } from "./dump";

export type Windows = "one sitting" | "two windows";

/** What attacker A1 holds of one cycle, and for the game the answer sheets of all its raters in random order. */
export type Evidence = { dumps: Dump[]; commits: CommitLog | null; logs: string[]; sheets: BallotAnswers[] };

/** What only the raters know: by mail address, whose ballot and whose sheet is whose, and when they came. */
type Truth = Map<string, { nullifier: string; sheet: number; claimedAt: number; castAt: number }>;

export type PlayedCycle = { evidence: Evidence; truth: Truth };

/** A browser's step at a minute of the cycle. */
type Step = { minute: number; rater: number; what: "claim" | "cast" };

const workingMinutes = 10 * 8 * 60;
const half = workingMinutes / 2;

/** Minutes a rater takes: eight in the middle, log-normal, seldom over half an hour. */
function sittingMinutes(): number {
  const uniform = () => (1 + randomInt(2 ** 32)) / 2 ** 32;
  const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return 8 * Math.exp(0.5 * normal);
}

/** Raters come at random within ten working days; in two windows everybody claims in the first and casts in the second. */
function scheduleOf(raters: number, windows: Windows): Step[] {
  const minuteBelow = (limit: number) => randomInt(limit * 1000) / 1000;
  const steps = Array.from({ length: raters }, (_, rater): Step[] => {
    const begun = windows === "one sitting" ? minuteBelow(workingMinutes) : minuteBelow(half);
    const done = windows === "one sitting" ? begun + sittingMinutes() : half + minuteBelow(half);
    return [
      { minute: begun, rater, what: "claim" },
      { minute: done, rater, what: "cast" },
    ];
  }).flat();
  return steps.sort((left, right) => left.minute - right.minute);
}

const hourOf = (minute: number | undefined) => (minute === undefined ? null : Math.floor(minute / 60));

const readLog = (file: string, from: number) => fs.readFileSync(file).subarray(from).toString("utf8");
const sizeOf = (file: string) => (fs.existsSync(file) ? fs.statSync(file).size : 0);

/** Keeps what the application prints while work runs: its log. */
async function recordingConsole(lines: string[], work: () => Promise<void>): Promise<void> {
  const before = { log: console.log, warn: console.warn, error: console.error };
  const keep = (...parts: unknown[]) => void lines.push(parts.map(String).join(" "));
  Object.assign(console, { log: keep, warn: keep, error: keep });
  try {
    await work();
  } finally {
    Object.assign(console, before);
  }
}

/** Plays one cycle through the product's own code, from opening to destruction, and takes every copy on the way. */
export async function playCycle(
  stage: Stage,
  options: { slug: string; raters: number; windows: Windows },
): Promise<PlayedCycle> {
  const { slug, raters, windows } = options;
  const twice = windows === "two windows";
  const [claiming, casting] = [wireAt(testNow), wireAt(twice ? testCastsFrom : testNow)];
  const logFrom = sizeOf(stage.postgresLog);
  const walFrom = await walPosition(stage.adminUrl);
  const cycle = await openTestCycle(slug, { engineers: raters, ...(twice && { castsFrom: testCastsFrom }) });
  const attacked = { companyId: cycle.companyId, domain: cycle.admin.split("@")[1] ?? "" };
  // Sealed ballots stand in several copies; each is kept in memory once.
  const kept = new Map<string, string>();
  const once = (text: string) => {
    if (!kept.has(text)) kept.set(text, text);
    return kept.get(text) ?? text;
  };
  const dump = async (moment: Dump["moment"]) => {
    const copy = await dumpDatabase(stage.adminUrl, moment, attacked);
    for (const row of Object.values(copy.tables).flat()) {
      for (const [column, text] of Object.entries(row)) if (text && text.length > 1000) row[column] = once(text);
    }
    return copy;
  };
  const dumps = [await dump("opened")];
  const sheets = Array.from({ length: raters }, inventSheet);
  const truth: Truth = new Map();
  const claims = new Map<number, { claimed: Claimed; minute: number }>();
  const printed: string[] = [];
  await recordingConsole(printed, async () => {
    const steps = scheduleOf(raters, windows);
    // Whoever is first on the roster is not therefore first to come: people are dealt to seats of the schedule at random.
    const people = cycle.links.map((link) => ({ link, draw: randomInt(2 ** 40) })).sort((a, b) => a.draw - b.draw);
    for (const [index, { minute, rater, what }] of steps.entries()) {
      const person = people[rater]?.link;
      const sheet = sheets[rater];
      if (!person || !sheet) throw new Error("more steps than people");
      if (what === "claim") claims.set(rater, { claimed: await claim(claiming, person.link), minute });
      else {
        const mine = claims.get(rater);
        if (!mine) throw new Error("cast before claim");
        const { nullifier } = await castSheet(casting, mine.claimed, sheet);
        truth.set(person.email, { nullifier, sheet: rater, claimedAt: mine.minute, castAt: minute });
      }
      // What an installation does every hour. Not in one sitting: there it only blurs the order that this attacker is to find.
      if (twice && hourOf(minute) !== hourOf(steps[index + 1]?.minute)) await runClaimNotice(cycle, testNow);
      if (index === raters - 1) dumps.push(await dump("half"));
    }
    dumps.push(await dump("cast"));
    await callerFor(cycle.admin, testNow).cycle.close({ company: slug, quarter: testQuarter });
    await tallyCycle(cycle);
    dumps.push(await dump("tallied"));
    await destroyCycle(cycle, testCloses);
    dumps.push(await dump("destroyed"));
  });
  return {
    evidence: {
      dumps,
      commits: await readCommits(stage.adminUrl, walFrom),
      logs: [readLog(stage.postgresLog, logFrom), printed.join("\n")],
      sheets,
    },
    truth,
  };
}
