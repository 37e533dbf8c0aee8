import type { Change } from "@/domain/report";
import { changeWords } from "@/ui/chart/score-words";
import { figures } from "@/ui/kit/figures";

export type ChangedArea = { key: string; label: string; change: Change; yearChange?: Change | undefined };

const text = (change: Change | undefined): string => (change === undefined ? "–" : changeWords(change));

function Cell({ change, since }: { change: Change | undefined; since: string }) {
  const marked = change?.kind === "marked";
  return (
    <td className="num">
      <span className="cell-label">Since {since}: </span>
      {marked ? <b className="font-semibold">{text(change)}</b> : text(change)}
    </td>
  );
}

/** Every area against the quarter before and the same quarter last year, and what else changed: who answered. */
export function WhatChanged({
  areas,
  since,
  sinceYear,
  mix,
}: {
  areas: readonly ChangedArea[];
  /** For example "Q1 2026". */
  since: string | null;
  sinceYear: string | null;
  /** Sentences on who answered, to stand beside the trend. */
  mix: readonly string[];
}) {
  if (since === null && sinceYear === null) return <p>First result, no comparison yet.</p>;
  return (
    <>
      {mix.length > 0 ? (
        <ul className="mb-3 grid max-w-measure gap-1 text-ink-2">
          {mix.map((sentence) => (
            <li key={sentence}>{figures(sentence)}</li>
          ))}
        </ul>
      ) : null}
      <table className="views wrapping">
        <caption className="sr-only">Change of every area against earlier quarters, in words</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            {since === null ? null : <th scope="col">Since {since}</th>}
            {sinceYear === null ? null : <th scope="col">Since {sinceYear}, a year ago</th>}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ key, label, change, yearChange }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {since === null ? null : <Cell change={change} since={since} />}
              {sinceYear === null ? null : <Cell change={yearChange} since={sinceYear} />}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
