import type { OpeningFinding } from "@/domain/opening-finding";
import { Icon } from "@/ui/kit/icon";
import { Tag } from "@/ui/kit/tag";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

const looks = {
  ok: { icon: "check", color: "text-accent", word: "In order:" },
  note: { icon: "warning", color: "text-caution", word: "To know:" },
  stop: { icon: "warning", color: "text-error", word: null },
} as const;

/** What the anonymity check found, each with its consequence; what stops the opening comes first. */
export function FindingList({ findings }: { findings: readonly OpeningFinding[] }) {
  const order = { stop: 0, note: 1, ok: 2 } as const;
  return (
    <ul className="mt-3 grid gap-3">
      {findings
        .toSorted((a, b) => order[a.level] - order[b.level])
        .map(({ level, title, detail }) => {
          const { icon, color, word } = looks[level];
          return (
            <li key={title} className="grid grid-cols-[18px_minmax(0,1fr)] gap-2.5 leading-normal text-ink-2">
              <span className={`pt-[3px] ${color}`}>
                <Icon name={icon} />
              </span>
              <span>
                {word ? <VisuallyHidden>{word} </VisuallyHidden> : null}
                <b className="font-medium text-ink">{title}</b> {detail}{" "}
                {level === "stop" ? <Tag tone="error">Stops the opening</Tag> : null}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
