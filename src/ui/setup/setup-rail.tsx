import { type Step, Steps } from "@/ui/kit/steps";
import { setupSteps } from "./setup-steps";
import type { SetupView } from "./setup-view";

/** The six steps at the side of the checklist, each leading to its section. */
export function SetupRail({ setup }: { setup: SetupView }) {
  const at = `/${setup.company.slug}/setup`;
  const steps = setupSteps(setup).map(
    ({ key, title, detail, state }): Step => ({
      title: <a href={`${at}#${key}`}>{title}</a>,
      detail: <span className="wrap-anywhere">{detail}</span>,
      state,
    }),
  );
  return <Steps steps={steps} label="Steps of the set-up" />;
}
