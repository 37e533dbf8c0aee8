import type { AttributedAnswers } from "@/domain/answers";
import { quarterLabel } from "@/domain/quarter";
import type { Seat } from "@/domain/seat";
import { PageHead } from "@/ui/shell/page-head";
import { ClosedRating } from "./closed-rating";
import { ForgetDrafts } from "./forget-drafts";
import { RatingForm } from "./rating-form";
import { ratingKey } from "./rating-key";
import { answerWords, sectionsFor } from "./sections";

export type Ratings = {
  /** Whose they are. */
  member: string;
  quarter: string;
  open: boolean;
  closesAt: Date;
  timeZone: string;
  expected: readonly { kind: "self" | "partner"; seat: Seat; answers: AttributedAnswers | null }[];
};

/** A leader's own ratings of one cycle: a form while it is open, afterwards what they answered. */
export function RatingPage({ company, ratings }: { company: string; ratings: Ratings }) {
  const expected = ratings.expected.map(({ kind, seat }) => ({ kind, seat }));
  const saved = Object.fromEntries(
    ratings.expected.flatMap((rating) => (rating.answers ? [[ratingKey(rating), rating.answers]] : [])),
  );
  const sections = sectionsFor(expected);
  return (
    <>
      <PageHead
        crumbs={[quarterLabel(ratings.quarter)]}
        title="Your own view"
        {...(ratings.open ? { lede: "You first: how do you see it, before you read what engineers see?" } : {})}
      />
      {ratings.open ? (
        <RatingForm
          company={company}
          member={ratings.member}
          quarter={ratings.quarter}
          closesAt={ratings.closesAt}
          timeZone={ratings.timeZone}
          expected={expected}
          saved={saved}
          sections={sections}
          words={answerWords}
        />
      ) : (
        <>
          <ForgetDrafts
            company={company}
            quarter={ratings.quarter}
            member={ratings.member}
            ratings={expected.map(ratingKey)}
          />
          <ClosedRating sections={sections} answers={saved} closesAt={ratings.closesAt} timeZone={ratings.timeZone} />
        </>
      )}
    </>
  );
}
