import { dayText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { LinkButton } from "@/ui/kit/link-button";

/** A leader's own part of the open cycle. */
export function SelfRatingCard({
  href,
  due,
  closesAt,
  timeZone,
  main,
}: {
  href: string;
  due: boolean;
  closesAt: Date;
  timeZone: string;
  /** The first thing to do on the page. */
  main: boolean;
}) {
  return (
    <Card title={due ? "Rate yourself first" : "Your self-rating is saved"} className="grid justify-items-start gap-3">
      <p className="text-ink-2">
        {due
          ? "How do you see your own work, before you read what engineers see? About 5 minutes. This is not anonymous: it carries your name."
          : `You may change it until ${dayText(closesAt, timeZone)}. It carries your name.`}
      </p>
      <LinkButton href={href} variant={due && main ? "primary" : "secondary"}>
        {due ? "Begin the self-rating" : "Look at it again"}
      </LinkButton>
    </Card>
  );
}
