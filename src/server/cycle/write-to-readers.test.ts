import { expect, test } from "vitest";
import type { CycleJob } from "@/server/jobs/enqueue";
import { announceBoardDue } from "@/server/release/board-due";
import { callerFor } from "../../../prisma/factories";
import { countedTestCycle, testClosed } from "../../../prisma/test-count";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { countClosedCycle } from "./count-closed";

const board = "bea@elsewhere.example";
const later = (hours: number) => new Date(testClosed.getTime() + hours * 3_600_000);

const placeOf = ({ companyId, cycleId }: CycleJob): CycleJob => ({ companyId, cycleId });

/** Mails to one person that wait in the queue, as subject and link. */
const written = async (to: string): Promise<string[]> =>
  (
    await adminQuery<{ subject: string; text: string }>(
      "select data->>'subject' as subject, data->>'text' as text from pgboss.job where name = 'mail' and data->>'to' = $1",
      [to],
    )
  ).map(({ subject, text }) => `${subject} ${/\/readers?\S*$/m.exec(text)?.[0]}`);

test("leaders are written to when their cycle opens, is counted and is released, the board at its moment; each with the way in and no result", async () => {
  const cycle = await countedTestCycle("readers", { engineers: 8, ballots: 6 });
  const admin = callerFor(cycle.admin, later(1));
  await admin.member.invite({ company: "readers", email: board, name: "Bea Board", admin: false, board: true });
  await countClosedCycle(placeOf(cycle), later(1));
  // A worker killed before its job was noted as done comes back to it.
  await countClosedCycle(placeOf(cycle), later(1));
  await admin.cycle.release(cycle.ref);
  const quarter = cycle.ref.quarter.toLowerCase();
  const name = "Q1 2031 at Company readers";
  expect((await written(cycle.cto)).sort()).toEqual([
    `${name} is counted: your own report /readers/reports/${quarter}/cto`,
    `Rate yourself first: ${name} /readers/cycles/${quarter}/self`,
    "The reports of Q1 2031 at Company readers are released /readers",
    "You can sign in to Company readers on Tandem undefined",
  ]);
  expect(await written(board)).toHaveLength(1);
  for (let time = 0; time < 2; time += 1) {
    await announceBoardDue({ ...placeOf(cycle), at: later(49).toISOString() }, later(49));
  }
  expect((await written(board)).sort()).toEqual([
    expect.stringMatching(new RegExp(`^The board page of .* is open /readers/board/${quarter}$`)),
    expect.stringContaining("You can sign in"),
  ]);
  expect(await written(cycle.admin)).toEqual([]);
});

test("where there is no result, nobody is told to read one", async () => {
  const cycle = await countedTestCycle("reader", { engineers: 8, ballots: 4 });
  await countClosedCycle(placeOf(cycle), later(1));
  expect((await written(cycle.cto)).filter((mail) => mail.includes("counted"))).toEqual([]);
});
