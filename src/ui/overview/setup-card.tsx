import { quarterLabel } from "@/domain/quarter";
import { momentText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { LinkButton } from "@/ui/kit/link-button";
import { part, type SetupState } from "./overview";

type Standing = { title: string; text: string; href: string; action: string };

/** Where the company stands, in one sentence, with the one thing to do next. */
export function standingOf(slug: string, { company, seats, engineers, check, latestCycle }: SetupState): Standing {
  const setup = `/${slug}/setup`;
  const checklist = { href: setup, action: "Go on with the set-up" };
  if (latestCycle) {
    const label = quarterLabel(latestCycle.quarter);
    const cycle = `/${slug}/cycles/${part(latestCycle.quarter)}`;
    switch (latestCycle.phase) {
      case "open":
        return {
          title: `${label} is open`,
          text: `Until ${momentText(latestCycle.closesAt, company.timeZone)}.`,
          href: cycle,
          action: "Watch participation",
        };
      case "closed":
        return {
          title: `${label} is closed`,
          text: "When the ballots are counted, it can be released to the leaders.",
          href: cycle,
          action: "Go to the cycle",
        };
      case "draft":
        return check.mayOpen
          ? { title: `${label} is ready to open`, text: "The anonymity check has nothing against it.", ...checklist }
          : { title: `${label} is a draft`, text: "The anonymity check still says what is missing.", ...checklist };
      default:
        return {
          title: `${label} is released`,
          text: "The next cycle can be drafted at any time, and opened 60 days after the last one opened.",
          href: `/${slug}/cycles`,
          action: "Go to cycles",
        };
    }
  }
  const seated = seats.cto !== null || seats.vpe !== null;
  if (!seated && engineers === 0) {
    return {
      title: "No cycle yet",
      text: "A first one takes about 20 minutes to set up.",
      href: setup,
      action: "Begin the set-up",
    };
  }
  const missing = [...(seated ? [] : ["a leader in a seat"]), ...(engineers === 0 ? ["the roster"] : []), "a cycle"];
  return { title: "Set-up is under way", text: `Still to come: ${missing.join(", ")}.`, ...checklist };
}

/** Admins: where the set-up stands and what comes next. */
export function SetupCard({ slug, setup }: { slug: string; setup: SetupState }) {
  const { title, text, href, action } = standingOf(slug, setup);
  return (
    <Card title={title} className="grid justify-items-start gap-3">
      <p className="num text-ink-2">{text}</p>
      <LinkButton href={href} variant={href.endsWith("/setup") ? "primary" : "secondary"}>
        {action}
      </LinkButton>
    </Card>
  );
}
