import { z } from "zod";
import { seatSchema } from "./seat-schema";

/** 1 Never … 5 Almost always; null = "I can't observe this". A missing key was left open. */
const answerSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.null()]);
export type Answer = z.infer<typeof answerSchema>;

/** Who mostly does an activity; null = "I can't tell". */
const ownerAnswerSchema = z.union([z.enum(["cto", "vpe", "both", "neither"]), z.null()]);
export type OwnerAnswer = z.infer<typeof ownerAnswerSchema>;

export const commentQuestions = ["start", "stop", "continue"] as const;
export type CommentQuestion = (typeof commentQuestions)[number];
export const commentMaxLength = 600;

/** Sealing puts text into Unicode NFC, which can make 600 characters of some scripts up to three times as long. */
const sealedCommentMaxLength = commentMaxLength * 3;
const commentText = z.string().trim().min(1).max(sealedCommentMaxLength);
const seatCommentsSchema = z.strictObject({
  start: commentText.optional(),
  stop: commentText.optional(),
  continue: commentText.optional(),
});

/**
 * What a rater says, before sealing: answers by item key, owners by activity key, comments by seat and question.
 * Nothing in it is mandatory, and nothing in it names the rater or their group (the group comes from the key).
 */
export const ballotAnswersSchema = z.strictObject({
  format: z.literal("tandem/ballot/1"),
  /** Seats this rater chose to rate. */
  seats: z.array(seatSchema).max(2),
  items: z.record(z.string().max(40), answerSchema),
  activities: z.record(z.string().max(40), ownerAnswerSchema),
  comments: z.strictObject({ cto: seatCommentsSchema, vpe: seatCommentsSchema }),
  /** Values of declared slices, by name; a rater may leave any of them out (D3). */
  slices: z.record(z.string().max(20), z.string().max(60)).optional(),
});
export type BallotAnswers = z.infer<typeof ballotAnswersSchema>;

/** Answers given with a name: a self-rating or one leader's view of the other. */
export const attributedAnswersSchema = z.strictObject({
  items: z.record(z.string().max(40), answerSchema),
  activities: z.record(z.string().max(40), ownerAnswerSchema),
});
export type AttributedAnswers = z.infer<typeof attributedAnswersSchema>;
