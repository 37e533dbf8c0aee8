import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "./demo/engineer";
import { callerFor, wireAt } from "./factories";
import { plainBallot } from "./plain-ballot";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "./test-cycle";

/** When the cycles of countedTestCycle are closed and counted. */
export const testClosed = new Date(testNow.getTime() + 10 * 86_400_000);

/** A test cycle that was answered by the first `ballots` people, closed and counted; not released. */
export async function countedTestCycle(
  slug: string,
  size: { engineers: number; ballots: number },
): Promise<TestCycle & { ref: { company: string; quarter: string } }> {
  const cycle = await openTestCycle(slug, { engineers: size.engineers });
  const wire = wireAt(testNow);
  for (const [index, { link }] of cycle.links.slice(0, size.ballots).entries()) {
    await answerInvitation(wire, link, plainBallot(index % 2 === 0 ? 4 : 2, `comment ${index}`));
  }
  const ref = { company: slug, quarter: testQuarter };
  await callerFor(cycle.admin, testClosed).cycle.close(ref);
  await tallyCycle(cycle);
  return { ...cycle, ref };
}
