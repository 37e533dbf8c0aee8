import type { ReactNode } from "react";
import type { BoardPage } from "@/domain/board-page";
import { quarterLabel } from "@/domain/quarter";
import { HatchDefinition } from "@/ui/chart/hatch";
import { figures } from "@/ui/kit/figures";
import { Mark } from "@/ui/kit/mark";
import { PrintButton } from "@/ui/kit/print-button";
import { Emphasis } from "@/ui/report/emphasis";
import { BoardGroup } from "./board-group";
import { areFirst, changeLines, patternLines } from "./board-lines";
import { BoardRoleMap } from "./board-role-map";
import { BoardStatements } from "./board-statements";
import { BoardValuesTable } from "./board-values-table";

const ordinals = ["first", "second", "third", "fourth"] as const;

/** "2026-Q2" → "second quarter 2026" */
const quarterInWords = (quarter: string): string =>
  `${ordinals[Number(quarter.slice(6)) - 1] ?? quarter.slice(5)} quarter ${quarter.slice(0, 4)}`;

/** Lines of type below the panels that still fit on one sheet of Letter at the usual size. */
const usualLines = 11;
/** Letters of the usual size on a line of one of the two columns. */
const lettersOnLine = 56;

const linesOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Math.ceil(text.length / lettersOnLine), 0);

/** Whether the page has so much to say that paper needs its smallest type and three columns below the panels. */
function isDense(page: BoardPage): boolean {
  const { groups, commitments, statements, question } = page;
  if (statements.length > 0 || groups.some(({ events }) => events.length > 0)) return true;
  const columns = [
    changeLines(page),
    [...patternLines(page).map(({ text }) => text), page.otherPatterns, ...page.returned],
  ];
  const below = Math.ceil(linesOf(commitments.map(({ sentence }) => sentence)) / 2);
  return Math.max(...columns.map(linesOf)) + below + (question === null ? 0 : 2) > usualLines;
}

/** One page a quarter for the board: the answer first, then what engineers say, what changed, and the limits. */
export function BoardPageView({ page, company, actions }: { page: BoardPage; company: string; actions?: ReactNode }) {
  const areas = page.groups.flatMap(({ panels }) => panels.map(({ label }) => label));
  const before = page.quarters.at(-2);
  const isFirst = areFirst(page);
  return (
    <>
      <HatchDefinition />
      <div className="board-bar">
        <p className="text-xs text-ink-3">
          Board page <span aria-hidden="true">/</span> {quarterLabel(page.quarter)}
        </p>
        <div className="flex flex-wrap gap-2">
          {actions}
          <PrintButton label="Print, one page A4" variant="primary" />
        </div>
      </div>
      <article className={isDense(page) ? "sheet dense" : "sheet"}>
        <header>
          <span>
            <b>{company}</b>, technical leadership review, {quarterInWords(page.quarter)}
          </span>
          <span className="brand">
            <Mark width={24} />
            Tandem
          </span>
        </header>
        <h1 className="headline">{figures(page.headline)}</h1>
        <p className="under num">
          {figures(page.responseSentence)} Scores run from 0 (never) to 100 (almost always); 50 is about half of the
          occasions. The tinted band is the 95&nbsp;% interval. Hatched quarters are withheld or had no separate person
          in the seat. A hollow dot rests on fewer than 10 answers.
        </p>
        {page.groups.map((group) => (
          <BoardGroup key={group.subject} group={group}>
            {group.subject === "pair" ? <BoardRoleMap map={page.roleMap} sentence={page.roleMapSentence} /> : null}
          </BoardGroup>
        ))}
        {page.groups.some(({ subject }) => subject === "pair") ? null : (
          <div className="small-multiples mt-4">
            <BoardRoleMap map={page.roleMap} sentence={page.roleMapSentence} />
          </div>
        )}
        <div className="board-lower">
          <div className="board-columns num">
            <section>
              <h2>{before && !isFirst ? `What changed since ${before.slice(5)}` : "What changed"}</h2>
              <ul>
                {changeLines(page).map((sentence) => (
                  <li key={sentence}>
                    <Emphasis text={sentence} of={areas} />
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>Patterns to know about</h2>
              <ul>
                {patternLines(page).map(({ band, tentative, text }) => (
                  <li key={text}>
                    <span className={tentative ? "swatch tentative" : "swatch"} data-band={band} />
                    <Emphasis text={text} of={page.patterns.map(({ neutralLabel }) => neutralLabel)} />
                  </li>
                ))}
                {page.otherPatterns ? <li>{figures(page.otherPatterns)}</li> : null}
                {page.returned.map((sentence) => (
                  <li key={sentence}>{figures(sentence)}</li>
                ))}
              </ul>
            </section>
          </div>
          <section className="board-commitments num">
            <h2>What the leaders do about it</h2>
            <ul>
              {page.commitments.length === 0 ? <li>No commitment has been shared.</li> : null}
              {page.commitments.map(({ subject, label, sentence }) => (
                <li key={sentence}>
                  <i data-hue={subject} />
                  <Emphasis text={sentence} of={[label]} />
                </li>
              ))}
            </ul>
          </section>
        </div>
        {page.question ? (
          <section className="board-question">
            <h2>Question for the board</h2>
            <p>{figures(page.question)}</p>
          </section>
        ) : null}
        <BoardStatements statements={page.statements} />
        <p className="board-limits">{figures(page.limits.join(" "))}</p>
        <BoardValuesTable page={page} />
      </article>
    </>
  );
}
