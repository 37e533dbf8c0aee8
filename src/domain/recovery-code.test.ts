import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecoveryCode, recoveryCode, recoveryCodeSentence } from "./recovery-code";

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const sample = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) & 255);

test("a code has 14 groups of four characters without I, L, O and U", async () => {
  expect(await recoveryCode(sample)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("the code of a known seed never changes", async () => {
  expect(await recoveryCode(new Uint8Array(32))).toMatch(/^(?:0000 ){13}/);
  expect(await recoveryCode(sample)).toBe("1CR5 AYMZ RKMG WCTR FPHC FV0H 6SDR 19EA XWA3 JQM3 N36Z 45SW C630 KF8N");
});

test("a code leads back to its seed, however it is typed", () =>
  fc.assert(
    fc.asyncProperty(seeds, fc.constantFrom(" ", "-", "", " - ", "·"), fc.boolean(), async (seed, between, lower) => {
      const code = (await recoveryCode(seed)).replaceAll(" ", between).replaceAll("0", "O").replaceAll("1", "l");
      const typed = lower ? code.toLowerCase() : code;
      expect(await parseRecoveryCode(`  ${typed}\n`)).toEqual({ kind: "seed", seed });
    }),
  ));

test("one mistyped character is refused and its group is named", async () => {
  const code = await recoveryCode(sample);
  for (const position of [0, 23, 47, 51, 55]) {
    const plain = code.replaceAll(" ", "");
    const other = plain[position] === "Z" ? "Y" : "Z";
    const typed = plain.slice(0, position) + other + plain.slice(position + 1);
    expect(await parseRecoveryCode(typed)).toEqual({
      kind: "problem",
      problem: { kind: "mistyped", group: (position >> 2) + 1 },
    });
  }
});

test("two exchanged characters are refused", async () => {
  const plain = (await recoveryCode(sample)).replaceAll(" ", "");
  const typed = `${plain[1]}${plain[0]}${plain.slice(2)}`;
  expect(plain[0]).not.toBe(plain[1]);
  expect(await parseRecoveryCode(typed)).toEqual({ kind: "problem", problem: { kind: "mistyped", group: null } });
});

test("a code that is too short or holds a foreign character says so", async () => {
  const code = await recoveryCode(sample);
  expect(await parseRecoveryCode(code.slice(0, -1))).toMatchObject({ problem: { kind: "wrong-length", length: 55 } });
  const foreign = await parseRecoveryCode(`${code.slice(0, 5)}U${code.slice(6)}`);
  expect(foreign).toEqual({ kind: "problem", problem: { kind: "unknown-character", character: "U", group: 2 } });
  expect(await parseRecoveryCode("")).toMatchObject({ problem: { kind: "wrong-length", length: 0 } });
});

test("each problem is a sentence that says where to look", () => {
  expect(recoveryCodeSentence({ kind: "mistyped", group: 3 })).toContain("group 3");
  expect(recoveryCodeSentence({ kind: "mistyped", group: null })).toContain("every group");
  expect(recoveryCodeSentence({ kind: "wrong-length", length: 9, expected: 56 })).toContain("has 9");
  expect(recoveryCodeSentence({ kind: "unknown-character", character: "U", group: 2 })).toContain("group 2");
});

test("a seed of another length is no seed", async () => {
  await expect(recoveryCode(new Uint8Array(31))).rejects.toThrow(RangeError);
});
