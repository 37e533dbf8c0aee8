import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A long part that a reader opens when they want it: folded on the screen without scripts, always open on paper. */
export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="fold">
      <summary className="button">
        {summary} <Icon name="chevron-down" />
      </summary>
      <div className="fold-content">{children}</div>
    </details>
  );
}
