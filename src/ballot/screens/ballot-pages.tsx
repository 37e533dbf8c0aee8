import { useState } from "preact/hooks";
import type { BallotForm } from "@/domain/ballot-form";
import type { Manifest } from "@/domain/manifest";
import type { Draft } from "../draft";
import { minutesLeft, type Page, pagesOf } from "../pages";
import type { Navigation } from "../use-route";
import type { RosterName } from "../wire";
import { heldSeats } from "../wording";
import { ActivitiesScreen } from "./activities-screen";
import { LeadersScreen } from "./leaders-screen";
import { StatementsScreen } from "./statements-screen";
import { WordsScreen } from "./words-screen";

type Props = {
  manifest: Manifest;
  form: BallotForm;
  pages: Page[];
  draft: Draft;
  heading: string;
  roster: readonly RosterName[];
  navigation: Navigation;
  edit: (change: (draft: Draft) => Draft) => void;
};

/** A copy of a record with one key set, or left out for undefined. */
function withKey<T>(record: Record<string, T>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** The page of the ballot that the reader is on, and the way to the next one. */
export function BallotPages({ manifest, form, pages, draft, heading, roster, navigation, edit }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const { route, go, back } = navigation;
  const index = Math.min(route.page, pages.length - 1);
  const page = pages[index];
  const longest = draft.seats.length > 0 ? pages : pagesOf(form, { ...draft, seats: heldSeats(manifest) });

  const next = () => {
    if (draft.seats.length === 0) return setFailure("Choose at least one leader to go on, or close this page.");
    setFailure(null);
    const reviewing = draft.reviewed || index + 1 >= pages.length;
    edit((now) => ({ ...now, page: Math.min(index + 1, pages.length - 1), reviewed: reviewing }));
    if (reviewing) go("review");
    else go("pages", index + 1);
  };
  const previous = () => (index === 0 ? back("welcome") : back("pages", index - 1));
  const shared = {
    heading,
    draft,
    index,
    count: pages.length,
    minutes: minutesLeft(pages, index, draft),
    nextLabel: draft.reviewed ? "Back to review" : "Continue",
    onBack: previous,
    onNext: next,
  };

  if (route.view === "activities") {
    return (
      <ActivitiesScreen
        form={form}
        heading={heading}
        draft={draft}
        onAnswer={(key, owner) => edit((now) => ({ ...now, activities: withKey(now.activities, key, owner) }))}
        onBack={() => back("review")}
      />
    );
  }
  if (!page || page.kind === "leaders") {
    return (
      <LeadersScreen
        {...shared}
        manifest={manifest}
        // Before a choice the length is not known: the longest case stands for it.
        count={longest.length}
        minutes={minutesLeft(longest, 0, draft)}
        failure={draft.seats.length === 0 ? failure : null}
        onChange={(seats) => edit((now) => ({ ...now, seats }))}
      />
    );
  }
  if (page.kind === "words") {
    return (
      <WordsScreen
        {...shared}
        form={form}
        seats={page.seats}
        roster={roster}
        onWrite={(seat, question, text) =>
          edit((now) => ({
            ...now,
            comments: { ...now.comments, [seat]: { ...now.comments[seat], [question]: text } },
          }))
        }
      />
    );
  }
  return (
    <StatementsScreen
      {...shared}
      page={page}
      onAnswer={(key, answer) => edit((now) => ({ ...now, items: withKey(now.items, key, answer) }))}
      onNumberKeys={(numberKeys) => edit((now) => ({ ...now, numberKeys }))}
    />
  );
}
