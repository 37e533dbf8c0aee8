import { seatLabel } from "@/domain/seat";
import type { Standing } from "@/ui/release/release-text";
import type { Overview } from "./overview";
import { part } from "./overview";

type ReportLinks = {
  quarter: string;
  links: { href: string; label: string }[];
  /** Where the report stands, for those who have something to read or to wait for. */
  standing: Standing;
};

/** What this person may read of each counted cycle, newest first; cycles with nothing to read for them are left out. */
export function reportLinks({ company, roles, cycles }: Overview): ReportLinks[] {
  return cycles
    .map((cycle) => {
      const at = `/${company.slug}/reports/${part(cycle.quarter)}`;
      const links: ReportLinks["links"] = [];
      for (const seat of cycle.seats) links.push({ href: `${at}/${seat}`, label: seatLabel[seat].title });
      if (cycle.pair) links.push({ href: `${at}/pair`, label: cycle.crossroads ? "Crossroads" : "The two together" });
      if (cycle.words) links.push({ href: `${at}/words`, label: "Your 100 words" });
      if (cycle.board) links.push({ href: `/${company.slug}/board/${part(cycle.quarter)}`, label: "Board page" });
      const waits = roles.includes("board") && cycle.standing.stage === "leaders";
      return { quarter: cycle.quarter, links, standing: cycle.standing, waits };
    })
    .filter(({ links, waits }) => links.length > 0 || waits)
    .map(({ waits: _, ...reports }) => reports);
}
