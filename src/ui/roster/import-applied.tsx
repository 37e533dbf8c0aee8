"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { counted } from "./number-words";

export type AppliedCounts = { join: number; change: number; leave: number };

/** The roster is in force: what changed, and what comes next. */
export function ImportApplied({ company, applied }: { company: string; applied: AppliedCounts }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        The roster is in force
      </h1>
      <p role="status" className="mt-1.5 mb-5 text-base text-ink-2">
        {counted(applied.join, "person joined", "people joined")}, {applied.change} changed, {applied.leave} left. It is
        in the audit log.
      </p>
      <div className="flex flex-wrap gap-2">
        <Link className="button button-primary" href={`/${company}/cycles`}>
          Go on to the cycle
        </Link>
        <Link className="button" href={`/${company}/roster`}>
          See the roster
        </Link>
      </div>
    </>
  );
}
