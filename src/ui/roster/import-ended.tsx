import Link from "next/link";
import { Notice } from "@/ui/kit/notice";

/** The draft is no more: applied or discarded, by whom, and where to look now. */
export function ImportEnded({ company, words }: { company: string; words: string }) {
  return (
    <>
      <h1 className="mb-4">This import has ended</h1>
      <Notice>
        {words} <Link href={`/${company}/roster`}>Open the roster</Link>
      </Notice>
    </>
  );
}
