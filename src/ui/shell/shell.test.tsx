import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AppShell } from "./app-shell";
import { currentLink, type NavigationGroup } from "./navigation";

const groups: NavigationGroup[] = [
  {
    title: "Norrvik",
    links: [
      { href: "/norrvik", label: "Overview" },
      { href: "/norrvik/roster", label: "Roster" },
    ],
  },
  { title: "Reports", links: [{ href: "/norrvik/reports/2026-q2/cto", label: "The CTO", dot: "cto" }] },
];

test("the current link is the page itself or its nearest ancestor", () => {
  expect(currentLink(groups, "/norrvik")?.label).toBe("Overview");
  expect(currentLink(groups, "/norrvik/roster/import")?.label).toBe("Roster");
  expect(currentLink(groups, "/norrvik-two")).toBeUndefined();
});

test("the shell begins with a skip link, names who is signed in, and marks the current page", () => {
  const markup = renderToStaticMarkup(
    <AppShell groups={groups} path="/norrvik/roster" who="Mara" roleName="administrator" homeHref="/norrvik">
      <h1>Roster</h1>
    </AppShell>,
  );
  expect(markup.indexOf('href="#content"')).toBeLessThan(markup.indexOf("Tandem"));
  expect(markup).toContain("Signed in as");
  expect(markup).toMatch(/<a href="\/norrvik\/roster" aria-current="page">/);
  expect(markup).toContain("Help: how anonymity works");
});

test("the menu on phones works without scripts", () => {
  const markup = renderToStaticMarkup(
    <AppShell groups={groups} path="/norrvik" who="Mara" roleName="" homeHref="/norrvik">
      x
    </AppShell>,
  );
  expect(markup).toMatch(/<details><summary>.*Menu<\/summary>/);
});
