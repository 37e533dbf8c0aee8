"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RatingAnswers, Value } from "./answers-state";
import {
  type DraftOwner,
  type Drafts,
  forgetDraft,
  isDraftSlot,
  keepChange,
  ownShelf,
  readDrafts,
  withDraft,
  withDrafts,
} from "./rating-draft";
import type { RatingKey } from "./rating-key";
import type { Question } from "./sections";

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/** The answers of a leader's form: what the server has, and over it what this browser keeps until it is saved. */
export function useRatingDraft(
  { company, quarter, member }: DraftOwner,
  ratings: readonly RatingKey[],
  saved: RatingAnswers,
) {
  const router = useRouter();
  const [base, setBase] = useState(saved);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [kept, setKept] = useState(true);
  /** Where answers came from that were not given on this page just now. */
  const [from, setFrom] = useState<"earlier" | "other-tab" | null>(null);
  const held = useRef(drafts);
  const hold = useCallback((next: Drafts) => {
    held.current = next;
    setDrafts(next);
  }, []);
  const names = ratings.join(" ");
  useEffect(() => setBase(saved), [saved]);

  useEffect(() => {
    const owner = { company, quarter, member };
    const keys = names.split(" ") as RatingKey[];
    const take = (source: "earlier" | "other-tab") => {
      const shelf = ownShelf();
      const found = readDrafts(shelf, owner, keys);
      if (!shelf || same(found, held.current)) return;
      // Saved or discarded in another tab: what the server has by now is the truth.
      if (Object.keys(held.current).some((key) => !(key in found))) router.refresh();
      hold(found);
      setFrom(Object.keys(found).length > 0 ? source : null);
    };
    const onStorage = (event: StorageEvent) => {
      if (isDraftSlot(event.key)) take("other-tab");
    };
    const onShown = () => {
      if (document.visibilityState === "visible") take("other-tab");
    };
    take("earlier");
    window.addEventListener("storage", onStorage);
    window.addEventListener("pageshow", onShown);
    document.addEventListener("visibilitychange", onShown);
    return () => {
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("pageshow", onShown);
      document.removeEventListener("visibilitychange", onShown);
    };
  }, [company, quarter, member, names, router, hold]);

  useEffect(() => {
    if (kept || Object.keys(drafts).length === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [kept, drafts]);

  const owner = { company, quarter, member };
  return {
    answers: withDrafts(base, drafts),
    from,
    kept,
    change: (question: Question, value: Value) => {
      const result = keepChange(ownShelf(), owner, held.current, question, value);
      setKept(result.kept);
      hold(result.drafts);
    },
    unsaved: Object.keys(drafts) as RatingKey[],
    /** Sends one rating, and forgets its draft when the server has it. */
    save: async (key: RatingKey, send: (answers: NonNullable<RatingAnswers[RatingKey]>) => Promise<unknown>) => {
      const draft = held.current[key] ?? { given: { items: {}, activities: {} }, cleared: [] };
      const answers = withDraft(base[key], draft);
      await send(answers);
      setBase((before) => ({ ...before, [key]: answers }));
      const stays = forgetDraft(ownShelf(), owner, key, draft);
      const others = Object.entries(held.current).filter(([other]) => other !== key);
      hold({ ...Object.fromEntries(others), ...(stays && { [key]: stays }) });
      setFrom(null);
    },
    discard: () => {
      for (const key of Object.keys(held.current) as RatingKey[]) forgetDraft(ownShelf(), owner, key);
      hold({});
      setFrom(null);
    },
  };
}
