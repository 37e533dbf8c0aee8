import type { Answer } from "@/domain/answers";
import { formScales, formStems } from "@/domain/ballot-form";
import { seatLabel } from "@/domain/seat";
import type { Draft } from "../draft";
import { keysOf, openOn, type Page, pageTitle } from "../pages";
import { Frame } from "./frame";
import { NumberKeySwitch } from "./number-key-switch";
import { PageFoot } from "./page-foot";
import { PageTop } from "./page-top";
import { Statement } from "./statement";
import { useNumberKeys } from "./use-number-keys";

type StatementPage = Extract<Page, { kind: "statements" | "pair" | "overall" }>;

type Props = {
  page: StatementPage;
  index: number;
  count: number;
  minutes: number;
  heading: string;
  draft: Draft;
  nextLabel: string;
  onAnswer: (key: string, answer: Answer | undefined) => void;
  onNumberKeys: (on: boolean) => void;
  onBack: () => void;
  onNext: () => void;
};

/** One page of statements about a leader, about the two together, or the overall question. */
export function StatementsScreen({ page, draft, onAnswer, ...props }: Props) {
  useNumberKeys(draft.numberKeys);
  const open = openOn(page, draft);
  const asked = keysOf(page).length;
  const items = page.kind === "overall" ? page.items : page.items.map((item) => ({ item, seat: null }));
  const about = page.kind === "statements" ? page.about : page.kind === "pair" ? "pair" : undefined;
  const note = open === 0 ? "All answered on this page." : `${open} open on this page. You may leave any of them open.`;
  return (
    <Frame
      heading={props.heading}
      top={
        <PageTop
          index={props.index}
          count={props.count}
          detail={`${asked - open} of ${asked} answered`}
          minutes={props.minutes}
          about={about}
          stem={about && formStems.freq5}
        />
      }
      footer={<PageFoot note={note} label={props.nextLabel} onBack={props.onBack} onNext={props.onNext} />}
    >
      <h1 tabIndex={-1} className={page.kind === "overall" ? "small" : "vh"}>
        {pageTitle(page)}
      </h1>
      {page.kind === "pair" && <p className="lede">{formStems.pair}</p>}
      {items.map(({ item, seat }) => (
        <div key={item.key}>
          {seat && <div className={`whose ${seat}`}>{seatLabel[seat].title}</div>}
          <Statement
            name={item.key}
            text={item.text}
            points={formScales[item.scale].points as { value: 1 | 2 | 3 | 4 | 5; label: string; hint?: string }[]}
            naLabel={formScales[item.scale].na.replace("'", "’")}
            value={draft.items[item.key]}
            onChange={(answer) => onAnswer(item.key, answer)}
          />
        </div>
      ))}
      <NumberKeySwitch on={draft.numberKeys} onChange={props.onNumberKeys} />
    </Frame>
  );
}
