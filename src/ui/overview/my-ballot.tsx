"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/react";
import { dayText, momentText } from "@/ui/cycle/dates";
import { Button } from "@/ui/kit/button";
import { Card } from "@/ui/kit/card";
import { Notice } from "@/ui/kit/notice";

/** The ballot of the person who looks: it opens from the link in their mail only, never from a signed-in page. */
export function MyBallot({
  company,
  claimed,
  closesAt,
  contact,
  publicHref,
}: {
  company: string;
  claimed: boolean;
  closesAt: Date;
  contact: string | null;
  publicHref: string;
}) {
  const trpc = useTRPC();
  const send = useMutation(trpc.invitation.sendMine.mutationOptions());
  return (
    <Card
      title={claimed ? "Your ballot was collected" : "Your ballot is waiting"}
      className="grid justify-items-start gap-3"
    >
      {claimed ? (
        <>
          <p className="text-ink-2">
            A ballot was collected in your name. If that was not you, tell {contact ?? "an admin of your company"}.
          </p>
          <p className="text-ink-2">
            Whether it was sent, nobody knows but your browser. Until {dayText(closesAt)} you can go on, change or
            withdraw it on the same device, or elsewhere with your recovery code.
          </p>
        </>
      ) : (
        <>
          <p className="text-ink-2">
            It opens from the link in your invitation mail, without this session, so that nothing can match your answers
            to your name. Open until <span className="num">{momentText(closesAt)}</span>.
          </p>
          <p className="text-ink-2">About 7 minutes, 4 if you rate one leader. Taking part is your choice.</p>
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant={claimed ? "secondary" : "primary"}
          disabled={send.isPending || send.isSuccess}
          onClick={() => send.mutate({ company })}
        >
          {send.isPending ? "Sending…" : send.isSuccess ? "Sent" : "Send my invitation again"}
        </Button>
        <a href={publicHref}>Public record of this cycle</a>
      </div>
      <div role="status" className="w-full empty:hidden">
        {send.isSuccess ? <Notice title="It is on its way: the same link, to your mail address." /> : null}
        {send.error ? <Notice tone="error" title={send.error.message} /> : null}
      </div>
    </Card>
  );
}
