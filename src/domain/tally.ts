import type { AttributedAnswers, BallotAnswers } from "./answers";
import type { AskedCommitment } from "./commitment-statement";
import { mayBeAskedApart, minimumAnswers } from "./disclosure";
import type { InstrumentSubject } from "./instrument";
import type { RaterGroup } from "./rater-group";
import type { FrozenReport, ReleasedComment, ResponseReport } from "./report";
import type { YearBefore } from "./report-change";
import { type RandomInt, releasedComments } from "./report-comments";
import type { Voice } from "./report-dimension";
import { pairReport } from "./report-pair";
import { seatReport, type TallySeat } from "./report-seat";
import { type Seat, seats } from "./seat";
import { countBallot, emptyTally, type GroupTally } from "./tally-counter";
import { countSlices, type DeclaredSlice, type SlicedTally } from "./tally-slices";

/** Everything the tally knows before the first ballot is opened. */
export type TallySetup = {
  quarter: string;
  seats: Record<Seat, TallySeat> & { onePerson: boolean };
  /** People invited per group; executives null when they were not asked anonymously. */
  invited: { engineer: number; executive: number | null };
  /** What the manifest declared; executives are not sliced. None when left out. */
  slices?: readonly DeclaredSlice[];
  /** Signed answers: each leader about their own seat, and the other leader about that seat (D9). */
  attributed: { self: Record<Seat, AttributedAnswers | null>; partner: Record<Seat, AttributedAnswers | null> };
  /** What the manifest declares as announced by the leaders; answers under any other key are ignored. */
  commitments?: readonly AskedCommitment[] | undefined;
  /** The report of the cycle before, null for the first. */
  previous: FrozenReport | null;
  /** Engineers who joined or left since the cycle before, null for the first. */
  rosterChange: number | null;
  /** The same quarter last year, null where there was none or where it was the cycle before. */
  yearBefore: YearBefore | null;
  /** Only the order of comments depends on it. */
  randomInt: RandomInt;
};

export type TallyResult = { report: FrozenReport; comments: ReleasedComment[] };

export type Tally = {
  /** Counts one opened ballot; nothing of it but comment texts is kept. */
  addBallot: (group: RaterGroup, answers: BallotAnswers) => void;
  /** The report and the comments; the same for the same ballots in any order. */
  finish: () => TallyResult;
};

export type TallyInput = Omit<TallySetup, "invited"> & {
  groups: {
    engineer: { invited: number; ballots: readonly BallotAnswers[] };
    executive: { invited: number; ballots: readonly BallotAnswers[] } | null;
  };
};

function subjectsOf(setup: TallySetup): InstrumentSubject[] {
  const held = seats.filter((seat) => setup.seats[seat].kind === "held");
  return held.length === 2 && !setup.seats.onePerson ? [...held, "pair"] : held;
}

function responseOf(setup: TallySetup, engineers: Voice, executives: Voice | null): ResponseReport {
  const released = engineers.tally.ballots >= minimumAnswers;
  const entry = (group: RaterGroup, { tally, invited }: Voice): ResponseReport["groups"][number] => {
    const heard = released && tally.ballots >= minimumAnswers;
    return { group, invited, ballots: heard ? tally.ballots : null, heard };
  };
  return {
    format: "tandem/report/1",
    quarter: setup.quarter,
    kind: released ? "released" : "too-few",
    groups: [entry("engineer", engineers), ...(executives === null ? [] : [entry("executive", executives)])],
    rosterChange: setup.rosterChange,
    ...(setup.yearBefore === null ? {} : { yearRosterChange: setup.yearBefore.rosterChange }),
  };
}

/** Starts a count. Ballots may come in any order and number; memory grows with comments only. */
export function startTally(setup: TallySetup): Tally {
  const { invited } = setup;
  const tallies: Record<RaterGroup, GroupTally> = { engineer: emptyTally(), executive: emptyTally() };
  const declared = setup.slices ?? [];
  const sliced: SlicedTally = new Map();
  const subjects = subjectsOf(setup);
  const executivesAsked = invited.executive !== null && mayBeAskedApart(invited.executive);
  return {
    addBallot(group, answers) {
      // D2: a group too small to be asked has no voice, whatever was sent in its name.
      if (group === "engineer" || executivesAsked) {
        countBallot(tallies[group], group, subjects, answers, setup.commitments);
      }
      if (group === "engineer") countSlices(sliced, declared, subjects, answers, setup.commitments);
    },
    finish() {
      const engineers: Voice = { tally: tallies.engineer, invited: invited.engineer };
      const executives = executivesAsked ? { tally: tallies.executive, invited: invited.executive ?? 0 } : null;
      const response = responseOf(setup, engineers, executives);
      const heardExecutives = executives !== null && executives.tally.ballots >= minimumAnswers ? executives : null;
      const common = {
        quarter: setup.quarter,
        engineers,
        executives: heardExecutives,
        previous: setup.previous,
        yearBefore: setup.yearBefore,
        response,
      };
      const seatOf = (seat: Seat) =>
        seatReport({
          ...common,
          seat,
          slices: { declared, sliced },
          state: setup.seats[seat],
          commitments: (setup.commitments ?? []).filter((commitment) => commitment.seat === seat),
          self: setup.attributed.self[seat],
          partner: setup.attributed.partner[seat],
        });
      const pair = pairReport({ ...common, states: setup.seats, self: setup.attributed.self });
      const report: FrozenReport = { response, cto: seatOf("cto"), vpe: seatOf("vpe"), pair };
      const spoken = (seat: Seat): boolean => report[seat].kind === "shown";
      const heard = heardExecutives === null ? [tallies.engineer] : [tallies.engineer, tallies.executive];
      return { report, comments: releasedComments(heard, spoken, setup.randomInt) };
    },
  };
}

/** The whole tally of ballots that fit into memory: counts, applies the disclosure rules and freezes the report. */
export function buildReport({ groups, ...setup }: TallyInput): TallyResult {
  const tally = startTally({
    ...setup,
    invited: { engineer: groups.engineer.invited, executive: groups.executive?.invited ?? null },
  });
  for (const answers of groups.engineer.ballots) tally.addBallot("engineer", answers);
  for (const answers of groups.executive?.ballots ?? []) tally.addBallot("executive", answers);
  return tally.finish();
}
