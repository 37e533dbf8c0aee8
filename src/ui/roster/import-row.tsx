"use client";

import type { FormEvent, ReactNode } from "react";
import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import type { SliceName } from "@/domain/roster";
import { columnUseLabel } from "@/domain/roster-columns";
import type { ComparedRow } from "@/domain/roster-comparison";
import type { RowField, RowFix } from "@/domain/roster-draft";
import { Tag } from "@/ui/kit/tag";
import { outcomeTag } from "./outcome-words";
import { RowFixField } from "./row-field";

const cell = "max-md:border-0 max-md:p-0";
const link = "min-h-6 underline underline-offset-3 text-ink-2 max-md:min-h-10";

/** A value, and the one it replaces. */
function Changed({ now, before }: { now: string; before: string | null }) {
  if (before === null || before === now) return now;
  return (
    <>
      {before === "" ? null : <del className="text-ink-3">{before}</del>}{" "}
      <ins className="font-medium no-underline">{now === "" ? "none" : now}</ins>
    </>
  );
}

const groupWords = (group: string): string =>
  group in raterGroupLabel ? raterGroupLabel[group as RaterGroup].one : group;

export type RowActions = {
  onFix: (line: number, fix: RowFix) => void;
  onLeaveOut: (line: number, leaveOut: boolean) => void;
};

/** One row of the comparison; wrong values are fields in their own cells. On a phone a card of two lines. */
export function ImportRow({
  row,
  slices,
  withGroup,
  withZone,
  busy,
  onFix,
  onLeaveOut,
}: RowActions & {
  row: ComparedRow;
  slices: readonly SliceName[];
  withGroup: boolean;
  withZone: boolean;
  busy: boolean;
}) {
  const { line, before } = row;
  const wrong = row.outcome === "fix" && line !== null;
  const tag = outcomeTag(row);
  const fieldOr = (field: RowField, value: string, shown: ReactNode) => {
    const issues = row.issues.filter((issue) => issue.field === field);
    if (!wrong || issues.length === 0) return shown;
    return (
      <RowFixField
        line={line}
        field={field}
        value={value}
        issues={issues}
        disabled={busy}
        onRepair={(name, repair) => onFix(line, { [name]: repair })}
      />
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (line === null || busy) return;
    const written = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    onFix(line, Object.fromEntries(written) as RowFix);
  };
  const values = [...(withGroup ? [groupWords(row.group)] : []), ...slices.map((name) => row.slices[name] ?? "")];
  const aside = [...values, line === null ? "not in the file" : `row ${line}`].filter((value) => value !== "");

  return (
    <tr
      className={`${wrong ? "bg-error-soft" : ""} max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:px-3 max-md:py-2.5`}
    >
      <td className="num w-11 text-right text-xs text-ink-3 max-md:hidden">{line ?? "–"}</td>
      <td className={`${cell} wrap-anywhere max-md:font-medium md:min-w-40`}>
        {fieldOr("name", row.name, <Changed now={row.name} before={before?.name ?? null} />)}
      </td>
      <td
        className={`${cell} wrap-anywhere max-md:order-2 max-md:col-span-2 ${wrong ? "md:min-w-[280px]" : "text-ink-2 max-md:text-sm"}`}
      >
        {fieldOr("email", row.email, row.email)}
        <span className={`text-xs text-ink-3 md:hidden ${wrong ? "mt-1 block" : ""}`}>
          {wrong ? "" : " · "}
          {aside.join(" · ")}
        </span>
      </td>
      {withGroup ? (
        <td
          className={`${cell} max-md:order-3 max-md:col-span-2 ${row.issues.some((issue) => issue.field === "group") ? "" : "max-md:hidden"}`}
        >
          {fieldOr(
            "group",
            row.group,
            <Changed now={groupWords(row.group)} before={before ? groupWords(before.group) : null} />,
          )}
        </td>
      ) : null}
      {slices.map((name) => (
        <td
          key={name}
          className={`${cell} wrap-anywhere max-md:order-3 max-md:col-span-2 ${row.issues.some((issue) => issue.field === name) ? "" : "max-md:hidden"}`}
        >
          <span className="sr-only md:hidden">{columnUseLabel[name]}</span>
          {fieldOr(
            name,
            row.slices[name] ?? "",
            <Changed now={row.slices[name] ?? ""} before={before ? (before.slices[name] ?? "") : null} />,
          )}
        </td>
      ))}
      {withZone ? (
        <td
          className={`${cell} wrap-anywhere max-md:order-3 max-md:col-span-2 ${row.issues.some((issue) => issue.field === "time-zone") ? "" : "max-md:hidden"}`}
        >
          <span className="sr-only md:hidden">{columnUseLabel["time-zone"]}</span>
          {fieldOr(
            "time-zone",
            row.timeZone ?? "",
            <Changed now={row.timeZone ?? ""} before={before ? (before.timeZone ?? "") : null} />,
          )}
        </td>
      ) : null}
      <td className={`${cell} max-md:order-1 ${wrong ? "max-md:order-4 max-md:col-span-2" : ""}`}>
        <span className={wrong ? "[&>span]:bg-surface" : ""}>
          <Tag tone={tag.tone}>{tag.words}</Tag>
        </span>
        {wrong ? (
          <form id={`row-${line}`} className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-xs" onSubmit={submit}>
            <button type="submit" className={link} disabled={busy}>
              Check again<span className="sr-only"> row {line}</span>
            </button>
            <button type="button" className={link} disabled={busy} onClick={() => onLeaveOut(line, true)}>
              Leave out<span className="sr-only"> row {line}</span>
            </button>
          </form>
        ) : null}
        {row.outcome === "left-out" && line !== null ? (
          <button
            type="button"
            className={`${link} ml-2 text-xs`}
            disabled={busy}
            onClick={() => onLeaveOut(line, false)}
          >
            Put back<span className="sr-only"> row {line}</span>
          </button>
        ) : null}
      </td>
    </tr>
  );
}
