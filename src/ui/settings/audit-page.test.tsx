import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AuditChoice } from "./audit-filter";
import { AuditPage } from "./audit-page";

const ada = "ada@norrvik.example";
const page = (filter: Partial<AuditChoice> = {}, count = 2) =>
  renderToStaticMarkup(
    <AuditPage
      company="norrvik"
      filter={{ page: 0, actor: undefined, action: undefined, ...filter }}
      log={{
        total: count === 0 ? 0 : 120,
        pageSize: 50,
        actors: [ada, "Former member 3f2a91c0"],
        actions: ["cycle.open", "member.erase"],
        entries: Array.from({ length: count }, (_, index) => ({
          sequence: 120 - index,
          at: new Date("2031-02-03T10:00:00Z"),
          actor: ada,
          action: "member.erase",
          subject: "Former member 3f2a91c0",
        })),
      }}
    />,
  );

test("says first that nothing engineers do is in the log, and offers it as a file", () => {
  expect(page()).toContain("Nothing engineers do is in this log.");
  for (const file of ["audit.csv", "audit.json"]) expect(page()).toContain(`href="/norrvik/settings/audit/${file}"`);
});

test("says on the page itself how its file is checked, and names no document that it does not lead to", () => {
  expect(page()).toContain("npm run verify-audit -- norrvik-audit.json");
  expect(page()).not.toMatch(/documentation/i);
});

test("the choices are the actors and deeds there are, in words, without JavaScript", () => {
  expect(page()).toMatch(/<form [^>]*action="\/norrvik\/settings\/audit"/);
  expect(page()).toContain('<option value="member.erase">Erased a person</option>');
  expect(page({ actor: ada })).toContain(`<option value="${ada}" selected="">`);
});

test("older and newer pages keep the choice", () => {
  expect(page({ page: 1, actor: ada })).toContain("/norrvik/settings/audit?actor=ada%40norrvik.example&amp;page=3");
  expect(page({ action: "cycle.open" }, 0)).toContain("No such line.");
});
