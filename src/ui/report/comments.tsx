import type { ReleasedComment } from "@/domain/report";
import { WithheldBox } from "@/ui/kit/withheld-box";

const titles = [
  { question: "start", title: "Start" },
  { question: "stop", title: "Stop" },
  { question: "continue", title: "Keep" },
] as const;

/** Words as they were written, shuffled, nothing beside them; from 10 answers (D7). */
export function Comments({
  state,
  comments,
}: {
  state: { kind: "shown" } | { kind: "withheld"; answers: number };
  comments: readonly ReleasedComment[];
}) {
  if (state.kind === "withheld")
    return <WithheldBox>Comments are shown from 10 answers. This quarter there were {state.answers}.</WithheldBox>;
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
              {own.map((comment, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words
                <li key={index}>{comment.text}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
