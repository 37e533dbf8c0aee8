import type { ReactNode } from "react";
import type { BoardGroup as Group } from "@/domain/board-page";
import { quarterLabel } from "@/domain/quarter";
import { TrendPanel } from "@/ui/chart/trend-panel";
import { figures } from "@/ui/kit/figures";

/** One row of small multiples; the number of answers stands in its head. */
export function BoardGroup({ group, children }: { group: Group; children?: ReactNode }) {
  const counted = /^(.*?)(\d+ of \d+)$/.exec(group.answersLine);
  return (
    <section className="board-group">
      <div className="group-head">
        <h2>
          <i data-hue={group.subject} />
          {group.title}
        </h2>
        <span className="num">
          {counted ? (
            <>
              {counted[1]}
              <b>{figures(counted[2] ?? "")}</b>
            </>
          ) : (
            group.answersLine
          )}
        </span>
      </div>
      <div className="small-multiples">
        {group.panels.map((panel, index) => (
          <div key={panel.key}>
            <h3>{panel.label}</h3>
            <TrendPanel of={group.subject} panel={panel} explain={index === 0} />
          </div>
        ))}
        {children}
      </div>
      {group.events.length > 0 ? (
        <ul className="group-events num" aria-label={`Events, ${group.title}`}>
          {group.events.map(({ number, quarter, text }) => (
            <li key={number}>
              <b>{number}</b> {quarterLabel(quarter)}: {text}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
