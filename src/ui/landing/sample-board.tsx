import { BoardGroup } from "@/ui/board/board-group";
import { sampleBoardPage } from "@/ui/board/fixtures";
import { HatchDefinition } from "@/ui/chart/hatch";
import { figures } from "@/ui/kit/figures";
import { Emphasis } from "@/ui/report/emphasis";

const { headline, responseSentence, groups, changes, noChange } = sampleBoardPage;
const areas = groups.flatMap(({ panels }) => panels.map(({ label }) => label));

/** The upper part of a board page, drawn by the same components, with made-up numbers. */
export function SampleBoard() {
  return (
    <figure className="sample-picture sample-board">
      <HatchDefinition />
      <figcaption>
        <b>Norrvik</b>
        <span>technical leadership review, second quarter 2026</span>
        <span className="sample-label">Sample data, fictional company</span>
      </figcaption>
      <p className="sample-headline">{headline}</p>
      <p className="num text-ink-2">{figures(responseSentence)} The tinted band is the 95&nbsp;% interval.</p>
      {groups.slice(0, 2).map((group) => (
        <BoardGroup key={group.subject} group={group} />
      ))}
      <div className="num sample-changes">
        {[...changes, noChange ?? ""].map((sentence) => (
          <p key={sentence}>
            <Emphasis text={sentence} of={areas} />
          </p>
        ))}
      </div>
    </figure>
  );
}
