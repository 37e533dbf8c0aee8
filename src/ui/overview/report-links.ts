import type { Overview } from "./overview";
import { part } from "./overview";

type ReportLinks = {
  quarter: string;
  links: { href: string; label: string }[];
  /** A board page that the leaders read first; it opens at this moment. */
  boardOpensAt: Date | null;
};

/** What this person may read of each released cycle, newest first; cycles with nothing to read for them are left out. */
export function reportLinks({ company, roles, mySeats, cycles }: Overview): ReportLinks[] {
  return cycles
    .filter((cycle) => cycle.phase === "released")
    .map((cycle) => {
      const at = `/${company.slug}/reports/${part(cycle.quarter)}`;
      const links: ReportLinks["links"] = [];
      if (mySeats.includes("cto")) links.push({ href: `${at}/cto`, label: "The CTO" });
      if (mySeats.includes("vpe")) links.push({ href: `${at}/vpe`, label: "The VPoE" });
      if (mySeats.length > 0) links.push({ href: `${at}/pair`, label: "The two together" });
      if (cycle.boardPage) links.push({ href: `/${company.slug}/board/${part(cycle.quarter)}`, label: "Board page" });
      const waits = roles.includes("board") && !cycle.boardPage;
      return { quarter: cycle.quarter, links, boardOpensAt: waits ? cycle.boardAt : null };
    })
    .filter(({ links, boardOpensAt }) => links.length > 0 || boardOpensAt !== null);
}
