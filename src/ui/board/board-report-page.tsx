import { quarterLabel } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { LinkButton } from "@/ui/kit/link-button";
import { ExportLinks } from "@/ui/report/export-links";
import { BoardPageView } from "./board-page-view";

/** The board page as it comes over the wire, with a way back to the quarter before. */
export function BoardReportPage({ data }: { data: Outputs["report"]["board"] }) {
  const { company, page, earlier } = data;
  const before = earlier.at(-1);
  return (
    <BoardPageView
      page={page}
      company={company.name}
      actions={
        <>
          {before ? (
            <LinkButton href={`/${company.slug}/board/${before.toLowerCase()}`}>{quarterLabel(before)}</LinkButton>
          ) : null}
          <ExportLinks company={company.slug} quarter={page.quarter} page="board" />
        </>
      }
    />
  );
}
