import { expect, test } from "vitest";
import { openCompanySecret, sealCompanySecret } from "./company-secret";

const place = { companyId: "11111111-1111-4111-8111-111111111111", purpose: "webhook/1" };

test("a company's secret opens again, and its sealed form does not contain it", () => {
  const sealed = sealCompanySecret(place, "whsec_Grüße");
  expect(openCompanySecret(place, sealed)).toBe("whsec_Grüße");
  expect(sealed.toString("utf8")).not.toContain("whsec");
  expect(sealCompanySecret(place, "whsec_Grüße").equals(sealed)).toBe(false);
});

test("it does not open for another company or purpose, changed by a bit, or cut short", () => {
  const sealed = sealCompanySecret(place, "secret");
  expect(() => openCompanySecret({ ...place, companyId: place.companyId.replace("1", "2") }, sealed)).toThrow();
  expect(() => openCompanySecret({ ...place, purpose: "webhook/2" }, sealed)).toThrow();
  const changed = Buffer.from(sealed);
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(() => openCompanySecret(place, changed)).toThrow();
  expect(() => openCompanySecret(place, sealed.subarray(0, 20))).toThrow("damaged");
});
