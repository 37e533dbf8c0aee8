import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./test-counts.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-counts-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function reportFile(content: unknown): string {
  const file = path.join(folder, "report.json");
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

test("vitest's tests are counted, and a file that could not be loaded is a failure", () => {
  const file = reportFile({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "failed", assertionResults: [] },
    ],
  });
  expect(vitestCounts(file, false)).toEqual({ passed: 7, failed: 2, note: "2 skipped" });
});

test("a run that ends badly without a failed test is a failure", () => {
  const file = reportFile({ numPassedTests: 7, numFailedTests: 0, testResults: [] });
  expect(vitestCounts(file, true)).toEqual({ passed: 7, failed: 0 });
  expect(vitestCounts(file, false)).toEqual({ passed: 7, failed: 1 });
});

test("a missing report is a failure", () => {
  expect(vitestCounts("/nowhere/report.json", true)).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightCounts("/nowhere/report.json", true)).toMatchObject({ passed: 0, failed: 1 });
});

test("a story that passes only when repeated is a failure", () => {
  const file = reportFile({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(playwrightCounts(file, false)).toEqual({ passed: 9, failed: 2 });
});
