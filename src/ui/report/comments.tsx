import type { ReactNode } from "react";
import type { CommentFlag, ReadComment } from "@/domain/comment";
import type { CommentsWait } from "@/domain/report-options";
import { momentText } from "@/ui/cycle/dates";
import { WithheldBox } from "@/ui/kit/withheld-box";

const titles = [
  { question: "start", title: "Start" },
  { question: "stop", title: "Stop" },
  { question: "continue", title: "Keep" },
] as const;

const flagWords: Record<CommentFlag["state"], string | null> = {
  waiting: "Reported; an admin will decide.",
  kept: "Reported; an admin kept it.",
  removed: null,
};

/** Words as they were written, shuffled, nothing beside them; from 10 answers (D7). */
export function Comments({
  state,
  comments,
  wait = null,
  timeZone,
  action,
}: {
  state: { kind: "shown" } | { kind: "withheld"; answers: number };
  comments: readonly ReadComment[];
  /** Comments that open later, by the company's choice. */
  wait?: CommentsWait | null | undefined;
  /** The company's. */
  timeZone: string;
  /** What can be done with a comment that nobody reported, by its id. */
  action?: ((commentId: string) => ReactNode) | undefined;
}) {
  if (state.kind === "withheld")
    return <WithheldBox>Comments are shown from 10 answers. This quarter there were {state.answers}.</WithheldBox>;
  if (wait !== null)
    return (
      <WithheldBox>
        Comments open{" "}
        {wait.from === null ? `${wait.hours} hours after the release` : `on ${momentText(wait.from, timeZone)}`}. Your
        company lets the numbers be read first.
      </WithheldBox>
    );
  if (comments.length === 0) return <p>Nobody left a comment this quarter.</p>;
  return (
    <div className="comments">
      {titles.map(({ question, title }) => {
        const own = comments.filter((comment) => comment.question === question);
        if (own.length === 0) return null;
        return (
          <div key={question}>
            <h3>{title}</h3>
            <ul>
              {own.map(({ id, text, flag }) => (
                <li key={id}>
                  {flag?.state === "removed" ? <i>{text}</i> : text}
                  {flag === null ? action?.(id) : null}
                  {flag && flagWords[flag.state] ? <p className="text-xs text-ink-3">{flagWords[flag.state]}</p> : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
