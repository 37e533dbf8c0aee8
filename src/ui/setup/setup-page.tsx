import { minInvited } from "@/domain/cycle";
import { quarterLabel } from "@/domain/quarter";
import { timeZoneChoices } from "@/domain/time-zone";
import { closingDays, freeQuarters } from "@/ui/cycle/closing-day";
import { CycleForm } from "@/ui/cycle/cycle-form";
import { cyclePath } from "@/ui/cycle/cycle-view";
import { FindingList } from "@/ui/cycle/finding-list";
import { LinkButton } from "@/ui/kit/link-button";
import { Notice } from "@/ui/kit/notice";
import { CompanyForm } from "@/ui/settings/company-form";
import { PageHead } from "@/ui/shell/page-head";
import { SeatsForm } from "./seats-form";
import { SetupFold } from "./setup-fold";
import { SetupRail } from "./setup-rail";
import { SetupSection } from "./setup-section";
import { type SetupStep, setupSteps } from "./setup-steps";
import type { SetupView } from "./setup-view";

/** The words for a company that is too small to be asked anonymously. */
const tooSmall = "The survey cannot be anonymous here. Offer the 30-minute who-does-what session instead.";

/** Six steps to a first or next cycle, each with its state and consequence; steps 1 to 3 in any order. */
export function SetupPage({ setup, now }: { setup: SetupView; now: Date }) {
  const { company, engineers, latestCycle, check } = setup;
  const at = `/${company.slug}`;
  const draft = latestCycle?.phase === "draft" ? latestCycle : null;
  const open = latestCycle?.phase === "open" ? latestCycle : null;
  const steps = setupSteps(setup);
  const section = (key: SetupStep["key"]) => {
    const index = steps.findIndex((step) => step.key === key);
    return { number: index + 1, step: steps[index] ?? { key, title: "", detail: "", state: "next" as const } };
  };
  // One primary action: the step that comes next. The check has no button of its own; what it asks for is changed elsewhere.
  const variantOf = (key: SetupStep["key"]) => (section(key).step.state === "now" ? "primary" : "secondary");
  return (
    <>
      <PageHead
        title="Set up a cycle"
        lede="Six steps, the first three in any order. Everything is kept: leave and come back when you like. No engineer is written to before step 6."
      />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[212px_minmax(0,1fr)]">
        <div className="lg:sticky lg:top-7">
          <SetupRail setup={setup} />
        </div>
        <div className="grid gap-5">
          <SetupSection
            {...section("company")}
            consequence={`${company.name}, ${company.mailDomains.join(", ")}. The mail domains decide who can be on the roster.`}
          >
            <SetupFold title="company" done>
              <CompanyForm
                settings={company}
                timeZones={timeZoneChoices(company.timeZone)}
                variant={variantOf("company")}
              />
            </SetupFold>
          </SetupSection>
          <SetupSection
            {...section("seats")}
            consequence={
              open
                ? "A cycle is open. Seats can change again once it is closed."
                : `${section("seats").step.detail}. Whoever sits in a seat is rated in it, gets a mail to sign in, and is not on the roster.`
            }
          >
            <SetupFold title="leaders in seats" done={section("seats").step.state === "done"}>
              <SeatsForm
                company={company.slug}
                seats={setup.seats}
                locked={open !== null}
                variant={variantOf("seats")}
              />
            </SetupFold>
          </SetupSection>
          <SetupSection
            {...section("roster")}
            consequence={
              engineers === 0
                ? "Who may answer. Import a file or paste rows; every change is shown before it is applied."
                : `${engineers} ${engineers === 1 ? "person" : "people"} may answer. The list is frozen when a cycle opens.`
            }
          >
            <div className="grid gap-4">
              {engineers > 0 && engineers < minInvited ? <Notice tone="caution" title={tooSmall} /> : null}
              <div className="flex flex-wrap gap-2">
                <LinkButton variant={variantOf("roster")} href={`${at}/roster/import`}>
                  Import a roster
                </LinkButton>
                {engineers > 0 ? <LinkButton href={`${at}/roster`}>See the roster</LinkButton> : null}
              </div>
            </div>
          </SetupSection>
          <SetupSection
            {...section("cycle")}
            consequence="The quarter it is about, and when it closes. Reminders go out by themselves from half-way on, at most three."
          >
            {latestCycle && (draft || open) ? (
              <LinkButton href={cyclePath(company.slug, latestCycle.quarter)}>
                {draft ? `Change ${quarterLabel(latestCycle.quarter)}` : `To ${quarterLabel(latestCycle.quarter)}`}
              </LinkButton>
            ) : (
              <CycleForm
                company={company.slug}
                quarters={freeQuarters(now, latestCycle ? [latestCycle.quarter] : [])}
                days={closingDays(now, company.timeZone)}
                timeZone={company.timeZone}
                variant={variantOf("cycle")}
              />
            )}
          </SetupSection>
          <SetupSection
            {...section("check")}
            consequence="Computed from roster and seats as they are now. What stops the opening cannot be overridden."
          >
            <FindingList findings={check.findings} />
          </SetupSection>
          <SetupSection
            {...section("open")}
            consequence="You type the company’s name to confirm. From here roster, wording and groups cannot change. A closed cycle never reopens."
          >
            {draft && check.mayOpen ? (
              <LinkButton variant={variantOf("open")} href={cyclePath(company.slug, draft.quarter)}>
                Go to {quarterLabel(draft.quarter)} and open it
              </LinkButton>
            ) : (
              <p className="text-xs text-ink-3">
                {open
                  ? `${quarterLabel(open.quarter)} is open.`
                  : draft
                    ? "Not yet: something in the anonymity check stops it."
                    : "Not yet: draft the cycle first."}
              </p>
            )}
          </SetupSection>
        </div>
      </div>
    </>
  );
}
