"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/ui/shell/app-shell";
import { navigationOf, type Overview, roleText } from "./navigation";
import { SignOutButton } from "./sign-out-button";

/** The frame of a company's pages: navigation by role. Knows the path, which a layout on the server does not. */
export function CompanyFrame({ overview, who, children }: { overview: Overview; who: string; children: ReactNode }) {
  return (
    <AppShell
      groups={navigationOf(overview)}
      path={usePathname()}
      who={who}
      roleName={roleText(overview.roles)}
      homeHref={`/${overview.company.slug}`}
      account={<SignOutButton />}
    >
      {children}
    </AppShell>
  );
}
