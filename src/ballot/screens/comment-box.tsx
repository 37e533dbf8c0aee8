import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { commentMaxLength } from "@/domain/answers";
import { type Hint, identifyingHints, withReplacement } from "@/domain/hints";
import type { RosterName } from "../wire";

type Props = { question: string; text: string; roster: readonly RosterName[]; onChange: (text: string) => void };

/** The text cut into marked and unmarked stretches, for the layer under the box. */
function stretches(text: string, hints: readonly Hint[]): { text: string; start: number; marked: boolean }[] {
  const parts: { text: string; start: number; marked: boolean }[] = [];
  let at = 0;
  for (const hint of hints) {
    parts.push({ text: text.slice(at, hint.start), start: at, marked: false });
    parts.push({ text: text.slice(hint.start, hint.end), start: hint.start, marked: true });
    at = hint.end;
  }
  parts.push({ text: text.slice(at), start: at, marked: false });
  return parts;
}

/** What a screen reader hears, once the writer has rested for a second. */
function useRested(sentence: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(sentence), 1000);
    return () => clearTimeout(timer);
  }, [sentence]);
  return rested;
}

/** One optional box with hints about what could identify someone; nothing of it leaves the device before sealing. */
export function CommentBox({ question, text, roster, onChange }: Props) {
  const id = useId();
  const hints = useMemo(() => identifyingHints(text, roster), [text, roster]);
  const count = hints.length === 1 ? "1 detail" : `${hints.length} details`;
  const label = `${count} could point to you or a colleague`;
  const announcement = useRested(hints.length > 0 ? label : "");
  return (
    <div className="question">
      <label htmlFor={id}>{question}</label>
      <div className="writing">
        <div className="marks" aria-hidden="true">
          {stretches(text, hints).map((part) =>
            part.marked ? <mark key={part.start}>{part.text}</mark> : part.text,
          )}{" "}
        </div>
        <textarea
          id={id}
          rows={2}
          maxLength={commentMaxLength}
          value={text}
          aria-describedby={`${id}-count`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <div className="count" id={`${id}-count`}>
        <span>Checked on this device only</span>
        <span>
          {text.length} of {commentMaxLength}
        </span>
      </div>
      <div className="vh" role="status">
        {announcement}
      </div>
      {hints.length > 0 && (
        <ul className="hints" aria-label={label}>
          {hints.map((hint) => {
            const words = text.slice(hint.start, hint.end);
            return (
              <li key={hint.start}>
                <span>
                  <b>“{words}”</b> {hint.explanation} Say “{hint.replacement}”?
                </span>
                <button
                  type="button"
                  aria-label={`Use “${hint.replacement}” in place of “${words}”`}
                  onClick={() => {
                    onChange(withReplacement(text, hint));
                    document.getElementById(id)?.focus();
                  }}
                >
                  Use it
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
