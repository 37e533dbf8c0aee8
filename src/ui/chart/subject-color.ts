import type { Subject } from "@/domain/board-page";

/** Whose area it is, never who is better. Patterns have one hue of their own. */
export type Hue = Subject | "pattern";

export const hue: Record<Hue, { mark: string; band: string }> = {
  cto: { mark: "var(--cto)", band: "var(--cto-band)" },
  vpe: { mark: "var(--vpe)", band: "var(--vpe-band)" },
  pair: { mark: "var(--pair)", band: "var(--pair-band)" },
  pattern: { mark: "var(--pat-mark)", band: "var(--pat-band)" },
};
