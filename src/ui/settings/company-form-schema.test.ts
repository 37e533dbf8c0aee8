import { expect, test } from "vitest";
import { companyFormSchema } from "./company-form-schema";

const typed = (mailDomains: string) =>
  companyFormSchema.safeParse({ name: "Norrvik", contact: "mara@norrvik.com", mailDomains });

test("several domains are read from one line", () => {
  expect(typed("norrvik.com, @Norrvik.io norrvik.com").data?.mailDomains).toEqual(["norrvik.com", "norrvik.io"]);
});

test("a domain that is none is named, at the field itself", () => {
  const issues = typed("norrvik.com, norrvik").error?.issues ?? [];
  expect(issues).toHaveLength(1);
  expect(issues[0]?.path).toEqual(["mailDomains"]);
  expect(issues[0]?.message).toBe("“norrvik” is not a domain. Enter one such as example.com.");
});

test("at least one domain is needed", () => {
  expect(typed("  ").error?.issues[0]?.message).toBe("Enter at least one mail domain.");
});
