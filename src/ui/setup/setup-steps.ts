import { minInvited } from "@/domain/cycle";
import { quarterLabel } from "@/domain/quarter";
import { dayText, numberWord } from "@/ui/cycle/dates";
import type { Step } from "@/ui/kit/steps";
import type { SetupView } from "./setup-view";

/** One of the six steps, with the section of the page that it leads to. */
export type SetupStep = {
  key: "company" | "seats" | "roster" | "cycle" | "check" | "open";
  title: string;
  detail: string;
  state: Step["state"];
};

type Judged = Omit<SetupStep, "state"> & { done: boolean; blocked?: boolean };

function seatsText({ cto, vpe }: SetupView["seats"]): string {
  if (!cto && !vpe) return "Nobody sits in a seat yet";
  if (cto && vpe) return cto.memberId === vpe.memberId ? `${cto.name} holds both seats` : "CTO and VPoE, two people";
  return cto ? "CTO; the VPoE seat is vacant" : "VPoE; the CTO seat is vacant";
}

function rosterText(engineers: number): string {
  if (engineers === 0) return "Nobody is on it yet";
  const people = `${engineers} ${engineers === 1 ? "engineer" : "engineers"}`;
  return engineers < minInvited ? `${people}; at least ${minInvited} are needed` : people;
}

function cycleText({ company, latestCycle: latest }: SetupView): string {
  if (!latest) return "Quarter and closing date";
  const quarter = quarterLabel(latest.quarter);
  if (latest.phase === "draft") return `${quarter}, closes ${dayText(latest.closesAt, company.timeZone)}`;
  return latest.phase === "open" ? `${quarter} is open` : `${quarter} is over; draft the next one`;
}

function checkText(setup: SetupView): string {
  const stops = setup.check.findings.filter(({ level }) => level === "stop").length;
  if (stops === 0) return "Nothing stops the opening";
  if (setup.engineers === 0) return "Before anything is sent";
  return stops === 1 ? "One thing stops the opening" : `${numberWord(stops)} things stop the opening`;
}

/** The six steps of setting up a cycle: what is done, what is now, what needs attention. */
export function setupSteps(setup: SetupView): SetupStep[] {
  const { company, seats, engineers, check, latestCycle } = setup;
  const phase = latestCycle?.phase;
  const judged: Judged[] = [
    {
      key: "company",
      title: "Company",
      detail: [company.name, ...company.mailDomains].join(", "),
      done: company.mailDomains.length > 0,
    },
    {
      key: "seats",
      title: "Leaders in seats",
      detail: seatsText(seats),
      done: seats.cto !== null || seats.vpe !== null,
    },
    {
      key: "roster",
      title: "Roster",
      detail: rosterText(engineers),
      done: engineers >= minInvited,
      blocked: engineers > 0,
    },
    { key: "cycle", title: "Cycle", detail: cycleText(setup), done: phase === "draft" || phase === "open" },
    { key: "check", title: "Anonymity check", detail: checkText(setup), done: check.mayOpen, blocked: engineers > 0 },
    {
      key: "open",
      title: "Open",
      detail: phase === "open" ? "The ballots are out" : "Freezes roster and wording",
      done: phase === "open",
    },
  ];
  const now = judged.findIndex(({ done }) => !done);
  return judged.map(({ done, blocked = false, ...step }, index) => ({
    ...step,
    state: done ? "done" : index === now ? "now" : blocked ? "blocked" : "next",
  }));
}
