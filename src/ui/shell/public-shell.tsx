import type { ReactNode } from "react";
import { LinkButton } from "@/ui/kit/link-button";
import { Mark } from "@/ui/kit/mark";
import { SkipLink } from "./skip-link";

/** The frame of pages that need no session: landing, sign-in, verification, how anonymity works. */
export function PublicShell({
  width = "page",
  signIn = true,
  children,
}: {
  /** "column" is 480 px for a form, "text" a reading measure, "page" the full width. */
  width?: "page" | "text" | "column" | undefined;
  signIn?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <div className={`public-shell ${width}`}>
      <SkipLink />
      <header>
        <a href="/" className="brand">
          <Mark />
          Tandem
        </a>
        <nav aria-label="Main">
          <a href="/how-anonymity-works">How anonymity works</a>
          {signIn ? <LinkButton href="/sign-in">Sign in</LinkButton> : null}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <p>Anonymous opinions, for development. Not a basis for pay or dismissal.</p>
        <p>
          <a href="/how-anonymity-works">Help: how anonymity works</a>
        </p>
      </footer>
    </div>
  );
}
