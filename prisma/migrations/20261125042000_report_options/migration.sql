-- AlterTable
ALTER TABLE "company" ADD COLUMN     "comment_delay_hours" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "neutral_labels_only" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "company" ADD CONSTRAINT comments_at_once_or_after_a_day CHECK (comment_delay_hours IN (0, 24));
