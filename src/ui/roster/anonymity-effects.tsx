import type { RosterEffect } from "@/domain/roster-anonymity";
import { Card } from "@/ui/kit/card";
import { Icon } from "@/ui/kit/icon";

/** What the roster would do to anonymity once applied. */
export function AnonymityEffects({ effects }: { effects: readonly RosterEffect[] }) {
  return (
    <Card title="What this roster does to anonymity" className="mt-4">
      <ul className="mt-3 grid gap-2.5">
        {effects.map(({ tone, headline, detail }) => (
          <li key={headline} className="flex items-start gap-2.5 text-ink-2">
            <span className={`mt-0.5 ${tone === "good" ? "text-accent" : "text-caution"}`}>
              <Icon name={tone === "good" ? "check" : "warning"} />
            </span>
            <span>
              {tone === "caution" ? <span className="sr-only">Attention: </span> : null}
              <b className="font-medium text-ink">{headline}</b> {detail}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
