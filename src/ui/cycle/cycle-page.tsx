import type { ReactNode } from "react";
import { quarterLabel } from "@/domain/quarter";
import { Icon } from "@/ui/kit/icon";
import { LinkButton } from "@/ui/kit/link-button";
import { PhaseBar } from "@/ui/kit/phase-bar";
import { PageHead } from "@/ui/shell/page-head";
import type { CycleView } from "./cycle-view";
import { type DraftCheck, DraftView } from "./draft-view";
import type { FlaggedComment } from "./flagged-comments";
import { currentStep, phaseLede, phaseProgress, phaseSteps } from "./phase-text";
import { RunningView } from "./running-view";

/** One cycle for its admin. */
export function CyclePage({
  company,
  companyName,
  cycle,
  check,
  suggestion,
  flagged,
  shares,
  now,
}: {
  company: string;
  companyName: string;
  cycle: CycleView;
  /** For drafts only. */
  check: DraftCheck | null;
  suggestion: string | null;
  /** Comments that wait for an admin's decision. */
  flagged: readonly FlaggedComment[];
  shares: ReactNode;
  now: Date;
}) {
  return (
    <>
      <PageHead
        crumbs={["Cycles"]}
        title={quarterLabel(cycle.quarter)}
        lede={phaseLede(cycle, now)}
        actions={
          cycle.phase === "draft" ? null : (
            <LinkButton href={`/verify/${cycle.name}`}>
              <Icon name="link" />
              Public page
            </LinkButton>
          )
        }
      />
      <div className="mb-7">
        <PhaseBar
          label="Phases of the cycle"
          phases={phaseSteps(cycle)}
          current={currentStep(cycle, now)}
          progress={phaseProgress(cycle, now)}
        />
      </div>
      {check ? (
        <DraftView company={company} companyName={companyName} cycle={cycle} check={check} now={now} />
      ) : (
        <RunningView
          company={company}
          cycle={cycle}
          suggestion={suggestion}
          flagged={flagged}
          shares={shares}
          now={now}
        />
      )}
    </>
  );
}
