"use client";

import { Fragment } from "react";
import { sliceNames } from "@/domain/roster";
import { columnUseLabel } from "@/domain/roster-columns";
import { ImportRow, type RowActions } from "./import-row";
import type { ImportView } from "./import-view";
import { sectionWords } from "./outcome-words";

const frame = "overflow-x-auto rounded-lg border border-line bg-surface";

/** One page of the comparison, a heading line above each kind of row. */
export function ImportTable({ view, busy, ...actions }: RowActions & { view: ImportView; busy: boolean }) {
  const { rows, columns, counts } = view;
  const slices = sliceNames.filter(
    (name) =>
      columns.includes(name) ||
      rows.some((row) => row.slices[name] !== undefined || row.before?.slices[name] !== undefined),
  );
  const withGroup =
    columns.includes("group") || rows.some((row) => row.group === "executive" || row.before?.group === "executive");
  const withZone =
    columns.includes("time-zone") ||
    rows.some((row) => row.issues.some(({ field }) => field === "time-zone") || row.before?.timeZone);
  const head = [
    "Name",
    "E-mail",
    ...(withGroup ? ["Group"] : []),
    ...slices.map((name) => columnUseLabel[name]),
    ...(withZone ? [columnUseLabel["time-zone"]] : []),
    "After import",
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll sideways must be reachable by keyboard
    <section aria-label="Rows of the import" tabIndex={0} className={frame}>
      <table className="data-table max-md:block">
        <caption className="sr-only">Rows of the import</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className="text-right">
              Row
            </th>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row, index) => (
            <Fragment key={`${row.line ?? row.email}-${row.outcome}`}>
              {row.outcome === rows[index - 1]?.outcome ? null : (
                <tr className="max-md:block">
                  <th scope="rowgroup" colSpan={head.length + 1} className="bg-sunken text-xs text-ink-2 max-md:block">
                    {sectionWords(row.outcome, counts)}
                  </th>
                </tr>
              )}
              <ImportRow row={row} slices={slices} withGroup={withGroup} withZone={withZone} busy={busy} {...actions} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
