"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SessionEnded } from "@/ui/session/session-ended";
import { AppShell } from "@/ui/shell/app-shell";
import { DeletionNotice } from "./deletion-notice";
import { navigationOf, type Overview, roleText } from "./navigation";
import { SignOutButton } from "./sign-out-button";

/** When the company is to be deleted, for those who may call it off. */
type Deletion = { dueAt: Date; timeZone: string } | null;

/** The frame of a company's pages: navigation by role. Knows the path, which a layout on the server does not. */
export function CompanyFrame({
  overview,
  who,
  children,
}: {
  overview: Overview & { deletion: Deletion };
  who: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const { company, deletion } = overview;
  const dataPath = `/${company.slug}/settings/data`;
  return (
    <AppShell
      groups={navigationOf(overview)}
      path={path}
      who={who}
      roleName={roleText(overview.roles)}
      homeHref={`/${company.slug}`}
      account={<SignOutButton />}
    >
      {/* The page where it is called off says it itself. */}
      {deletion && path !== dataPath ? (
        <DeletionNotice companyName={company.name} dataPath={dataPath} {...deletion} />
      ) : null}
      {children}
      <SessionEnded company={company.slug} path={path} />
    </AppShell>
  );
}
