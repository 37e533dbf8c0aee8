import type { OwnerAnswer } from "@/domain/answers";
import { type BallotForm, formStems } from "@/domain/ballot-form";
import { figures } from "@/ui/kit/figures";
import type { Draft } from "../draft";
import { Frame } from "./frame";
import { PageFoot } from "./page-foot";
import { Statement } from "./statement";
import { useNumberKeys } from "./use-number-keys";

type Props = {
  form: BallotForm;
  heading: string;
  draft: Draft;
  onAnswer: (key: string, owner: OwnerAnswer | undefined) => void;
  onBack: () => void;
};

const owners = [
  { value: "cto", label: "The CTO" },
  { value: "vpe", label: "The VPoE" },
  { value: "both", label: "Both, about equally" },
  { value: "neither", label: "Neither" },
] as const;

/** Ten taps on who mostly does what; offered once, before sealing. */
export function ActivitiesScreen({ form, heading, draft, onAnswer, onBack }: Props) {
  useNumberKeys(draft.numberKeys);
  const open = form.activities.filter(({ key }) => draft.activities[key] === undefined).length;
  const top = (
    <header className="stick">
      <div className="top">
        <span>Who does what · {figures(`${form.activities.length - open} of ${form.activities.length} answered`)}</span>
        <span>about 1 min</span>
      </div>
      <div className="about pair">
        <b>Who does what</b>
        <span>{formStems.who5}</span>
      </div>
    </header>
  );
  const note = open === 0 ? "All answered on this page." : `${open} open. You may leave any of them open.`;
  return (
    <Frame
      heading={heading}
      top={top}
      footer={<PageFoot note={note} label="Back to review" onBack={onBack} onNext={onBack} />}
    >
      <h1 tabIndex={-1} className="vh">
        Who does what
      </h1>
      {form.activities.map(({ key, text }) => (
        <Statement
          key={key}
          name={key}
          text={text}
          points={owners}
          naLabel="I can’t tell"
          value={draft.activities[key]}
          onChange={(owner) => onAnswer(key, owner)}
        />
      ))}
    </Frame>
  );
}
