import { LinkButton } from "@/ui/kit/link-button";
import { Notice } from "@/ui/kit/notice";
import { leaderSentence, type Standing } from "./release-text";

/** On a leader's page: where the report stands, what comes next, and the way to the 100 words while they can be written. */
export function ReleaseNotice({ standing, wordsHref }: { standing: Standing; wordsHref: string | null }) {
  const preview = standing.stage === "preview";
  return (
    <div className="no-print mb-6 max-w-[760px]">
      <Notice {...(preview ? { title: "Preview: only you see this yet" } : {})}>
        <p>{leaderSentence(standing)}</p>
        {wordsHref ? (
          <p className="mt-2">
            <LinkButton href={wordsHref}>Write your 100 words for the board page</LinkButton>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
