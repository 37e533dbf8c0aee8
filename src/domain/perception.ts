import type { DimensionResult } from "./report";
import { gapOf } from "./score";

/** From one step of the answer scale on, in points, two named answers differ. */
const clearlyApart = 25;

/** How the two leaders' named answers and the engineers' score stand to each other. */
type Perception = "leaders-differ" | "shared-blind-spot" | "shared-hidden-strength" | "alike" | "unclear";

type Seen = Pick<DimensionResult, "score" | "self" | "partner">;

/**
 * The triangle of one area: the two leaders against each other first (a boundary that is open), then, where they agree,
 * both against the engineers by F7. Null unless all three have spoken.
 */
export function perceptionOf({ score, self, partner }: Seen): Perception | null {
  if (score.kind === "withheld" || self === null || partner === null) return null;
  if (Math.abs(self - partner) >= clearlyApart) return "leaders-differ";
  const labels = [self, partner].map((own) => gapOf(own, score, 1).label);
  const both = (kind: string): boolean => labels.every((label) => label.startsWith(kind));
  if (both("blind_spot")) return "shared-blind-spot";
  if (both("hidden_strength")) return "shared-hidden-strength";
  return both("aligned") ? "alike" : "unclear";
}

const perceptionWords: Record<Perception, string> = {
  "leaders-differ": "You two differ: this is open between you.",
  "shared-blind-spot": "Shared blind spot: you two agree, engineers see it more rarely.",
  "shared-hidden-strength": "Shared hidden strength: you two agree, engineers see it more often.",
  alike: "All three see it alike.",
  unclear: "No clear difference.",
};

/** What the three views say together, for the leaders who read it; null unless all three have spoken. */
export function perceptionSentence(seen: Seen): string | null {
  const perception = perceptionOf(seen);
  return perception && perceptionWords[perception];
}
