import type { Ledger } from "@/domain/ledger";
import { raterGroupLabel } from "@/domain/rater-group";
import { figures } from "@/ui/kit/figures";
import { Notice } from "@/ui/kit/notice";

const addsUp = ({ invited, claimed, cast }: Ledger["groups"][number]) => invited >= claimed && claimed >= cast;

/** One sentence per group: nobody can add voices without breaking an inequality that everybody can read. */
export function Counts({ ledger, contact }: { ledger: Ledger; contact: string }) {
  const accepted = ledger.groups.reduce((sum, { cast }) => sum + cast, 0);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {ledger.groups.map((group) => (
          <li key={group.group}>
            <span className="block text-xs text-ink-3">{raterGroupLabel[group.group].many}</span>
            <span className="num text-md leading-snug font-medium">
              {figures(`${group.invited} invited ≥ ${group.claimed} ballots collected ≥ ${group.cast} accepted`)}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">
        More ballots than invitations would mean added voices. A collected ballot need not be sent: nobody has to
        answer.
      </p>
      {ledger.groups.every(addsUp) && accepted === ledger.leaves.length ? null : (
        <Notice tone="error" title="These counts do not add up.">
          <p>
            This is evidence of a fault: tell <b>{contact}</b>.
          </p>
        </Notice>
      )}
      {ledger.groups.some(({ group, cast }) => group === "engineer" && cast < 5) ? (
        <Notice title="Fewer than 5 engineers answered.">
          <p>There is no result, for anyone. The ballots are destroyed unread.</p>
        </Notice>
      ) : null}
    </div>
  );
}
