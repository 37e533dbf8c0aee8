import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const site = "https://tandem.example";
const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), site);

test("a page of the site may send", () => {
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ origin: site })).toBe(true);
});

test("another site, another subdomain and a typed address may not", () => {
  for (const value of ["cross-site", "same-site", "none"]) {
    expect(from({ "sec-fetch-site": value, origin: site })).toBe(false);
  }
  expect(from({ origin: "https://tandem.example.evil.example" })).toBe(false);
  expect(from({ origin: "null" })).toBe(false);
});

test("both must be ours where both are sent", () => {
  expect(from({ "sec-fetch-site": "same-origin", origin: site })).toBe(true);
  expect(from({ "sec-fetch-site": "same-origin", origin: "https://evil.example" })).toBe(false);
});

test("a request that does not say where it comes from may not", () => {
  expect(from({})).toBe(false);
});
