import { expect, test } from "vitest";
import { access } from "@/domain/access";
import { auditTime, deedText, pageFrom } from "./audit-words";

test("every deed of the audit log reads as a sentence", () => {
  const recorded = Object.keys(access).filter((action) =>
    /^(cycle|member|seat)\.(create|update|remove|open|remind|retryMail|close|release|setBoardWords|invite|setRoles|assign|vacate)$/.test(
      action,
    ),
  );
  expect(recorded.length).toBeGreaterThan(12);
  for (const action of recorded) expect(deedText(action)).not.toBe(action);
});

test("times say their zone", () => {
  expect(auditTime(new Date("2026-11-24T09:05:30Z"))).toBe("24 Nov 2026, 09:05 UTC");
});

test("page 1 of the address is the first page, and nonsense is too", () => {
  expect(pageFrom("1")).toBe(0);
  expect(pageFrom("3")).toBe(2);
  for (const nonsense of [undefined, "0", "-4", "x", "", "1e9", ["2", "3"]]) expect(pageFrom(nonsense)).toBe(0);
  expect(pageFrom("99999")).toBe(9_999);
});
