"use client";

import { useSessionEnded } from "@/trpc/session-end";
import { Notice } from "@/ui/kit/notice";

/** The way back in when a form was refused because the session has ended: in another tab, so that what was typed stays. */
export function SessionEnded({ company, path }: { company: string; path: string }) {
  const ended = useSessionEnded();
  const search = new URLSearchParams({ company, next: path });
  return (
    <div role="status" className="sticky bottom-4 z-10 max-w-[560px]">
      {ended ? (
        <div className="mt-6 rounded-md bg-canvas shadow-2">
          <Notice tone="caution" title="You are signed out.">
            <p>
              <a href={`/sign-in?${search}`} target="_blank" rel="noopener">
                Sign in again
              </a>{" "}
              in a new tab, and leave this page open: what you typed stays. Then press the button once more.
            </p>
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
