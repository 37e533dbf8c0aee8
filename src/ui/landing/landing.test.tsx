import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HowAnonymityWorks } from "./how-anonymity-works";
import { LandingPage } from "./landing-page";

const plain = (markup: string): string => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("the landing page labels its pictures as sample data and says its limits", () => {
  const markup = renderToStaticMarkup(<LandingPage />);
  expect(markup.match(/Sample data, fictional company/g)).toHaveLength(2);
  expect(plain(markup)).toMatch(/pressed to show their screen/);
  expect(plain(markup)).toMatch(/writing style/);
  expect(markup).not.toContain("Try the demo company");
});

test("the demo link shows only where there is a demo", () => {
  expect(renderToStaticMarkup(<LandingPage demoHref="/demo" />)).toContain('href="/demo"');
});

test("how anonymity works names all five attackers and what is not promised", () => {
  const text = plain(renderToStaticMarkup(<HowAnonymityWorks />));
  for (const id of ["A1", "A2", "A3", "A4", "A5"]) expect(text).toContain(id);
  expect(text).toContain("Cannot be prevented, can be detected");
  expect(text).toMatch(/24\.45 of 25 .*It stays sealed\./);
  expect(text).toMatch(/Coercion\..*Your writing style\./);
});
