import { checkOpening } from "@/domain/opening";
import type { SetupView } from "./setup-view";

const since = new Date("2026-01-01T00:00:00Z");
export const ada = { memberId: "a", name: "Ada Berg", email: "ada@norrvik.com", since };
const jon = { memberId: "b", name: "Jon Aasen", email: "jon@norrvik.com", since };
export const draft = {
  quarter: "2026-Q2",
  phase: "draft",
  closesAt: new Date("2026-06-19T17:00:00Z"),
} satisfies SetupView["latestCycle"];

/** A company's set-up, ready for its first cycle unless told otherwise. */
export function setupOf({
  engineers = 36,
  seats = { cto: ada, vpe: jon },
  latestCycle = null,
}: Partial<SetupView> = {}): SetupView {
  return {
    company: {
      slug: "norrvik",
      name: "Norrvik",
      contact: "mara@norrvik.com",
      mailDomains: ["norrvik.com"],
      timeZone: "UTC",
      reports: { neutralLabelsOnly: false, commentsAfterDay: false },
    },
    seats,
    engineers,
    executives: 0,
    check: checkOpening({ engineers, executives: 0, seats, rosterChange: null, daysSincePrevious: null }),
    latestCycle,
  };
}
