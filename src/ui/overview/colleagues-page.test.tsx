import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Colleagues, ColleaguesPage } from "./colleagues-page";

const colleagues: Colleagues = {
  quarter: "2026-Q2",
  name: "norrvik-2026-q2",
  contact: "mara@norrvik.example",
  group: "engineer",
  total: 230,
  page: 2,
  pages: 3,
  people: [{ name: "Ada Berg", email: "ada.berg@norrvik.example" }],
};

test("the list asks whether one recognises these people, says why, and whom to tell", () => {
  const html = renderToStaticMarkup(<ColleaguesPage company="norrvik" colleagues={colleagues} />);
  expect(html).toContain("Do you recognise these people?");
  expect(html).toContain("Somebody who invents people and answers for them could work out what the real ones said.");
  expect(html).toContain("tell mara@norrvik.example");
  expect(html).toContain("ada.berg@norrvik.example");
  expect(html).toContain("All 230 engineers");
  expect(html).toContain("/norrvik/colleagues?page=3");
});
