import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { CompanyFrame } from "./company-frame";

let path = "/norrvik";
vi.mock("next/navigation", () => ({ usePathname: () => path }));

const deletion = { dueAt: new Date("2026-06-19T17:00:00Z"), timeZone: "Europe/Berlin" };
const framed = (at: string, pending: typeof deletion | null) => {
  path = at;
  const overview = { company: { slug: "norrvik", name: "Norrvik" }, roles: ["admin" as const], cycles: [] };
  return renderToStaticMarkup(
    <CompanyFrame overview={{ ...overview, deletion: pending }} who="Mara">
      The page
    </CompanyFrame>,
  );
};

test("while the company's deletion is pending every page says when, and where to call it off", () => {
  const html = framed("/norrvik/cycles", deletion);
  expect(html).toMatch(/Norrvik is deleted on Friday 19 June, 19:00 in Europe.Berlin/);
  expect(html).toMatch(/call it off until then, under <a href="\/norrvik\/settings\/data">/);
});

test("the page where it is called off says it once, and without a deletion no page says anything", () => {
  expect(framed("/norrvik/settings/data", deletion)).not.toContain("is deleted on");
  expect(framed("/norrvik", null)).not.toContain("is deleted on");
});
