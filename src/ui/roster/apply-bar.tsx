"use client";

import type { RosterCounts } from "@/domain/roster-comparison";
import { Button } from "@/ui/kit/button";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { counted, digits } from "./number-words";
import { losesMany, usableRows } from "./outcome-words";

const applyWords = (counts: RosterCounts): string =>
  counts.fix > 0 ? `Apply without the ${counted(counts.fix, "row")}` : `Apply ${counted(usableRows(counts), "row")}`;

/** Apply, or fix first; asks once more when many would leave. */
export function ApplyBar({
  counts,
  firstFix,
  busy,
  onApply,
  onDiscard,
}: {
  counts: RosterCounts;
  firstFix: string | null;
  busy: boolean;
  onApply: () => Promise<void>;
  onDiscard: () => Promise<void>;
}) {
  const usable = usableRows(counts);
  const nothing = counts.join + counts.change + counts.leave === 0;
  const blocked =
    usable === 0
      ? "No row can be used yet, so there is nothing to apply."
      : nothing
        ? "The roster is like this already. There is nothing to apply."
        : null;
  return (
    <div className="mt-[18px] flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
      <p className="max-w-[52ch] text-xs text-ink-3">
        {blocked ??
          "Nobody is written to. A cycle that is open keeps the roster it was opened with; the next one takes this."}
      </p>
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:grow">
        <ConfirmDialog
          trigger="Discard"
          triggerVariant="quiet"
          title="Discard this import?"
          confirmLabel="Discard"
          confirmVariant="danger"
          disabled={busy}
          onConfirm={onDiscard}
        >
          <p>The rows and every fix you made are deleted. The roster stays as it is.</p>
        </ConfirmDialog>
        {firstFix === null ? null : (
          <a className="button" href={`#${firstFix}`}>
            Fix {counted(counts.fix, "row")} first
          </a>
        )}
        {losesMany(counts) && blocked === null ? (
          <ConfirmDialog
            trigger={applyWords(counts)}
            triggerVariant="primary"
            title={`${counted(counts.leave, "person leaves", "people leave")} the roster`}
            confirmLabel={`Apply, ${digits(counts.leave)} leave`}
            disabled={busy}
            onConfirm={onApply}
          >
            <p>
              They are not in this file, so they are not asked any more. If the file is only a part of the list, choose
              another one.
            </p>
          </ConfirmDialog>
        ) : (
          <Button variant="primary" disabled={busy || blocked !== null} onClick={() => void onApply()}>
            {busy ? "Working…" : applyWords(counts)}
          </Button>
        )}
      </div>
    </div>
  );
}
