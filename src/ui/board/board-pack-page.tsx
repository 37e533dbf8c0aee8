import type { BoardPage } from "@/domain/board-page";
import { BoardPageView } from "./board-page-view";

/** The board page behind a link: read-only, and leading nowhere else. */
export function BoardPackPage({ pack }: { pack: { company: string; page: BoardPage } }) {
  return (
    <main className="mx-auto w-full max-w-[1008px] px-4 py-6 sm:px-6 print:p-0">
      <BoardPageView page={pack.page} company={pack.company} />
    </main>
  );
}
