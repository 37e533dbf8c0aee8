import { quarterLabel } from "@/domain/quarter";
import type { Outputs } from "@/trpc/outputs";
import { LinkButton } from "@/ui/kit/link-button";
import { Notice } from "@/ui/kit/notice";
import { releaseSentence } from "@/ui/release/release-text";
import { wordsHref } from "@/ui/release/words-href";
import { ExportLinks } from "@/ui/report/export-links";
import { ShareSection } from "@/ui/share/share-section";
import { BoardPageView } from "./board-page-view";

type Data = Outputs["report"]["board"];

/** Before the board reads: what a leader should know of the sentence at the top, whose writer may read no results. */
function headlineNote({ page }: Data): string {
  return page.headline === page.suggestedHeadline
    ? "The sentence at the top is made from the results. An admin can write another one without reading them."
    : `An admin, who reads no results, wrote the sentence at the top. The one made from the results is: “${page.suggestedHeadline}” Tell the admin if it says more.`;
}

/** The board page as it comes over the wire, with a way back to the quarter before. */
export function BoardReportPage({ data, shares }: { data: Data; shares: Outputs["share"]["list"] | null }) {
  const { company, page, earlier, standing, mayWriteWords } = data;
  const before = earlier.at(-1);
  const words = wordsHref(company.slug, page.quarter, mayWriteWords);
  return (
    <>
      <div className="no-print mb-5 max-w-[960px]">
        <Notice>
          <p>{releaseSentence(standing)}</p>
          {standing.stage === "leaders" ? <p className="mt-1">{headlineNote(data)}</p> : null}
          {words ? (
            <p className="mt-2">
              <LinkButton href={words}>Write your 100 words for this page</LinkButton>
            </p>
          ) : null}
        </Notice>
      </div>
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
      {shares ? (
        <div className="mt-8">
          <ShareSection company={company.slug} quarter={page.quarter} data={shares} />
        </div>
      ) : null}
    </>
  );
}
