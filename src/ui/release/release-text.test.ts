import { expect, test } from "vitest";
import { leaderSentence, releaseSentence, type Standing } from "./release-text";

const releasedAt = new Date("2026-06-26T09:00:00Z");
const boardAt = new Date("2026-06-28T09:00:00Z");
const heldAt = new Date("2026-06-27T10:00:00Z");
const standing = (change: Partial<Standing>): Standing => ({
  stage: "preview",
  tooFew: false,
  heldAt: null,
  releasedAt: null,
  boardAt: null,
  timeZone: "UTC",
  ...change,
});

test.each([
  [standing({ stage: "before-close" }), null],
  [standing({ stage: "counting" }), "The ballots are being counted; then each leader previews their own report."],
  [standing({}), "Counted: each leader can preview their own report; both read everything once an admin releases it."],
  [
    standing({ heldAt }),
    "Held since 27 June by the admin: each leader can preview their own report, and nothing goes on until the hold is lifted.",
  ],
  [standing({ tooFew: true }), "Counted, and there is no result; released, the reports say so to everyone."],
  [
    standing({ stage: "leaders", releasedAt, boardAt }),
    "Released to the leaders on 26 June; the board page opens on Sunday 28 June, 09:00 UTC.",
  ],
  [
    standing({ stage: "leaders", releasedAt, heldAt }),
    "Held since 27 June by the admin: released to the leaders on 26 June, and the board’s clock stands still until the hold is lifted.",
  ],
  [
    standing({ stage: "leaders", releasedAt }),
    "Released to the leaders on 26 June; when the board page opens is not set.",
  ],
  [
    standing({ stage: "board", releasedAt, boardAt }),
    "Released to the leaders on 26 June, and open to the board since Sunday 28 June, 09:00 UTC.",
  ],
])("a report that stands at %o is told in one sentence", (where, sentence) => {
  expect(releaseSentence(where)).toBe(sentence);
  if (sentence !== null) expect(sentence.match(/[.!?]/g)?.length).toBe(1);
});

test("a leader in the preview is told who does not read yet, and of a hold", () => {
  expect(leaderSentence(standing({}))).toBe(
    "The other leader and the board read nothing before an admin releases the reports.",
  );
  expect(leaderSentence(standing({ heldAt }))).toMatch(/^Held since 27 June by the admin: /);
});

test("moments are told by the company's clocks", () => {
  const where = standing({ stage: "leaders", releasedAt, boardAt, timeZone: "Asia/Tokyo" });
  expect(releaseSentence(where)).toBe(
    "Released to the leaders on 26 June; the board page opens on Sunday 28 June, 18:00 in Asia/Tokyo.",
  );
});
