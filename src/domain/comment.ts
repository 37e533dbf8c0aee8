import type { ReleasedComment } from "./report";

/** Why a leader reports a comment: it names somebody, or it insults. Displeasure is no reason. */
export const flagReasons = ["named-a-person", "insult"] as const;
export type FlagReason = (typeof flagReasons)[number];

/** A flag waits for an admin, who removes the comment from every reader or keeps it. */
export const flagStates = ["waiting", "removed", "kept"] as const;
type FlagState = (typeof flagStates)[number];

/** What every reader reads in the place of a comment that was removed. */
export const removedText: Record<FlagReason, string> = {
  "named-a-person": "Removed: named a person",
  insult: "Removed: an insult",
};

export type CommentFlag = { reason: FlagReason; state: FlagState };

/** A comment as its leader may read it: the text is gone where it was removed. */
export type ReadComment = ReleasedComment & { id: string; flag: CommentFlag | null };

/** The words a reader gets: the writer's own, or the sentence in their place once they were removed. */
export const readableText = (text: string, flag: CommentFlag | null): string =>
  flag?.state === "removed" ? removedText[flag.reason] : text;
