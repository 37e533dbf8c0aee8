import fs from "node:fs";

/** @typedef {{ passed: number, failed: number, note?: string }} Counts */

/** @returns {any} */
function readJson(/** @type {string} */ file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A run that ended badly without a failed test (a crash, an error outside of tests) counts as one failure. */
const atLeastOne = (/** @type {number} */ failed, /** @type {boolean} */ succeeded) =>
  succeeded ? failed : Math.max(1, failed);

const skippedNote = (/** @type {number} */ count) => (count > 0 ? { note: `${count} skipped` } : {});

/**
 * Counts of vitest's JSON report; a file that could not even be loaded is one failure.
 * @returns {Counts}
 */
export function vitestCounts(/** @type {string} */ file, /** @type {boolean} */ succeeded) {
  const report = readJson(file);
  if (!report) return { passed: 0, failed: 1, note: "no report" };
  const broken = report.testResults.filter(
    (/** @type {any} */ it) =>
      it.status === "failed" && !it.assertionResults.some((/** @type {any} */ one) => one.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: atLeastOne(report.numFailedTests + broken.length, succeeded),
    ...skippedNote((report.numPendingTests ?? 0) + (report.numTodoTests ?? 0)),
  };
}

/**
 * Counts of Playwright's JSON report; a story that passed only when repeated counts as failed.
 * @returns {Counts}
 */
export function playwrightCounts(/** @type {string} */ file, /** @type {boolean} */ succeeded) {
  const report = readJson(file);
  if (!report) return { passed: 0, failed: 1, note: "no report" };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: atLeastOne(unexpected + flaky, succeeded), ...skippedNote(skipped) };
}
