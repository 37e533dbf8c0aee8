import type { Subject } from "@/domain/board-page";

export type NavigationLink = { href: string; label: string; dot?: Subject | undefined };

/** A titled set of links; only what the reader's role may open. */
export type NavigationGroup = { title: string; links: readonly NavigationLink[] };

/** The link that is the current page or its nearest ancestor. */
export function currentLink(groups: readonly NavigationGroup[], path: string): NavigationLink | undefined {
  return groups
    .flatMap(({ links }) => links)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
