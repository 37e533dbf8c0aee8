import { type CommitmentKind, type CommitmentState, commitmentKinds } from "@/domain/commitment";
import { stateSentence, voiceSentence } from "@/domain/commitment-voice";
import { quarterLabel } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { Section } from "@/ui/report/section";
import { planChoices } from "./plan-choice";
import { PlanDesk } from "./plan-desk";

export type Plan = Outputs["commitment"]["list"];
type Entry = Plan["earlier"][number];

const tags: Record<CommitmentState, { tone: "neutral" | "ok"; text: string }> = {
  draft: { tone: "neutral", text: "Draft" },
  shared: { tone: "ok", text: "Shared with engineers" },
  kept: { tone: "ok", text: "Kept" },
  dropped: { tone: "neutral", text: "Dropped" },
};

const kindTitle: Record<CommitmentKind, string> = { responsibility: "One responsibility", pattern: "One pattern" };

/** Whether the one thing to do on the page is to share an action. */
export const sharingIsDue = ({ writable, plan }: Plan): boolean =>
  writable && commitmentKinds.every((kind) => plan[kind] === null || plan[kind].state === "draft");

/** Words, date and status of one commitment. */
function Told({ entry }: { entry: Entry }) {
  const { tone, text } = tags[entry.state];
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3>{entry.label}</h3>
        <Tag tone={tone}>{text}</Tag>
      </div>
      <p>“{entry.action}”</p>
      <p className="num text-xs text-ink-2">
        {stateSentence(entry)} {voiceSentence(entry.voice)}
      </p>
    </>
  );
}

function PlanCard({ plan, kind }: { plan: Plan; kind: CommitmentKind }) {
  const entry = plan.plan[kind];
  const closed = entry?.state === "kept" || entry?.state === "dropped";
  const desk = entry?.state === "shared" ? plan.seated : plan.writable && !closed;
  return (
    <div className="grid content-start gap-2 rounded-lg border border-line bg-surface px-4.5 py-4">
      {entry ? (
        <Told entry={entry} />
      ) : (
        <>
          <h3>{kindTitle[kind]}</h3>
          <p className="text-ink-2">
            {plan.writable
              ? `Not chosen yet. Choose one ${kind}, say what you will do and by when, then share it with the engineers.`
              : "None was chosen."}
          </p>
        </>
      )}
      {desk ? (
        <PlanDesk
          company={plan.company.slug}
          reference={{ quarter: plan.quarter, seat: plan.seat, kind }}
          entry={entry && { state: entry.state, subject: entry.subject, action: entry.action, dueOn: entry.dueOn }}
          choices={entry?.state === "shared" ? [] : planChoices(kind, plan.seat, plan.choices[kind])}
          days={plan.days}
        />
      ) : null}
    </div>
  );
}

function Earlier({ plan, entry }: { plan: Plan; entry: Entry }) {
  return (
    <li className="grid gap-1.5 border-t border-line py-3 first:border-t-0">
      <Told entry={entry} />
      <p className="num text-xs text-ink-3">Announced after {quarterLabel(entry.quarter)}.</p>
      {entry.state === "shared" && plan.seated ? (
        <PlanDesk
          company={plan.company.slug}
          reference={{ quarter: entry.quarter, seat: entry.seat, kind: entry.kind }}
          entry={{ state: entry.state, subject: entry.subject, action: entry.action, dueOn: entry.dueOn }}
          choices={[]}
          days={plan.days}
        />
      ) : null}
    </li>
  );
}

/** The plan a leader makes from a report: one responsibility and one pattern, and what became of the last ones. */
export function PlanSection({ plan }: { plan: Plan }) {
  const chosen = commitmentKinds.some((kind) => plan.plan[kind] !== null);
  if (!plan.writable && !chosen && plan.earlier.length === 0 && plan.returned.length === 0) return null;
  return (
    <div id="plan">
      <Section
        title="Your plan until the next quarter"
        notes={
          <>
            <p>One responsibility and one pattern. Engineers read what you share, with your name and the date.</p>
            <p>
              The next cycle asks about it first, on the scale from never to almost always, as long as you hold the
              seat.
            </p>
          </>
        }
      >
        {plan.returned.length > 0 ? (
          <div className="mb-4 grid gap-2">
            {plan.returned.map((sentence) => (
              <Notice key={sentence}>{sentence}</Notice>
            ))}
          </div>
        ) : null}
        {plan.writable || chosen ? (
          <div className="grid gap-3 sm:grid-cols-2">
            {commitmentKinds.map((kind) => (
              <PlanCard key={kind} plan={plan} kind={kind} />
            ))}
          </div>
        ) : null}
        {plan.earlier.length > 0 ? (
          <>
            <h3 className="mt-6 mb-1">What became of the last ones</h3>
            <ul>
              {plan.earlier.toReversed().map((entry) => (
                <Earlier key={`${entry.quarter}-${entry.kind}`} plan={plan} entry={entry} />
              ))}
            </ul>
          </>
        ) : null}
      </Section>
    </div>
  );
}
