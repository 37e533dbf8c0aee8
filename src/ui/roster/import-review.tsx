"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { RowFilter } from "@/domain/roster-comparison";
import type { RowFix } from "@/domain/roster-draft";
import { useTRPC } from "@/trpc/react";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { PageHead } from "@/ui/shell/page-head";
import { AnonymityEffects } from "./anonymity-effects";
import { ApplyBar } from "./apply-bar";
import { ColumnsForm } from "./columns-form";
import { CountsRow } from "./counts-row";
import { fromFile } from "./file-words";
import { FixSummary } from "./fix-summary";
import { type AppliedCounts, ImportApplied } from "./import-applied";
import { ImportEnded } from "./import-ended";
import { ImportTable } from "./import-table";
import type { ImportView } from "./import-view";
import { counted, digits } from "./number-words";
import { losesMany } from "./outcome-words";
import { PageLinks } from "./page-links";
import { refusalWords } from "./refusal-words";
import { fieldId } from "./row-field";
import { RowsSwitch } from "./rows-switch";

/** The comparison of a file with the roster: fix, choose, and only then apply. */
export function ImportReview({
  company,
  initial,
  filter,
  page,
  rail,
}: {
  company: string;
  initial: ImportView;
  filter: RowFilter;
  page: number;
  /** The steps of the set-up, shown where there is room beside the rows. */
  rail?: ReactNode;
}) {
  const { importId } = initial;
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const rowsHeading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [applied, setApplied] = useState<AppliedCounts | null>(null);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 8000);
    return () => clearTimeout(timer);
  }, [said]);

  const options = trpc.roster.import.queryOptions({ company, importId, filter, page });
  const { data: view = initial, error: gone } = useQuery({
    ...options,
    initialData: initial,
    retry: false,
    enabled: applied === null,
  });
  const fixRow = useMutation(trpc.roster.fixRow.mutationOptions());
  const remap = useMutation(trpc.roster.preview.mutationOptions());
  const apply = useMutation(trpc.roster.applyImport.mutationOptions());
  const discard = useMutation(trpc.roster.discard.mutationOptions());
  const busy = fixRow.isPending || remap.isPending || apply.isPending || discard.isPending;
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.roster.import.queryKey() });

  const change = async (line: number, change: { fix: RowFix } | { leaveOut: boolean }, done: string) => {
    setSaid(null);
    try {
      await fixRow.mutateAsync({ company, importId, line, ...change });
    } catch {
      return;
    }
    await refresh();
    const fresh = queryClient.getQueryData(options.queryKey);
    const still = fresh?.rows.find((row) => row.line === line && row.outcome === "fix");
    setSaid(
      still
        ? `Row ${line} still needs a fix: ${still.issues[0]?.cause}`
        : `${done} ${counted(fresh?.counts.fix ?? 0, "row needs", "rows need")} a fix.`,
    );
    // The field that had the focus may be gone: go to the next one, or to the heading of the rows.
    const next = still ?? fresh?.rows.find((row) => row.outcome === "fix");
    requestAnimationFrame(() => {
      const field = next ? document.getElementById(fieldId(next.line, next.issues[0]?.field ?? "email")) : null;
      (field ?? rowsHeading.current)?.focus();
    });
  };
  const applyNow = async () => {
    try {
      setApplied(await apply.mutateAsync({ company, importId, comparison: view.comparison }));
      void queryClient.invalidateQueries({ queryKey: trpc.roster.list.queryKey() });
    } catch {
      await refresh();
    }
  };
  const discardNow = async () => {
    try {
      await discard.mutateAsync({ company, importId });
      router.replace(`/${company}/roster`);
      router.refresh();
    } catch {
      await refresh();
    }
  };
  const remapNow = async (columns: ImportView["columns"]) => {
    try {
      await remap.mutateAsync({ company, importId, columns });
      await refresh();
      setSaid("The file was read again.");
    } catch {
      // The form shows why.
    }
  };

  if (applied) return <ImportApplied company={company} applied={applied} />;
  if (gone?.data?.code === "CONFLICT") return <ImportEnded company={company} words={gone.message} />;

  const { counts } = view;
  const here = `/${company}/roster/import/${importId}`;
  const hrefOf = (show: RowFilter, to = 1) => `${here}?${new URLSearchParams({ show, page: String(to) })}`;
  const refused = apply.error ?? fixRow.error ?? discard.error;
  const firstFix = view.rows.find((row) => row.outcome === "fix");
  return (
    <>
      <PageHead
        crumbs={["Roster", "Import"]}
        title="Check the roster before it changes"
        lede={`${fromFile(view.fileName)}, ${counted(counts.rows, "row")}. Nothing is saved until you apply it, and nobody is written to until the cycle opens.`}
        actions={
          <Link className="button" href={`/${company}/roster/import`}>
            Choose another file
          </Link>
        }
      />
      <div className={rail ? "grid gap-10 xl:grid-cols-[200px_minmax(0,1fr)]" : ""}>
        {rail ? <div className="max-xl:hidden">{rail}</div> : null}
        <div className="min-w-0">
          {refused ? (
            <div className="mb-4">
              <Notice tone="error" title="This was not done.">
                {refusalWords(refused)}
              </Notice>
            </div>
          ) : null}
          <CountsRow counts={counts} />
          {losesMany(counts) ? (
            <div className="mb-4">
              <Notice
                tone="caution"
                title={`${digits(counts.leave)} people of the present roster are not in this file.`}
              >
                A roster file is the whole list. If this is only a part of it, choose another file.
              </Notice>
            </div>
          ) : null}
          <FixSummary rows={view.rows} counts={counts} />
          <h2 ref={rowsHeading} tabIndex={-1} className="sr-only">
            Rows
          </h2>
          <div className="mb-2.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <RowsSwitch
              filter={filter}
              hrefOf={hrefOf}
              allWords={counts.rows === 1 ? "The one row" : `All ${counted(counts.rows, "row")}`}
            />
            <ColumnsForm
              view={view}
              busy={busy}
              problem={remap.error ? refusalWords(remap.error) : null}
              onColumns={(columns) => void remapNow(columns)}
            />
          </div>
          {view.rows.length === 0 ? (
            <Notice title="Nothing changes.">Every row of the file is on the roster already, just like this.</Notice>
          ) : (
            <ImportTable
              view={view}
              busy={busy}
              onFix={(line, fix) => void change(line, { fix }, `Row ${line} is fixed.`)}
              onLeaveOut={(line, leaveOut) =>
                void change(line, { leaveOut }, leaveOut ? `Row ${line} is left out.` : `Row ${line} is back.`)
              }
            />
          )}
          <PageLinks
            page={view.page}
            pages={view.pages}
            hrefOf={(to) => hrefOf(filter, to)}
            label="Pages of the import"
          />
          <AnonymityEffects effects={view.effects} />
          <ApplyBar
            counts={counts}
            firstFix={firstFix ? fieldId(firstFix.line, firstFix.issues[0]?.field ?? "email") : null}
            busy={busy}
            onApply={applyNow}
            onDiscard={discardNow}
          />
        </div>
      </div>
      <LiveRegion message={said} />
    </>
  );
}
