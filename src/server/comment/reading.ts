import { type CommentFlag, type ReadComment, readableText } from "@/domain/comment";
import { flagReasonSchema, flagStateSchema } from "@/domain/comment-schema";
import type { ReleasedComment } from "@/domain/report";
import { seatSchema } from "@/domain/seat-schema";

type Row = {
  id: string;
  seat: string;
  question: string;
  text: string;
  flag: { reason: string; state: string } | null;
};

const flagOf = (row: Row): CommentFlag | null =>
  row.flag && { reason: flagReasonSchema.parse(row.flag.reason), state: flagStateSchema.parse(row.flag.state) };

/** A stored comment as its readers get it; the text of a removed one does not leave the database layer. */
export function readComment(row: Row): ReadComment {
  const flag = flagOf(row);
  return {
    id: row.id,
    seat: seatSchema.parse(row.seat),
    question: row.question as ReleasedComment["question"],
    text: readableText(row.text, flag),
    flag,
  };
}
