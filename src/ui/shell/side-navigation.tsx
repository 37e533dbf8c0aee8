import { currentLink, type NavigationGroup } from "./navigation";

/** Grouped links; the dot says whose area a report is. */
export function SideNavigation({
  groups,
  path,
  label,
}: {
  groups: readonly NavigationGroup[];
  path: string;
  label: string;
}) {
  const current = currentLink(groups, path);
  return (
    <nav aria-label={label} className="side-navigation">
      {groups.map((group) => (
        <div key={group.title}>
          <p className="group">{group.title}</p>
          <ul>
            {group.links.map((link) => (
              <li key={link.href}>
                <a href={link.href} {...(link === current ? { "aria-current": "page" as const } : {})}>
                  {link.dot ? <span className="dot" data-hue={link.dot} /> : null}
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
