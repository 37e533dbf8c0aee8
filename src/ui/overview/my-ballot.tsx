"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/react";
import { dayText, momentInZones } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { Card } from "@/ui/kit/card";
import { Notice } from "@/ui/kit/notice";
import type { Overview } from "./overview";

type OpenCycle = NonNullable<Overview["openCycle"]>;

/** What can be done with a ballot that was collected. */
function nextOfCollected({ castsFrom, closesAt, window, zones }: OpenCycle): string {
  if (window === "claims" && castsFrom) {
    return `You can seal it from ${momentInZones(castsFrom, zones)}, in the browser you collected it with. Your answers wait there.`;
  }
  const sealing = window === "casts" ? "Seal it in the browser you collected it with. " : "";
  return `${sealing}Whether it was sent, nobody knows but your browser. Until ${dayText(closesAt, zones.own)} you can go on, change or withdraw it on the same device, or elsewhere with your recovery code.`;
}

/** Until when a ballot can be collected, and when it is sealed. */
function whenToCollect({ castsFrom, closesAt, zones }: OpenCycle): string {
  return castsFrom
    ? `Collect it until ${momentInZones(castsFrom, zones)}; seal it from then until ${momentInZones(closesAt, zones)}, in the same browser.`
    : `Open until ${momentInZones(closesAt, zones)}.`;
}

/** The ballot of the person who looks: it opens from the link in their mail only, never from a signed-in page. */
export function MyBallot({
  company,
  claimed,
  cycle,
  contact,
  publicHref,
}: {
  company: string;
  claimed: boolean;
  cycle: OpenCycle;
  contact: string | null;
  publicHref: string;
}) {
  const trpc = useTRPC();
  const send = useMutation(trpc.invitation.sendMine.mutationOptions());
  const missed = !claimed && cycle.window === "casts";
  return (
    <Card
      title={
        claimed
          ? "Your ballot was collected"
          : missed
            ? "No ballot was collected in your name"
            : "Your ballot is waiting"
      }
      className="grid justify-items-start gap-3"
    >
      {claimed ? (
        <>
          <p className="text-ink-2 wrap-anywhere">
            A ballot was collected in your name. If that was not you, tell {contact ?? "an admin of your company"}.
          </p>
          <p className="num text-ink-2">{nextOfCollected(cycle)}</p>
        </>
      ) : missed ? (
        <p className="num text-ink-2">
          Ballots could be collected until {cycle.castsFrom && momentInZones(cycle.castsFrom, cycle.zones)}. Now the
          collected ones are sealed; there is nothing to do for you in this cycle.
        </p>
      ) : (
        <>
          <p className="text-ink-2">
            No ballot was collected in your name yet. It opens from the link in your invitation mail, without this
            session, so that nothing can match your answers to your name.{" "}
            <span className="num">{whenToCollect(cycle)}</span>
          </p>
          <p className="text-ink-2">About 7 minutes, 4 if you rate one leader. Taking part is your choice.</p>
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {missed ? null : (
          <Button
            variant={claimed ? "secondary" : "primary"}
            disabled={send.isPending || send.isSuccess}
            onClick={() => send.mutate({ company })}
          >
            {send.isPending ? "Sending…" : send.isSuccess ? "Sent" : "Send my invitation again"}
          </Button>
        )}
        <a href={`/${company}/colleagues`}>Who else was asked</a>
        <a href={publicHref}>Public record of this cycle</a>
      </div>
      <div role="status" className="w-full empty:hidden">
        {send.isSuccess ? <Notice title="It is on its way: the same link, to your mail address." /> : null}
        {send.error ? <Notice tone="error" title={send.error.message} /> : null}
      </div>
    </Card>
  );
}
