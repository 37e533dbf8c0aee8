"use client";

import { useEffect } from "react";
import { type DraftOwner, forgetDraft, ownShelf } from "./rating-draft";
import type { RatingKey } from "./rating-key";

/** After closing: drafts that this browser still keeps can no longer be saved, so they go. */
export function ForgetDrafts({ company, quarter, member, ratings }: DraftOwner & { ratings: readonly RatingKey[] }) {
  const names = ratings.join(" ");
  useEffect(() => {
    for (const rating of names.split(" ") as RatingKey[]) {
      forgetDraft(ownShelf(), { company, quarter, member }, rating);
    }
  }, [company, quarter, member, names]);
  return null;
}
