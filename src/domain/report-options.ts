import { z } from "zod";

/** What a company chooses about its leaders' reports. Nothing of it touches what is asked or counted. */
export const reportOptionsInput = z.object({
  /** Hide the talk's names of the patterns; their neutral labels stay. */
  neutralLabelsOnly: z.boolean(),
  /** Comments open a day after the release, so that the numbers are read first. */
  commentsAfterDay: z.boolean(),
});
export type ReportOptions = z.infer<typeof reportOptionsInput>;

/** The delay in hours that "comments after a day" stands for. */
export const commentDelayHours = (commentsAfterDay: boolean): number => (commentsAfterDay ? 24 : 0);

/** Why comments cannot be read yet: they open at a moment, or (null) that many hours after a release that is still to come. */
export type CommentsWait = { hours: number; from: Date | null };

/** Null when comments may be read now. A delay runs from the release; before it, a preview has none. */
export function commentsWait(delayHours: number, releasedAt: Date | null, now: Date): CommentsWait | null {
  if (delayHours <= 0) return null;
  const from = releasedAt && new Date(releasedAt.getTime() + delayHours * 3_600_000);
  return from !== null && from <= now ? null : { hours: delayHours, from };
}

/** The choices as the audit log names them. */
export const reportOptionsText = ({ neutralLabelsOnly, commentsAfterDay }: ReportOptions): string =>
  `${neutralLabelsOnly ? "neutral labels only" : "names of the talk and neutral labels"}, comments ${commentsAfterDay ? "24 hours after release" : "with the report"}`;
