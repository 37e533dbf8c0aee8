"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { dayInWords } from "@/domain/day-words";
import { type Seat, seatLabel } from "@/domain/seat";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Checkbox } from "@/ui/kit/checkbox";
import { ConfirmDialog } from "@/ui/kit/confirm-dialog";
import { Notice } from "@/ui/kit/notice";
import { Tag } from "@/ui/kit/tag";
import { VisuallyHidden } from "@/ui/kit/visually-hidden";

export type MemberView = {
  id: string;
  name: string;
  email: string;
  admin: boolean;
  board: boolean;
  seats: Seat[];
  isYou: boolean;
  /** Day on which they were last signed in to this company, ISO; null if never. */
  lastHereOn: string | null;
};

/** One person with the roles they have, to change or take away. The server keeps the last admin. */
export function MemberRow({
  company,
  member,
  say,
}: {
  company: string;
  member: MemberView;
  say: (message: string) => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [roles, setRoles] = useState({ admin: member.admin, board: member.board });
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = (message: string) => ({
    onMutate: () => setProblem(null),
    onError: (error: { message: string }) => setProblem(error.message),
    onSuccess: () => {
      say(message);
      router.refresh();
    },
  });
  const change = useMutation(trpc.member.setRoles.mutationOptions(outcome(`Roles of ${member.name} saved`)));
  const remove = useMutation(trpc.member.remove.mutationOptions(outcome(`${member.name} removed`)));
  const changed = roles.admin !== member.admin || roles.board !== member.board;
  const losesOwn = member.isYou && member.admin && !roles.admin;
  return (
    <li className="grid gap-x-6 gap-y-3 border-t border-line py-4 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto_auto] md:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{member.name}</span>
          {member.isYou ? <Tag>You</Tag> : null}
          {member.seats.map((seat) => (
            <Tag key={seat}>{seatLabel[seat].short}</Tag>
          ))}
        </p>
        <p className="text-ink-2 wrap-anywhere">{member.email}</p>
        <p className="num text-xs text-ink-3">
          {member.lastHereOn ? `Last signed in here on ${dayInWords(member.lastHereOn)}` : "Has not signed in here yet"}
        </p>
      </div>
      <fieldset className="flex flex-wrap gap-x-5 md:w-60">
        <legend className="sr-only">Roles of {member.name}</legend>
        <Checkbox
          id={`admin-${member.id}`}
          label="Admin"
          checked={roles.admin}
          onChange={(event) => setRoles({ ...roles, admin: event.target.checked })}
        />
        <Checkbox
          id={`board-${member.id}`}
          label="Board member"
          checked={roles.board}
          onChange={(event) => setRoles({ ...roles, board: event.target.checked })}
        />
      </fieldset>
      <div className={`flex gap-2 md:ml-0 md:w-40 md:justify-end ${changed ? "" : "-ml-3.5"}`}>
        {changed ? (
          <Button disabled={change.isPending} onClick={() => change.mutate({ company, memberId: member.id, ...roles })}>
            Save<VisuallyHidden> roles of {member.name}</VisuallyHidden>
          </Button>
        ) : null}
        <ConfirmDialog
          trigger={
            <>
              Remove<VisuallyHidden> {member.name}</VisuallyHidden>
            </>
          }
          triggerVariant="quiet"
          title={`Remove ${member.name}?`}
          confirmLabel="Remove"
          confirmVariant="danger"
          onConfirm={async () => {
            await remove.mutateAsync({ company, memberId: member.id }).catch(() => undefined);
          }}
        >
          <p>
            {member.isYou
              ? "You lose your roles here at once, and this page. From the next cycle on, you are not asked either."
              : `${member.name} loses every role here at once. From the next cycle on, this person is not asked either.`}{" "}
            The roster of a cycle that is open already does not change.
          </p>
        </ConfirmDialog>
      </div>
      {losesOwn ? (
        <p className="text-xs text-ink-2 md:col-span-3">
          Saving takes this page away from you: you would no longer be an admin.
        </p>
      ) : null}
      {problem ? (
        <div className="md:col-span-3">
          <Notice tone="error" title={problem} />
        </div>
      ) : null}
    </li>
  );
}
