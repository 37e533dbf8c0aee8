import { z } from "zod";
import type { ReleasedComment } from "./report";

/** Why a leader reports a comment: it names somebody, or it insults. Displeasure is no reason. */
export const flagReasons = ["named-a-person", "insult"] as const;
export const flagReasonSchema = z.enum(flagReasons, "Choose what is wrong with it.");
export type FlagReason = z.infer<typeof flagReasonSchema>;

export const flagDecisionSchema = z.enum(["remove", "keep"]);

/** A flag waits for an admin, who removes the comment from every reader or keeps it. */
export const flagStateSchema = z.enum(["waiting", "removed", "kept"]);
type FlagState = z.infer<typeof flagStateSchema>;

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
