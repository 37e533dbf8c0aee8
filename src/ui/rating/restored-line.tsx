import { ConfirmDialog } from "@/ui/kit/confirm-dialog";

/** Says that answers stand here which were not given on this page just now, and offers to let go of them. */
export function RestoredLine({ from, onDiscard }: { from: "earlier" | "other-tab"; onDiscard: () => void }) {
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
      <p className="min-w-0 flex-1 basis-64" role="status">
        {from === "earlier"
          ? "Answers that you had not saved are back: this browser kept them. They are saved with the next section."
          : "Answers from another tab of yours stand here too. They are saved with the next section."}
      </p>
      <div className="-ml-3.5 sm:ml-0">
        <ConfirmDialog
          trigger="Discard them"
          triggerVariant="quiet"
          title="Discard the answers that are not saved?"
          confirmLabel="Discard them"
          confirmVariant="danger"
          onConfirm={onDiscard}
        >
          <p>All that was not saved goes, in this tab and in others. What was saved before stands in the form again.</p>
        </ConfirmDialog>
      </div>
    </div>
  );
}
