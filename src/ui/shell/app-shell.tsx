import type { ReactNode } from "react";
import { Icon } from "@/ui/kit/icon";
import { Mark } from "@/ui/kit/mark";
import type { NavigationGroup } from "./navigation";
import { SideNavigation } from "./side-navigation";
import { SkipLink } from "./skip-link";

/** The frame of every signed-in page: navigation at the side, on phones behind a menu that needs no scripts. */
export function AppShell({
  groups,
  path,
  who,
  roleName,
  homeHref,
  helpHref = "/how-anonymity-works",
  account,
  children,
}: {
  groups: readonly NavigationGroup[];
  /** Path of the page being shown. */
  path: string;
  who: string;
  roleName: string;
  homeHref: string;
  helpHref?: string | undefined;
  /** For example the sign-out button. */
  account?: ReactNode;
  children: ReactNode;
}) {
  const signedIn = (
    <div className="who">
      <a href={helpHref}>Help: how anonymity works</a>
      <p>
        Signed in as
        <br />
        <b>{who}</b>
        {roleName ? `, ${roleName}` : null}
      </p>
      {account}
    </div>
  );
  const brand = (
    <a href={homeHref} className="brand">
      <Mark />
      Tandem
    </a>
  );
  return (
    <div className="app-shell">
      <SkipLink />
      <header className="top-bar">
        {brand}
        <details>
          <summary>
            <Icon name="menu" />
            Menu
          </summary>
          <div className="menu-panel">
            <SideNavigation groups={groups} path={path} label="Menu" />
            {signedIn}
          </div>
        </details>
      </header>
      <header className="side">
        {brand}
        <SideNavigation groups={groups} path={path} label="Main" />
        {signedIn}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
