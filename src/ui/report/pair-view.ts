import type { RoleMapRow } from "@/domain/report";

type Owner = keyof RoleMapRow["shares"];

export type PairView = {
  key: string;
  question: string;
  kind: "shared-blind-spot" | "you-differ";
  cto: string;
  vpe: string;
  engineers: string;
  sentence: string;
};

const ownerWords: Record<Owner, string> = { cto: "The CTO", vpe: "The VPoE", both: "Both equally", neither: "Neither" };
const isOwner = (answer: string): answer is Owner => answer in ownerWords;
const answerWords = (answer: string): string => (isOwner(answer) ? ownerWords[answer] : "Can’t tell");

/** The answer most engineers give, with its share in percent; null when no cell is large enough to be shown. */
export function mostNamed(row: RoleMapRow): { owner: Owner; share: number } | null {
  const named = (Object.entries(row.shares) as [Owner, number | "–"][]).flatMap(([owner, share]) =>
    share === "–" ? [] : [{ owner, share }],
  );
  return named.toSorted((a, b) => b.share - a.share)[0] ?? null;
}

function view(row: RoleMapRow): (PairView & { share: number }) | null {
  const top = mostNamed(row);
  if (top === null || row.cto === null || row.vpe === null) return null;
  const agree = row.cto === row.vpe;
  if (agree && row.cto === top.owner) return null;
  const side = row.cto === top.owner ? "the CTO’s" : row.vpe === top.owner ? "the VPoE’s" : null;
  return {
    key: row.key,
    question: `Who ${row.text.charAt(0).toLowerCase()}${row.text.slice(1)}?`,
    kind: agree ? "shared-blind-spot" : "you-differ",
    cto: answerWords(row.cto),
    vpe: answerWords(row.vpe),
    engineers: `${ownerWords[top.owner]}, ${top.share} %`,
    sentence: agree
      ? "You agree with each other; most engineers who answered see it differently."
      : side === null
        ? "You see it differently, and the engineers see a third way."
        : `You see it differently; the engineers side with ${side} view.`,
    share: top.share,
  };
}

/** At most five activities where the two leaders or they and the engineers part, the clearest first. */
export function pairViews(rows: readonly RoleMapRow[]): PairView[] {
  return rows
    .map(view)
    .filter((found) => found !== null)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 5)
    .map(({ share: _, ...rest }) => rest);
}
