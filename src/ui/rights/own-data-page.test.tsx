import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { notInOwnData } from "@/domain/own-data";
import { OwnDataPage } from "./own-data-page";

const html = renderToStaticMarkup(
  <OwnDataPage
    data={{
      company: { slug: "norrvik", name: "Norrvik" },
      contact: "people@norrvik.example",
      notHere: [...notInOwnData],
      membership: {
        lastHereOn: null,
        id: "m",
        name: "Ada",
        email: "ada@norrvik.example",
        admin: false,
        board: false,
        group: "engineer",
        slices: {},
        timeZone: null,
        since: new Date("2031-01-01"),
      },
      seats: [],
      rosters: [],
      mails: [],
      ratings: [],
      commitments: [],
      boardWords: [],
      namedInReports: [],
      auditLog: [],
      signIn: { addressConfirmedAt: null, sessions: { count: 2, each: [] } },
    }}
  />,
);

test("counts what is in the file and leaves out what is nothing", () => {
  expect(html).toMatch(/Devices signed in<\/span><span class="[^"]*">2</);
  expect(html).not.toContain("Seats held");
  expect(html).toContain('href="/norrvik/your-data/file"');
});

test("says what is not there, and whom to write to to be erased", () => {
  expect(html).toContain("Answers on anonymous ballots");
  expect(html).toContain('href="mailto:people@norrvik.example"');
});
