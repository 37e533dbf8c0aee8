"use client";

import { LiveRegion } from "@/ui/kit/live-region";
import { usePassingMessage } from "@/ui/settings/passing-message";
import { MemberRow, type MemberView } from "./member-row";

/** Everybody who has a role or a seat. */
export function MemberList({ company, members }: { company: string; members: readonly MemberView[] }) {
  const [message, say] = usePassingMessage();
  return (
    <>
      <ul className="rounded-lg border border-line bg-surface px-5 sm:px-[22px]">
        {members.map((member) => (
          <MemberRow key={`${member.id} ${member.admin} ${member.board}`} company={company} member={member} say={say} />
        ))}
      </ul>
      <LiveRegion message={message} />
    </>
  );
}
