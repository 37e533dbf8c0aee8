import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeAddress, nameFromAddress } from "./roster-address";

const domains = ["norrvik.com"];
const judge = (written: string) => judgeAddress(written, domains);
const bad = (cause: string, repair: string | null) => ({ kind: "bad", cause: expect.stringContaining(cause), repair });

test("good addresses become lower case, and what mail programs put around them is taken away", () => {
  for (const written of [
    "Jon@Norrvik.com",
    " jon@norrvik.com\u00a0",
    "mailto:jon@norrvik.com",
    "Jon Aasen <jon@norrvik.com>",
    "'jon@norrvik.com'",
    "\u200bjon@norrvik.com",
  ]) {
    expect(judge(written)).toEqual({ kind: "good", email: "jon@norrvik.com" });
  }
});

test("each common slip is named and repaired", () => {
  expect(judge("jon.aasen@norrvik,com")).toEqual(bad("comma in place of a dot", "jon.aasen@norrvik.com"));
  expect(judge("jon aasen@norrvik.com")).toEqual(bad("a space", "jonaasen@norrvik.com"));
  expect(judge("jon@@norrvik.com")).toEqual(bad("more than one @", "jon@norrvik.com"));
  expect(judge("jon..aasen@norrvik.com")).toEqual(bad("two dots", "jon.aasen@norrvik.com"));
  expect(judge("jon@norrvik.com.")).toEqual(bad("not a complete", "jon@norrvik.com"));
  expect(judge("jon (at) norrvik.com")).toEqual(bad("no @", "jon@norrvik.com"));
  expect(judge("jon.aasen")).toEqual(bad("no @", "jon.aasen@norrvik.com"));
  expect(judge("zoë@norrvik.com")).toEqual(bad("a letter", "zoe@norrvik.com"));
  expect(judge("jon@norvik.com")).toEqual(bad("Only addresses at norrvik.com", "jon@norrvik.com"));
});

test("nothing is suggested where nothing can be guessed", () => {
  expect(judge("lena@gmail.com")).toEqual(bad("Only addresses at norrvik.com can take part", null));
  expect(judge("a@norrvik.com, b@norrvik.com")).toEqual(bad("more than one address", null));
  expect(judge("")).toEqual(bad("no address", null));
  expect(judgeAddress("jon", ["a.com", "b.com"])).toEqual(bad("no @", null));
});

test("a subdomain is another domain", () => {
  expect(judge("jon@mail.norrvik.com").kind).toBe("bad");
  expect(judge("jon@norrvik.com.evil.com")).toMatchObject({ kind: "bad", repair: null });
});

test("a suggestion is always an address that would be accepted, and a formula is only text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `${text}@norrvik,com`),
        fc.emailAddress(),
      ),
      (written) => {
        const verdict = judge(written);
        if (verdict.kind === "good") expect(verdict.email.endsWith("@norrvik.com")).toBe(true);
        else if (verdict.repair !== null)
          expect(judge(verdict.repair)).toEqual({ kind: "good", email: verdict.repair });
      },
    ),
  );
  // Found by chance once: what stands before a quote is taken away, and the quote with it.
  expect(judge(":'jon'")).toEqual(bad("no @", "jon@norrvik.com"));
  expect(judge('=HYPERLINK("http://x")@norrvik.com').kind).toBe("bad");
});

test("a name can be made from an address", () => {
  expect(nameFromAddress("ada.king-lovelace@norrvik.com")).toBe("Ada King Lovelace");
});
