import { expect, test } from "vitest";
import { signUpFormSchema } from "./sign-up-schema";

const typed = {
  name: "Norrvik",
  slug: "norrvik",
  adminName: "Mara Lindqvist",
  adminEmail: "Mara@Norrvik.example",
  mailDomains: " @norrvik.example, norrvik.test\nnorrvik.dev ",
};

test("mail domains may be typed with commas, spaces, lines and at signs", () => {
  expect(signUpFormSchema.parse(typed)).toMatchObject({
    adminEmail: "mara@norrvik.example",
    mailDomains: ["norrvik.example", "norrvik.test", "norrvik.dev"],
  });
});

test("no domain, and a domain that is none, are said at the field", () => {
  for (const mailDomains of ["  ", "norrvik"]) {
    const result = signUpFormSchema.safeParse({ ...typed, mailDomains });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([["mailDomains"]]);
  }
});
