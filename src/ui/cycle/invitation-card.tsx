import { Card } from "@/ui/kit/card";
import { Fold } from "@/ui/kit/fold";

export type InvitationPreview = { subject: string; text: string };

/** The mail that goes to everybody on the roster, to be read before it goes. */
export function InvitationCard({ subject, text }: InvitationPreview) {
  return (
    <Card title="The invitation">
      <p className="mb-3 text-ink-2">
        One mail to everybody who is asked, the same but for the name and the link. It goes out when the cycle opens.
      </p>
      <Fold summary="Read the mail">
        <p className="mt-3 font-semibold wrap-anywhere">{subject}</p>
        <p className="mt-2 leading-normal wrap-anywhere whitespace-pre-line text-ink-2">{text.trim()}</p>
      </Fold>
    </Card>
  );
}
