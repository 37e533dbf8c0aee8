import { dayInWords } from "@/domain/day-words";
import type { Outputs } from "@/trpc/outputs";
import { Card } from "@/ui/kit/card";
import { Tag } from "@/ui/kit/tag";
import { PageHead } from "@/ui/shell/page-head";
import { EndOtherSessions } from "./end-other-sessions";
import { EndSession } from "./end-session";

/** Where a person is signed in, by day, and how to end it. */
export function SessionsPage({ sessions }: { sessions: Outputs["session"]["list"] }) {
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      <PageHead
        title="Your sessions"
        lede="Each browser in which you are signed in. A session ends 14 days after you signed in, or after a week in which nobody used it."
      />
      <Card className="grid gap-4">
        <ul>
          {sessions.map(({ id, createdOn, lastUsedOn, endsOn, isThis, through }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0 first:pt-0"
            >
              <div className="num">
                <p className="flex items-center gap-2 font-medium">
                  Signed in on {dayInWords(createdOn)} {isThis ? <Tag>This one</Tag> : null}
                </p>
                <p className="text-xs text-ink-3">
                  {through ? `Through ${through}’s own sign-in. ` : ""}Last used on {dayInWords(lastUsedOn)}, ends on{" "}
                  {dayInWords(endsOn)}
                </p>
              </div>
              {isThis ? null : <EndSession sessionId={id} of={`of ${dayInWords(createdOn)}`} />}
            </li>
          ))}
        </ul>
        {others.length > 0 ? <EndOtherSessions /> : <p className="text-ink-2">You are signed in nowhere else.</p>}
        <p className="max-w-measure text-xs text-ink-3">
          We keep the days only. Which browser or network a session is from is not stored, so we cannot show it. If you
          do not recognise one, sign it out.
        </p>
      </Card>
    </>
  );
}
