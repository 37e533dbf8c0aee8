import { may, type Role } from "@/domain/access";
import { type Seat, seatLabel, seats } from "@/domain/seat";
import type { NavigationGroup, NavigationLink } from "@/ui/shell/navigation";

export type Overview = {
  company: { slug: string; name: string };
  roles: readonly Role[];
  /** Newest first. */
  cycles: readonly { quarter: string; seats: readonly Seat[]; pair: boolean; crossroads: boolean; board: boolean }[];
};

/** The address part of a quarter: "2026-Q2" → "2026-q2". */
const part = (quarter: string): string => quarter.toLowerCase();

function reportLinks({ company, roles, cycles }: Overview): NavigationLink[] {
  const pair = cycles.find((cycle) => cycle.pair);
  const board = cycles.find((cycle) => cycle.board);
  const links: NavigationLink[] = [];
  const at = (quarter: string) => `/${company.slug}/reports/${part(quarter)}`;
  for (const seat of seats) {
    const newest = cycles.find((cycle) => cycle.seats.includes(seat));
    if (newest && may(roles, "report.seat")) {
      links.push({ href: `${at(newest.quarter)}/${seat}`, label: seatLabel[seat].title, dot: seat });
    }
  }
  if (pair && may(roles, "report.pair")) {
    links.push({
      href: `${at(pair.quarter)}/pair`,
      label: pair.crossroads ? "Crossroads" : "The two together",
      dot: "pair",
    });
  }
  if (board && may(roles, "report.board")) {
    links.push({ href: `/${company.slug}/board/${part(board.quarter)}`, label: "Board page" });
  }
  return links;
}

/** What a member may open, and nothing else; reports lead to the newest one that can be read now. */
export function navigationOf(overview: Overview): NavigationGroup[] {
  const { company, roles } = overview;
  const at = `/${company.slug}`;
  const home: NavigationLink[] = [{ href: at, label: "Overview" }];
  if (may(roles, "cycle.list")) home.push({ href: `${at}/cycles`, label: "Cycles" });
  if (may(roles, "roster.list")) home.push({ href: `${at}/roster`, label: "Roster" });
  const settings: NavigationLink[] = [];
  if (may(roles, "member.list")) settings.push({ href: `${at}/settings/members`, label: "Members and roles" });
  if (may(roles, "company.settings")) settings.push({ href: `${at}/settings/company`, label: "Company" });
  if (may(roles, "rights.retention")) settings.push({ href: `${at}/settings/retention`, label: "Retention" });
  if (may(roles, "rights.erase")) settings.push({ href: `${at}/settings/data`, label: "Data and deletion" });
  if (may(roles, "signOn.get")) settings.push({ href: `${at}/settings/single-sign-on`, label: "Single sign-on" });
  if (may(roles, "directory.get")) settings.push({ href: `${at}/settings/directory`, label: "Directory sync" });
  if (may(roles, "apiKey.list")) settings.push({ href: `${at}/settings/api-keys`, label: "API keys" });
  if (may(roles, "webhook.list")) settings.push({ href: `${at}/settings/notifications`, label: "Notifications" });
  if (may(roles, "audit.list")) settings.push({ href: `${at}/settings/audit`, label: "Audit" });
  return [
    { title: company.name, links: home },
    { title: "Reports", links: reportLinks(overview) },
    { title: "Company", links: settings },
    { title: "You", links: [{ href: `${at}/settings/sessions`, label: "Your sessions" }] },
  ].filter((group) => group.links.length > 0);
}

const roleWords: Record<Role, string> = {
  admin: "Admin",
  cto: "CTO",
  vpe: "VPoE",
  board: "Board member",
  member: "Member",
};

/** A member's roles in words, for example "Admin and CTO". */
export function roleText(roles: readonly Role[]): string {
  const special = (["admin", "cto", "vpe", "board"] as const).filter((role) => roles.includes(role));
  if (special.length === 0) return roleWords.member;
  const words = special.map((role, index) =>
    index === 0 || role === "cto" || role === "vpe" ? roleWords[role] : roleWords[role].toLowerCase(),
  );
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
