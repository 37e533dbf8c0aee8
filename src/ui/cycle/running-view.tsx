import type { ReactNode } from "react";
import { Card } from "@/ui/kit/card";
import { BoardWordsForm } from "./board-words-form";
import type { CycleView } from "./cycle-view";
import { DeliveryCard } from "./delivery-card";
import { ExpiredCard } from "./expired-card";
import { FingerprintCard } from "./fingerprint-card";
import { type FlaggedComment, FlaggedComments } from "./flagged-comments";
import { GroupsCard } from "./groups-card";
import { NeverHereCard } from "./never-here-card";
import { NextStepsCard } from "./next-steps-card";
import { ParticipationCard } from "./participation-card";
import { ResultCard } from "./result-card";
import { SlicesCard } from "./slices-card";

/** A cycle that was opened: participation while it runs, then its result, and what can be done next. */
export function RunningView({
  company,
  cycle,
  suggestion,
  flagged,
  shares,
  now,
}: {
  company: string;
  cycle: CycleView;
  suggestion: string | null;
  flagged: readonly FlaggedComment[];
  /** Links to the board page, once there may be any. */
  shares: ReactNode;
  now: Date;
}) {
  const { phase, groups, slices, words } = cycle;
  const engineers = groups.find(({ group }) => group === "engineer");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.62fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        {phase === "open" && engineers ? (
          <>
            <ParticipationCard
              invited={engineers.invited}
              participation={engineers.participation}
              final={cycle.castsFrom !== null && cycle.castsFrom <= now}
            />
            <GroupsCard groups={groups} />
            <SlicesCard slices={slices} />
          </>
        ) : cycle.expiredAt ? (
          <ExpiredCard company={company} name={cycle.name} expiredAt={cycle.expiredAt} timeZone={cycle.timeZone} />
        ) : (
          <ResultCard company={company} cycle={cycle} now={now} />
        )}
        <FlaggedComments company={company} quarter={cycle.quarter} comments={flagged} />
        {cycle.tallied && !cycle.tooFew && !cycle.expiredAt ? (
          <Card title="Words for the board page">
            <BoardWordsForm
              company={company}
              quarter={cycle.quarter}
              headline={cycle.boardHeadline}
              question={cycle.boardQuestion}
              suggestion={suggestion ?? cycle.rolesSentence}
              fromResults={suggestion !== null}
            />
          </Card>
        ) : null}
        {shares}
        <NeverHereCard />
      </div>
      <div className="grid gap-5">
        {cycle.expiredAt ? null : (
          <>
            <NextStepsCard company={company} cycle={cycle} now={now} />
            <DeliveryCard company={company} cycle={cycle} />
          </>
        )}
        {words ? <FingerprintCard name={cycle.name} words={words} /> : null}
      </div>
    </div>
  );
}
